package io.tidegate.simulator.venue;

/// What one arriving order traded at one price, as one trade.
///
/// @param id           ascending from 1 in its market
/// @param firstTradeId of the trades in it, which follow each other without a gap up to `lastTradeId`
public record Aggregate(
        long id,
        long price,
        long quantity,
        long firstTradeId,
        long lastTradeId,
        long timeNs,
        boolean buyerIsMaker,
        long takerId) {
    /// Whether a trade that follows at once belongs to it.
    boolean takes(Print next) {
        return next.takerId() == takerId && next.price() == price && next.timeNs() == timeNs;
    }

    Aggregate with(Print next) {
        return new Aggregate(
                id, price, quantity + next.quantity(), firstTradeId, next.tradeId(), timeNs, buyerIsMaker, takerId);
    }

    static Aggregate of(long id, Print print) {
        return new Aggregate(
                id,
                print.price(),
                print.quantity(),
                print.tradeId(),
                print.tradeId(),
                print.timeNs(),
                print.buyerIsMaker(),
                print.takerId());
    }
}
