package io.tidegate.venues.binance;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Decimals;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.words.Rendering.Problem;
import io.tidegate.venues.words.Wish;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The order of a wish, through the same [VenueOrder] and [OrderForms] that a session uses.
///
/// Two things that our orders cannot say are taken here as the venue's own: `type` TAKE_PROFIT or
/// TAKE_PROFIT_LIMIT, and `quoteQuantity`, what a MARKET order may spend.
final class WishedOrder {
    /// Stands for a client order id that is not stated, which the venue then makes itself.
    private static final String UNNAMED = "-";

    private final Wish wish;
    private final List<Problem> problems;

    /// @param problems what is wrong is added to these
    WishedOrder(Wish wish, List<Problem> problems) {
        this.wish = wish;
        this.problems = problems;
    }

    /// The quantity as stated.
    Optional<String> quantity() {
        return decimal("quantity").map(BigDecimal::toPlainString);
    }

    /// The venue's form; empty when there is a problem.
    Optional<OrderForm> form() {
        int before = problems.size();
        String type = wish.text("type");
        boolean isTakeProfit = type.equals("TAKE_PROFIT") || type.equals("TAKE_PROFIT_LIMIT");
        OrderType ours = isTakeProfit
                ? type.equals("TAKE_PROFIT") ? OrderType.STOP_MARKET : OrderType.STOP_LIMIT
                : word("type", OrderType.class, Optional.empty());
        Side side = word("side", Side.class, Optional.empty());
        TimeInForce tif = word("timeInForce", TimeInForce.class, Optional.of(TimeInForce.GTC));
        boolean isByQuote = wish.stated("quoteQuantity").isPresent();
        BigDecimal quantity = (isByQuote ? decimal("quoteQuantity") : decimal("quantity")).orElse(BigDecimal.ONE);
        BigDecimal price = ours.needsPrice() ? decimal("price").orElse(BigDecimal.ONE) : BigDecimal.ZERO;
        BigDecimal stopPrice = ours.needsStopPrice() ? decimal("stopPrice").orElse(BigDecimal.ONE) : BigDecimal.ZERO;
        BigDecimal display = wish.stated("displayQuantity").isPresent()
                ? decimal("displayQuantity").orElse(BigDecimal.ONE)
                : BigDecimal.ZERO;
        int trailing = ours == OrderType.TRAILING_STOP ? whole("trailingDelta", 2_000) : 0;
        long expiresAtNs = wish.stated("expiresAt").isPresent() ? 1 : 0;
        if (isByQuote && ours != OrderType.MARKET) {
            problems.add(new Problem("quoteQuantity", wish.text("quoteQuantity"), "a MARKET order beside it"));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return form(ours, side, tif, quantity, price, stopPrice, display, trailing, expiresAtNs)
                .map(form -> isTakeProfit ? form.asTakeProfit() : form)
                .map(form -> isByQuote ? form.byQuote() : form);
    }

    @SuppressWarnings("TooManyParameters") // the parts of one order, which is made here
    private Optional<OrderForm> form(
            OrderType type,
            Side side,
            TimeInForce tif,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal stopPrice,
            BigDecimal display,
            int trailingBps,
            long expiresAtNs) {
        int priceScale = Math.max(price.scale(), stopPrice.scale());
        int quantityScale = Math.max(quantity.scale(), display.scale());
        if (priceScale + quantityScale > 18) {
            problems.add(new Problem(
                    "price", price + " beside a quantity of " + quantity, "at most 18 decimals in the two together"));
            return Optional.empty();
        }
        try {
            var instrument = new Instrument(1, wish.text("symbol"), AssetClass.SPOT, 1, 2, priceScale, quantityScale);
            var order = new VenueOrder(
                    instrument,
                    wish.stated("clientOrderId").orElse(UNNAMED),
                    side,
                    type,
                    tif,
                    instrument.quantity(quantity.toPlainString()),
                    instrument.price(price.toPlainString()),
                    flag("postOnly"),
                    new Instructions(
                            Trigger.LAST,
                            instrument.price(stopPrice.toPlainString()),
                            0,
                            trailingBps,
                            instrument.quantity(display.toPlainString()),
                            flag("reduceOnly"),
                            SelfTrade.REFUSE_NEWER,
                            expiresAtNs,
                            ""));
            Optional<String> problem = OrderForms.problem(order);
            problem.ifPresent(why -> problems.add(new Problem("order", why, "what the venue has words for")));
            return problem.isPresent() || !problems.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OrderForms.of(order).withClientOrderId(wish.text("clientOrderId")));
        } catch (ArithmeticException tooLarge) {
            problems.add(new Problem("quantity", quantity + " at " + price, "numbers of at most 18 digits"));
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> decimal(String field) {
        String stated = wish.text(field);
        try {
            BigDecimal decimal = Decimals.parse(stated);
            if (decimal.signum() > 0 && decimal.scale() <= 18) {
                return Optional.of(decimal);
            }
        } catch (NumberFormatException notDecimal) {
            // told below, as a number that is not positive is
        }
        problems.add(new Problem(field, stated, "a positive plain decimal such as 0.5"));
        return Optional.empty();
    }

    private int whole(String field, int max) {
        String stated = wish.text(field);
        if (!stated.matches("[0-9]{1,6}") || Integer.parseInt(stated) > max) {
            problems.add(new Problem(field, stated, "1 to " + max + " basis points"));
            return 0;
        }
        return Integer.parseInt(stated);
    }

    private boolean flag(String field) {
        String stated = wish.text(field);
        if (!stated.isEmpty() && !stated.equals("true") && !stated.equals("false")) {
            problems.add(new Problem(field, stated, "true or false"));
        }
        return stated.equals("true");
    }

    private <E extends Enum<E>> E word(String field, Class<E> words, Optional<E> usual) {
        String stated = wish.text(field);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(stated)) {
                return word;
            }
        }
        if (!stated.isEmpty() || usual.isEmpty()) {
            problems.add(new Problem(field, stated, "one of " + List.of(words.getEnumConstants())));
        }
        return usual.orElse(words.getEnumConstants()[0]);
    }
}
