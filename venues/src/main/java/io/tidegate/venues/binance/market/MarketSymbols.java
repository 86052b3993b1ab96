package io.tidegate.venues.binance.market;

import io.tidegate.model.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The instruments of a feed by the venue's names, found from a message's bytes without making text of them.
///
/// A name of at most 15 ASCII characters is two `long`, compared as such; others are found the slow way. Immutable.
public final class MarketSymbols {
    static final int FAST_LENGTH_MAX = 15;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final List<Instrument> instruments;
    private final List<String> names;
    private final Map<String, Integer> indexByName = new HashMap<>(); // asked by name only, never walked through
    private final int[] slots;
    private final long[] lows;
    private final long[] highs;
    private final int shift;

    private MarketSymbols(List<Instrument> instruments, List<String> names) {
        this.instruments = List.copyOf(instruments);
        this.names = List.copyOf(names);
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, instruments.size())); // at most half full
        this.slots = new int[1 << bits];
        this.lows = new long[1 << bits];
        this.highs = new long[1 << bits];
        this.shift = 64 - bits;
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            Integer other = indexByName.put(name, index);
            if (other != null) {
                throw new IllegalArgumentException(
                        "binance: " + instruments.get(other).symbol() + " and "
                                + instruments.get(index).symbol() + " are both " + name + " there");
            }
            put(name, index);
        }
    }

    /// Instruments under the names that the venue gives its spot symbols: `BTC/USDT` is `BTCUSDT`.
    ///
    /// @throws IllegalArgumentException when two instruments have one name at the venue
    public static MarketSymbols of(List<Instrument> instruments) {
        return new MarketSymbols(
                instruments,
                instruments.stream().map(it -> it.symbol().replace("/", "")).toList());
    }

    /// One instrument under a name of the venue's.
    public static MarketSymbols of(Instrument instrument, String name) {
        return new MarketSymbols(List.of(instrument), List.of(name));
    }

    private void put(String name, int index) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > FAST_LENGTH_MAX || !isPlain(bytes)) {
            return;
        }
        long low = 0;
        long high = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (at < Long.BYTES) {
                low |= (long) bytes[at] << (8 * at);
            } else {
                high |= (long) bytes[at] << (8 * (at - Long.BYTES));
            }
        }
        int slot = slot(low, high);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = index + 1;
        lows[slot] = low;
        highs[slot] = high;
    }

    /// Whether a JSON string of these bytes needs no escape and no decoding.
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= ' ' || one == '"' || one == '\\') {
                return false;
            }
        }
        return true;
    }

    private int slot(long low, long high) {
        return (int) (((low ^ Long.rotateLeft(high, 29)) * SPREAD) >>> shift);
    }

    /// The instrument of that name.
    ///
    /// @param low  its first eight bytes, the first lowest; 0 where there are fewer
    /// @param high the next seven
    /// @return its index, or -1
    int find(long low, long high) {
        int slot = slot(low, high);
        while (slots[slot] != 0) {
            if (lows[slot] == low && highs[slot] == high) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return MarketMessage.NONE;
    }

    Optional<Integer> find(String name) {
        return Optional.ofNullable(indexByName.get(name));
    }

    public int count() {
        return instruments.size();
    }

    public Instrument instrument(int index) {
        return instruments.get(index);
    }

    /// The venue's name, upper case, as in messages and in REST calls.
    public String name(int index) {
        return names.get(index);
    }

    /// The name as streams have it.
    String streamName(int index) {
        return names.get(index).toLowerCase(Locale.ROOT);
    }
}
