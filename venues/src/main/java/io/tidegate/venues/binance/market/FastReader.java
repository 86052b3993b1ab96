package io.tidegate.venues.binance.market;

import io.tidegate.market.book.Levels;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.venues.binance.market.MarketMessage.Kind;

/// Reads differences, quotes, trades and snapshots as the venue usually writes them: no space between tokens, no escape
/// in a text, the symbol before the first price. In any order of fields otherwise.
///
/// It never guesses: whatever is otherwise than that, sound JSON or not, it does not understand, and [PlainReader]
/// decides. So it accepts nothing that a JSON parser refuses, and can be as simple as it is. Hot: bytes in, numbers
/// out,
/// nothing allocated; figures by `./tidegate bench feed`. One thread.
final class FastReader {
    private static final long ENVELOPE = FastTokens.eight("{\"stream");
    private static final long ENVELOPE_END = FastTokens.eight("tream\":\"");
    private static final long DATA = FastTokens.eight(",\"data\":");
    private static final long SIX_BYTES = 0x0000_ffff_ffff_ffffL;
    private static final long SEVEN_BYTES = 0x00ff_ffff_ffff_ffffL;
    private static final long DEPTH = FastTokens.eight("\"depthUp");
    private static final long DEPTH_END = FastTokens.eight("pdate\",\"") & SIX_BYTES;
    private static final long TICKER = FastTokens.eight("\"bookTic");
    private static final long TICKER_END = FastTokens.eight("icker\",\"") & SIX_BYTES;
    private static final long TRADE = FastTokens.eight("\"trade\",") & SEVEN_BYTES;
    private static final long SNAPSHOT = FastTokens.eight("{\"lastUp");
    private static final long SNAPSHOT_END = FastTokens.eight("dateId\":");

    // What was seen of an object, a bit for each field that it may have once.
    private static final int EVENT = 1;
    private static final int EVENT_TIME = 1 << 1;
    private static final int SYMBOL = 1 << 2;
    private static final int FIRST = 1 << 3;
    private static final int LAST = 1 << 4;
    private static final int PREVIOUS = 1 << 5;
    private static final int BIDS = 1 << 6;
    private static final int ASKS = 1 << 7;
    private static final int BID = 1 << 8;
    private static final int ASK = 1 << 9;
    private static final int BID_QUANTITY = 1 << 10;
    private static final int ASK_QUANTITY = 1 << 11;
    private static final int TIME = 1 << 12;
    private static final int TRADE_ID = 1 << 13;
    private static final int PRICE = 1 << 14;
    private static final int QUANTITY = 1 << 15;
    private static final int MAKER = 1 << 16;
    private static final int BEST_MATCH = 1 << 17;
    private static final int ORDER_TYPE = 1 << 18;
    private static final int PAIR = 1 << 19;
    private static final int UNKNOWN = 0;

    private static final int DIFFERENCE_NEEDS = EVENT | SYMBOL | FIRST | LAST | BIDS | ASKS;
    private static final int QUOTE_NEEDS = SYMBOL | LAST | BID | ASK | BID_QUANTITY | ASK_QUANTITY;
    private static final int TRADE_NEEDS = EVENT | SYMBOL | TRADE_ID | PRICE | QUANTITY | TIME | MAKER;

    private final MarketSymbols symbols;
    private final int differenceNeeds;
    private final FastTokens in;
    private int priceScale;
    private int quantityScale;

    FastReader(MarketSymbols symbols, DepthRule rule, FastTokens in) {
        this.symbols = symbols;
        this.differenceNeeds = DIFFERENCE_NEEDS | (rule == DepthRule.FUTURES ? PREVIOUS : 0);
        this.in = in;
    }

    /// Reads the message that the tokens hold.
    ///
    /// @return false when it did not understand; then nothing in `to` holds
    boolean read(MarketMessage to) {
        if (in.eight(0) != ENVELOPE || in.eight(3) != ENVELOPE_END) {
            return object(to) && in.at == in.length;
        }
        in.at = 10;
        if (!in.skipText() || in.eight(in.at) != DATA) {
            return false;
        }
        in.at += Long.BYTES;
        return object(to) && in.take('}') && in.at == in.length;
    }

    /// Reads a snapshot as REST answers it on spot.
    boolean readSnapshot(int index, MarketMessage to) {
        to.levels.clear();
        to.index = index;
        scales(symbols.instrument(index));
        if (in.eight(0) != SNAPSHOT || in.eight(Long.BYTES) != SNAPSHOT_END) {
            return false;
        }
        in.at = 2 * Long.BYTES;
        if (!in.number()) {
            return false;
        }
        to.lastId = in.number;
        to.kind = Kind.SNAPSHOT;
        return in.take(",\"bids\":")
                && levels(Side.BUY, to.levels)
                && in.take(",\"asks\":")
                && levels(Side.SELL, to.levels)
                && in.take('}')
                && in.at == in.length;
    }

    private boolean object(MarketMessage to) {
        if (!in.take('{')) {
            return false;
        }
        to.index = MarketMessage.NONE;
        to.previousId = 0;
        to.levels.clear();
        to.kind = Kind.QUOTE; // which has no word for itself on spot
        int seen = 0;
        byte next;
        do {
            int field = field();
            if (field == UNKNOWN || (seen & field) != 0 || !value(field, to)) {
                return false;
            }
            seen |= field;
            next = in.bytes[in.at++];
        } while (next == ',');
        int needs = switch (to.kind) {
            case DIFFERENCE -> differenceNeeds;
            case TRADE -> TRADE_NEEDS;
            default -> QUOTE_NEEDS;
        };
        return next == '}' && (seen & needs) == needs;
    }

