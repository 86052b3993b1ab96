package io.tidegate.venues.binance.market;

import io.tidegate.market.book.Condition;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.market.sync.DepthSync;
import io.tidegate.market.sync.Step;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import java.util.List;
import org.agrona.DirectBuffer;

/// Messages into books, quotes and tapes: the same for a live stream and for a recording of one. The thread that writes
/// the books.
public final class MarketData {
    private final MarketSymbols symbols;
    private final MarketReader reader;
    private final MarketMessage message;
    private final List<VenueInstrument> markets;
    private final DepthSync[] syncs;
    private Step step = Step.REPEATED;

    /// @param symbols their venue's names, in the order of the markets
    /// @param rule    how differences are numbered
    public MarketData(MarketSymbols symbols, DepthRule rule, List<VenueInstrument> markets) {
        if (symbols.count() != markets.size()) {
            throw new IllegalArgumentException(symbols.count() + " symbols for " + markets.size() + " markets");
        }
        this.symbols = symbols;
        this.reader = new MarketReader(symbols, rule);
        this.message = new MarketMessage(symbols);
        this.markets = List.copyOf(markets);
        this.syncs = new DepthSync[markets.size()];
        for (int index = 0; index < syncs.length; index++) {
            syncs[index] = new DepthSync(markets.get(index).book(), rule);
        }
    }

    /// Takes one message of a stream. What cannot be read changes nothing.
    ///
    /// @param receivedNs nanoseconds since 1970 UTC
    /// @return its kind; then [#message] has it, [#step] says what became of it, [#problem] why it was UNREADABLE
    public Kind frame(DirectBuffer buffer, int offset, int length, long receivedNs) {
        Kind kind = reader.read(buffer, offset, length, message);
        step = switch (kind) {
            case DIFFERENCE ->
                syncs[message.index].difference(
                        message.firstId, message.lastId, message.previousId, message.levels, receivedNs);
            case QUOTE -> quote(markets.get(message.index), receivedNs);
            case TRADE -> trade(markets.get(message.index), receivedNs);
            case SNAPSHOT, DONE, REFUSED, SHUTDOWN, OTHER, UNREADABLE -> Step.REPEATED;
        };
        return kind;
    }

    private Step quote(VenueInstrument of, long receivedNs) {
        return told(of.touch()
                .quote(message.bid, message.bidQuantity, message.ask, message.askQuantity, message.lastId, receivedNs));
    }

    private Step trade(VenueInstrument of, long receivedNs) {
        return told(of.tape()
                .trade(
                        message.tradeId,
                        message.price,
                        message.quantity,
                        message.aggressor(),
                        message.tradeNs(),
                        receivedNs));
    }

    private static Step told(boolean isNew) {
        return isNew ? Step.APPLIED : Step.REPEATED;
    }

    /// Takes what REST answered to a request for a snapshot.
    ///
    /// @param index the instrument that was asked for
    public Kind snapshot(int index, DirectBuffer buffer, int offset, int length, long receivedNs) {
        Kind kind = reader.readSnapshot(buffer, offset, length, index, message);
        step = kind == Kind.SNAPSHOT
                ? syncs[index].snapshot(message.lastId, message.levels, receivedNs)
                : Step.REPEATED;
        return kind;
    }

    /// The stream of that instrument has ended or begins again: what was known of it is known no more.
    public void restart(int index, Condition why) {
        syncs[index].restart(why);
        markets.get(index).touch().clear();
    }

    /// The last message, until the next one.
    public MarketMessage message() {
        return message;
    }

    /// What became of the last message, as far as it was a difference, a snapshot, a quote or a trade.
    public Step step() {
        return step;
    }

    /// Why the last UNREADABLE message was so.
    public String problem() {
        return reader.problem();
    }

    /// How many messages were not written in the venue's usual way.
    public long slowCount() {
        return reader.slowCount();
    }

    /// Whether that instrument's book shows what its stream has told so far.
    public boolean isFollowing(int index) {
        return syncs[index].isFollowing();
    }

    public MarketSymbols symbols() {
        return symbols;
    }

    public VenueInstrument market(int index) {
        return markets.get(index);
    }
}
