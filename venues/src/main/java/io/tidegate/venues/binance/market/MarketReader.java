package io.tidegate.venues.binance.market;

import io.tidegate.market.sync.DepthRule;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import org.agrona.DirectBuffer;

/// Reads messages of the market streams, and snapshots. A message is read whole before anything of it is used, so that
/// a
/// bad one changes nothing. One thread; allocates nothing as long as the venue writes as usual.
public final class MarketReader {
    /// The longest message that is looked at; a snapshot of 5,000 levels has 0.4 MB.
    static final int BYTES_MAX = 16 << 20;

    private final FastTokens tokens = new FastTokens();
    private final FastReader fast;
    private final PlainReader plain;
    private String problem = "";
    private long slowCount;

    /// @param symbols what messages may be about; others are OTHER
    /// @param rule    whether differences must name the one before
    public MarketReader(MarketSymbols symbols, DepthRule rule) {
        this.fast = new FastReader(symbols, rule, tokens);
        this.plain = new PlainReader(symbols, rule);
    }

    /// Reads one message of a stream, with its envelope or bare.
    ///
    /// @return the kind of the message, which is now in `to`; UNREADABLE leaves nothing to be used there, and
    /// [#problem] says why
    public Kind read(DirectBuffer buffer, int offset, int length, MarketMessage to) {
        if (!take(buffer, offset, length, to)) {
            return Kind.UNREADABLE;
        }
        return fast.read(to) ? to.kind : slowly(MarketMessage.NONE, to);
    }

    /// Reads what REST answers to a request for a snapshot.
    ///
    /// @param index the instrument that was asked for; a snapshot does not name it
    public Kind readSnapshot(DirectBuffer buffer, int offset, int length, int index, MarketMessage to) {
        if (!take(buffer, offset, length, to)) {
            return Kind.UNREADABLE;
        }
        return fast.readSnapshot(index, to) ? to.kind : slowly(index, to);
    }

    private boolean take(DirectBuffer buffer, int offset, int length, MarketMessage to) {
        if (length > BYTES_MAX) {
            problem = "message: expected at most " + BYTES_MAX + " bytes, found " + length;
            to.kind = Kind.UNREADABLE;
            return false;
        }
        tokens.take(buffer, offset, length);
        return true;
    }

    private Kind slowly(int snapshotOf, MarketMessage to) {
        slowCount++;
        try {
            if (snapshotOf == MarketMessage.NONE) {
                plain.read(tokens.bytes, tokens.length, to);
            } else {
                plain.readSnapshot(tokens.bytes, tokens.length, snapshotOf, to);
            }
        } catch (Unreadable wrong) {
            problem = String.valueOf(wrong.getMessage());
            to.kind = Kind.UNREADABLE;
        }
        return to.kind;
    }

    /// Why the last UNREADABLE message was so: what, where, what was expected.
    public String problem() {
        return problem;
    }

    /// How many messages took the slow way: when it grows with every message, the venue writes them in a new way.
    public long slowCount() {
        return slowCount;
    }
}