    /// Reads a name and its colon, and says which field it is.
    private int field() {
        byte[] bytes = in.bytes;
        int start = in.at;
        if (bytes[start] != '"') {
            return UNKNOWN;
        }
        if (bytes[start + 2] == '"' && bytes[start + 3] == ':') {
            in.at = start + 4;
            boolean isList = bytes[start + 4] == '[';
            return switch (bytes[start + 1]) {
                case 'e' -> EVENT;
                case 'E' -> EVENT_TIME;
                case 's' -> SYMBOL;
                case 'U' -> FIRST;
                case 'u' -> LAST;
                case 'b' -> isList ? BIDS : BID;
                case 'a' -> isList ? ASKS : ASK;
                case 'B' -> BID_QUANTITY;
                case 'A' -> ASK_QUANTITY;
                case 'T' -> TIME;
                case 't' -> TRADE_ID;
                case 'p' -> PRICE;
                case 'q' -> QUANTITY;
                case 'm' -> MAKER;
                case 'M' -> BEST_MATCH;
                case 'X' -> ORDER_TYPE;
                default -> UNKNOWN;
            };
        }
        if (bytes[start + 1] == 'p' && bytes[start + 3] == '"' && bytes[start + 4] == ':') {
            in.at = start + 5;
            return bytes[start + 2] == 'u' ? PREVIOUS : bytes[start + 2] == 's' ? PAIR : UNKNOWN;
        }
        return UNKNOWN;
    }

    private boolean value(int field, MarketMessage to) {
        return switch (field) {
            case EVENT -> event(to);
            case SYMBOL -> symbol(to);
            case BIDS -> to.index != MarketMessage.NONE && levels(Side.BUY, to.levels);
            case ASKS -> to.index != MarketMessage.NONE && levels(Side.SELL, to.levels);
            case EVENT_TIME, FIRST, LAST, PREVIOUS, TIME, TRADE_ID -> number(field, to);
            case BID, ASK, PRICE -> to.index != MarketMessage.NONE && decimal(field, priceScale, to);
            case BID_QUANTITY, ASK_QUANTITY, QUANTITY ->
                to.index != MarketMessage.NONE && decimal(field, quantityScale, to);
            case MAKER, BEST_MATCH -> flag(field, to);
            default -> in.skipText(); // what we do not need
        };
    }

    private boolean number(int field, MarketMessage to) {
        boolean isRead = in.number();
        switch (field) {
            case FIRST -> to.firstId = in.number;
            case LAST -> to.lastId = in.number;
            case PREVIOUS -> to.previousId = in.number;
            case TRADE_ID -> to.tradeId = in.number;
            case TIME -> {
                to.tradeMs = in.number;
                isRead &= in.number <= PlainReader.YEAR_2100_MS;
            }
            default -> {} // the time of the event, which we do not need
        }
        return isRead;
    }

    private boolean decimal(int field, int scale, MarketMessage to) {
        boolean isRead = in.decimal(scale);
        switch (field) {
            case BID -> to.bid = in.number;
            case ASK -> to.ask = in.number;
            case BID_QUANTITY -> to.bidQuantity = in.number;
            case ASK_QUANTITY -> to.askQuantity = in.number;
            case PRICE -> to.price = in.number;
            default -> to.quantity = in.number;
        }
        // A trade at nothing or of nothing is no trade; what it is instead the other reader knows.
        return isRead && (in.number > 0 || (field != PRICE && field != QUANTITY));
    }

    private boolean event(MarketMessage to) {
        long word = in.eight(in.at);
        if (word == DEPTH && (in.eight(in.at + 7) & SIX_BYTES) == DEPTH_END) {
            in.at += 13;
            to.kind = Kind.DIFFERENCE;
        } else if (word == TICKER && (in.eight(in.at + 6) & SIX_BYTES) == TICKER_END) {
            in.at += 12;
            to.kind = Kind.QUOTE;
        } else if ((word & SEVEN_BYTES) == TRADE) {
            in.at += 7;
            to.kind = Kind.TRADE;
        } else {
            return false;
        }
        return true;
    }

    private boolean symbol(MarketMessage to) {
        to.index = in.symbol(symbols);
        if (to.index == MarketMessage.NONE) {
            return false;
        }
        scales(symbols.instrument(to.index));
        return true;
    }

    private void scales(Instrument instrument) {
        priceScale = instrument.priceScale();
        quantityScale = instrument.quantityScale();
    }

    /// `[["price","quantity"],…]`, with prices above zero.
    private boolean levels(Side side, Levels to) {
        if (!in.take('[')) {
            return false;
        }
        if (in.bytes[in.at] == ']') {
            in.at++;
            return true;
        }
        int prices = priceScale;
        int quantities = quantityScale;
        byte next;
        do {
            if (!in.take('[') || !in.decimal(prices)) {
                return false;
            }
            long price = in.number;
            if (price == 0 || !in.take(',') || !in.decimal(quantities) || !in.take(']')) {
                return false;
            }
            to.add(side, price, in.number);
            next = in.bytes[in.at++];
        } while (next == ',');
        return next == ']';
    }

    private boolean flag(int field, MarketMessage to) {
        boolean isTrue = in.bytes[in.at] == 't';
        if (field == MAKER) {
            to.isBuyerMaker = isTrue;
        }
        return in.take(isTrue ? "true" : "false");
    }
}
