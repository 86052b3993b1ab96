package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Positions;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.LossWatch;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.InstrumentLimits;
import java.util.Optional;

/// What an account holds of an instrument and may come to hold at worst, over all its venue accounts (SPEC POS-3).
///
/// Worst is the whole rest of everything that is open on one side, doubtful orders included, with nothing filled on the
/// other side. Counted when a limit asks for it, in the number of open orders; there is no sum that could drift.
final class Exposure {
    private final Catalog catalog;
    private final Positions positions;
    private final OrderStore store;
    private final AccountLimits limits;
    private final LossWatch losses;

    Exposure(Catalog catalog, Positions positions, OrderStore store, AccountLimits limits, LossWatch losses) {
        this.catalog = catalog;
        this.positions = positions;
        this.store = store;
        this.limits = limits;
        this.losses = losses;
    }

    /// Checks size and worst position of an order, and that it reduces where losses allow nothing else.
    Optional<Refusal> check(OrderTerms terms, Instrument instrument) {
        return check(terms, instrument, terms.quantity(), 0);
    }

    /// Checks an order as it would be after an amendment.
    Optional<Refusal> check(Order order, OrderTerms amended, Instrument instrument) {
        return check(amended, instrument, Math.max(0, amended.quantity() - order.filled), order.id);
    }

    private Optional<Refusal> check(OrderTerms terms, Instrument instrument, long rest, long orderId) {
        InstrumentLimits own = limits.of(terms.account(), terms.instrument());
        if (own.orderQuantityMax() != 0 && terms.quantity() > own.orderQuantityMax()) {
            return refusal(RefusalCode.ORDER_TOO_LARGE, instrument, terms.quantity(), own.orderQuantityMax());
        }
        if (own.positionMax() == 0 && !losses.restricts(terms.account())) {
            return Optional.empty();
        }
        long towards = terms.side().sign() * held(terms.account(), terms.instrument());
        long open = plus(open(terms, orderId), rest);
        boolean reduces = towards < 0 && open <= -towards;
        long worst = plus(open, towards);
        if (own.positionMax() != 0 && !reduces && worst > own.positionMax()) {
            return refusal(RefusalCode.POSITION_LIMIT, instrument, worst, own.positionMax());
        }
        return losses.check(terms, reduces);
    }

    /// Checks the value of an order that does more than reduce, where losses have shrunk it.
    Optional<Refusal> checkValue(OrderTerms terms, Instrument instrument, long worstPrice) {
        Optional<Refusal> tooLarge = losses.checkValue(terms, instrument, worstPrice);
        return tooLarge.isPresent() && reduces(terms) ? Optional.empty() : tooLarge;
    }

    /// Whether an order can do nothing but reduce, whatever else that is open is filled before it.
    private boolean reduces(OrderTerms terms) {
        long towards = terms.side().sign() * held(terms.account(), terms.instrument());
        return towards < 0 && plus(open(terms, 0), terms.quantity()) <= -towards;
    }

    private long held(String account, int instrument) {
        long sum = 0;
        for (PositionChanged position : positions.all()) {
            if (position.instrument() == instrument && isOf(account, position.venueAccount())) {
                sum = plus(sum, position.quantity());
            }
        }
        return sum;
    }

    /// What is open on the side of an order and not filled, but for the order of that id; the larger of both where an
    /// amendment is under way.
    private long open(OrderTerms like, long exceptId) {
        long sum = 0;
        for (Order order : store.open().values()) {
            if (order.terms.instrument() == like.instrument()
                    && order.terms.side() == like.side()
                    && order.id != exceptId
                    && order.terms.account().equals(like.account())) {
                long asked = Math.max(
                        order.now.quantity(),
                        order.wanted.map(WorkingTerms::quantity).orElse(0L));
                sum = plus(sum, Math.max(0, asked - order.filled));
            }
        }
        return sum;
    }

    private boolean isOf(String account, int venueAccount) {
        return catalog.venue(venueAccount)
                .filter(venue -> venue.account().account().equals(account))
                .isPresent();
    }

    /// The sum, or the largest long of its sign where it is beyond 63 bits.
    private static long plus(long a, long b) {
        long sum = a + b;
        boolean beyond = ((a ^ sum) & (b ^ sum)) < 0;
        return beyond ? Long.signum(a) * Long.MAX_VALUE : sum;
    }

    private static Optional<Refusal> refusal(RefusalCode code, Instrument instrument, long value, long limit) {
        return Optional.of(
                Refusal.of(code, "quantity", instrument.quantityText(value), instrument.quantityText(limit)));
    }
}
