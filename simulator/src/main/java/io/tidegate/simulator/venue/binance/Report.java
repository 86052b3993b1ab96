package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.Prevented;
import io.tidegate.simulator.venue.VenueOrder;

/// One `executionReport`; its fields in the order of the venue's documents (fact sheet §4).
///
/// @param otherId     the id of the cancel request that ended the order, or the order's id before it was amended;
///                    empty otherwise
/// @param executionId ascending over the venue
record Report(VenueOrder order, Execution execution, String otherId, long nowNs, long executionId) {
    private static final String ZERO = "0.00000000";

    /// What happened to the order.
    sealed interface Execution {
        /// Taken on; or, for one that waited, gone to work.
        record New() implements Execution {}

        record Trade(Fill fill) implements Execution {}

        /// It met another order of the account.
        record Prevention(Prevented match) implements Execution {}

        /// Made smaller in its place.
        record Replaced() implements Execution {}

        /// Cancelled, expired or rejected, as the order's state says.
        record End() implements Execution {}
    }

    void write(Json out) {
        var instrument = order.market().instrument();
        int quantityScale = instrument.quantityScale();
        boolean isCancel = order.state() == OrderState.CANCELLED && execution instanceof Execution.End;
        out.text("e", "executionReport");
        out.time("E", nowNs);
        out.text("s", Symbols.name(order.market()));
        // On a cancel, c is the cancel request and C the order (fact sheet §9, quirk 1).
        out.text("c", isCancel ? otherId : order.clientId());
        out.text("S", order.side().name());
        out.text("o", Words.type(order));
        out.text("f", Words.timeInForce(order));
        out.decimal("q", order.quantity(), quantityScale);
        out.decimal("p", order.request().price(), instrument.priceScale());
        out.decimal("P", OrderJson.stopPrice(order), instrument.priceScale());
        out.decimal("F", order.request().conditions().display(), quantityScale);
        out.number("g", OrderJson.listId(order));
        out.text("C", isCancel ? order.clientId() : execution instanceof Execution.Replaced ? otherId : "");
        out.text("x", type());
        out.text("X", Words.status(order.state()));
        out.text("r", Words.rejection(order));
        out.number("i", order.orderId());
        trade(out, quantityScale);
        prevention(out, quantityScale);
        out.number("I", executionId);
        out.bool("w", order.state().isOpen() && order.workingNs().isPresent());
        out.bool("m", execution instanceof Execution.Trade(Fill fill) && fill.isMaker());
        out.bool("M", false);
        out.time("O", order.createdNs());
        out.decimal("Z", order.filledQuote());
        out.text("Y", execution instanceof Execution.Trade(Fill fill) ? Json.fixed(fill.quote()) : ZERO);
        out.decimal("Q", order.request().quote());
        order.workingNs().ifPresent(since -> out.time("W", since));
        out.text("V", order.request().conditions().prevention().name());
        conditions(out);
        Words.expiryReason(order).ifPresent(reason -> out.text("eR", reason));
    }

    private void trade(Json out, int quantityScale) {
        if (execution instanceof Execution.Trade(Fill fill)) {
            out.decimal("l", fill.quantity(), quantityScale);
            out.decimal("z", order.filled(), quantityScale);
            out.decimal("L", fill.price(), order.market().instrument().priceScale());
            out.decimal("n", fill.fee());
            out.text("N", fill.feeAsset().code());
            out.time("T", fill.timeNs());
            out.number("t", fill.tradeId());
        } else {
            out.text("l", ZERO);
            out.decimal("z", order.filled(), quantityScale);
            out.text("L", ZERO);
            out.text("n", "0");
            out.none("N");
            out.time("T", nowNs);
            out.number("t", -1);
        }
    }

    private void prevention(Json out, int quantityScale) {
        if (execution instanceof Execution.Prevention(Prevented match)) {
            long quantity = match.quantityOf(order);
            int priceScale = order.market().instrument().priceScale();
            out.number("v", match.id());
            out.decimal("A", order.prevented(), quantityScale);
            out.decimal("B", quantity, quantityScale);
            out.number("u", order.account().id());
            out.number("U", match.counterpartOf(order).orderId());
            out.text("Cs", Symbols.name(order.market()));
            out.decimal("pl", quantity, quantityScale);
            out.decimal("pL", match.price(), priceScale);
            out.decimal("pY", order.market().instrument().value(match.price(), quantity));
        }
    }

    private void conditions(Json out) {
        var conditions = order.request().conditions();
        conditions.trigger().filter(trigger -> trigger.isTrailing()).ifPresent(trigger -> {
            out.number("d", trigger.trailingBps());
            out.time("D", order.createdNs());
        });
        conditions.strategyId().ifPresent(id -> out.number("j", id));
        conditions.strategyType().ifPresent(type -> out.number("J", type));
    }

    private String type() {
        return switch (execution) {
            case Execution.New _ -> "NEW";
            case Execution.Trade _ -> "TRADE";
            case Execution.Prevention _ -> "TRADE_PREVENTION";
            case Execution.Replaced _ -> "REPLACED";
            case Execution.End _ ->
                switch (order.state()) {
                    case CANCELLED -> "CANCELED";
                    case REJECTED -> "REJECTED";
                    case EXPIRED, PREVENTED, FILLED, PENDING, OPEN, PARTIALLY_FILLED -> "EXPIRED";
                };
        };
    }
}
