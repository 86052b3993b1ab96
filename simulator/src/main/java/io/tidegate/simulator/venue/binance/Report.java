package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.VenueOrder;

/// One `executionReport`; its fields in the order of the venue's documents (fact sheet §4).
///
/// @param cancelId    the id of the cancel request that ended the order; empty otherwise
/// @param executionId ascending over the venue
record Report(VenueOrder order, Execution execution, String cancelId, long nowNs, long executionId) {
    private static final String ZERO = "0.00000000";

    /// What happened to the order.
    sealed interface Execution {
        record New() implements Execution {}

        record Trade(Fill fill) implements Execution {}

        /// Cancelled or expired, as the order's state says.
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
        out.text("c", isCancel ? cancelId : order.clientId());
        out.text("S", order.side().name());
        out.text("o", Words.type(order));
        out.text("f", Words.timeInForce(order));
        out.decimal("q", order.quantity(), quantityScale);
        out.decimal("p", order.request().price(), instrument.priceScale());
        out.text("P", ZERO);
        out.text("F", ZERO);
        out.number("g", -1);
        out.text("C", isCancel ? order.clientId() : "");
        out.text("x", type());
        out.text("X", Words.status(order.state()));
        out.text("r", "NONE");
        out.number("i", order.orderId());
        trade(out, quantityScale);
        out.number("I", executionId);
        out.bool("w", order.state().isOpen());
        out.bool("m", execution instanceof Execution.Trade(Fill fill) && fill.isMaker());
        out.bool("M", false);
        out.time("O", order.createdNs());
        out.decimal("Z", order.filledQuote());
        out.text("Y", execution instanceof Execution.Trade(Fill fill) ? Json.fixed(fill.quote()) : ZERO);
        out.decimal("Q", order.request().quote());
        out.time("W", order.createdNs());
        out.text("V", "NONE");
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

    private String type() {
        return switch (execution) {
            case Execution.New _ -> "NEW";
            case Execution.Trade _ -> "TRADE";
            case Execution.End _ -> order.state() == OrderState.EXPIRED ? "EXPIRED" : "CANCELED";
        };
    }
}
