package io.tidegate.execution.route;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import java.util.Optional;

/// Whether a venue account can take an order at a price (SPEC RTE-2): the same rules that the core will apply, so
/// that a proposal fails there only when the core knows more.
final class Eligibility {
    private Eligibility() {}

    /// The first rule in the way of the whole quantity at that price; empty when there is none.
    static Optional<Refusal> check(
            OrderTerms terms, Instrument instrument, Candidate candidate, Grid grid, long price) {
        if (!grid.takesPrice(price)) {
            return refusal(
                    RefusalCode.OFF_GRID,
                    "price",
                    instrument.priceText(price),
                    "a positive multiple of " + instrument.priceText(grid.tick()));
        }
        return size(terms, instrument, grid).or(() -> value(terms, instrument, candidate, grid, price));
    }

    private static Optional<Refusal> size(OrderTerms terms, Instrument instrument, Grid grid) {
        String quantity = instrument.quantityText(terms.quantity());
        if (terms.quantity() < grid.quantityMin()) {
            return refusal(RefusalCode.TOO_SMALL, "quantity", quantity, instrument.quantityText(grid.quantityMin()));
        }
        if (terms.quantity() > grid.quantityMax()) {
            return refusal(RefusalCode.TOO_LARGE, "quantity", quantity, instrument.quantityText(grid.quantityMax()));
        }
        return grid.takesQuantity(terms.quantity())
                ? Optional.empty()
                : refusal(
                        RefusalCode.OFF_GRID,
                        "quantity",
                        quantity,
                        "a multiple of " + instrument.quantityText(grid.lot()));
    }

    private static Optional<Refusal> value(
            OrderTerms terms, Instrument instrument, Candidate candidate, Grid grid, long price) {
        if (!Amount.productFits(price, terms.quantity(), instrument.scales())
                || !instrument.value(price, terms.quantity()).isModest()
                || !instrument.baseAmount(terms.quantity()).isModest()) {
            return refusal(
                    RefusalCode.BEYOND_RANGE,
                    "quantity",
                    instrument.quantityText(terms.quantity()),
                    "price x quantity below 2 x 10^19");
        }
        Amount value = instrument.value(price, terms.quantity());
        if (value.compareTo(grid.notionalMin()) < 0) {
            return refusal(RefusalCode.TOO_SMALL, "quantity", value, grid.notionalMin());
        }
        if (terms.link().role().isDependent()) {
            return Optional.empty(); // paid by what its entry brings
        }
        int feeReserveBps = candidate.venueAccount().terms().feeReserveBps();
        boolean buys = terms.side() == Side.BUY;
        Amount needed = buys ? value.plus(value.bpsUp(feeReserveBps)) : instrument.baseAmount(terms.quantity());
        Amount free = buys ? candidate.freeQuote() : candidate.freeBase();
        return needed.compareTo(free) > 0
                ? refusal(RefusalCode.INSUFFICIENT_FUNDS, "quantity", needed, free)
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(RefusalCode code, String field, Object value, Object limit) {
        return Optional.of(Refusal.of(code, field, value, limit));
    }
}
