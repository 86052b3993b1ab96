package io.tidegate.venues.binance.market;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/// The tokens of a message, read from its bytes one after the other: whole numbers, decimals in quotes, plain texts.
/// Each method reads what stands at `at` and moves on, or says that something else stands there. Hot; allocates only
/// when a message is longer than ever before. One thread.
final class FastTokens {
    private static final int BYTES_FIRST = 4_096;

    /// Zeros behind the message: every look ahead stays within the array and meets something that fits nowhere.
    private static final int PADDING_BYTES = 32;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final int DIGITS_MAX = 18;
    private static final long[] POWERS = powers();

    byte[] bytes = new byte[BYTES_FIRST];
    int length;
    int at;

    /// The number that was read last.
    long number;

    /// Takes a message, of which a copy is made.
    void take(DirectBuffer buffer, int offset, int lengthBytes) {
        if (lengthBytes + PADDING_BYTES > bytes.length) {
            bytes = new byte[Math.max(2 * bytes.length, lengthBytes + PADDING_BYTES)];
        }
        buffer.getBytes(offset, bytes, 0, lengthBytes);
        Arrays.fill(bytes, lengthBytes, lengthBytes + PADDING_BYTES, (byte) 0);
        length = lengthBytes;
        at = 0;
    }

    /// Eight bytes from there, the first one lowest.
    long eight(int from) {
        return (long) EIGHT.get(bytes, from);
    }

    /// The same of a text.
    static long eight(String text) {
        long eight = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            eight |= (long) text.charAt(index) << (8 * index);
        }
        return eight;
    }

    boolean take(char expected) {
        return bytes[at++] == expected;
    }

    boolean take(String expected) {
        for (int index = 0; index < expected.length(); index++) {
            if (bytes[at + index] != expected.charAt(index)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    /// A text in quotes of plain characters.
    boolean skipText() {
        if (bytes[at] != '"') {
            return false;
        }
        int here = at + 1;
        byte next = bytes[here];
        while (next >= ' ' && next != '"' && next != '\\') {
            here++;
            next = bytes[here];
        }
        at = here + 1;
        return next == '"';
    }

    /// A text in quotes that is the name of one of the symbols.
    ///
    /// @return its index, or -1
    int symbol(MarketSymbols symbols) {
        if (bytes[at] != '"') {
            return MarketMessage.NONE;
        }
        long low = eight(at + 1);
        long high = 0;
        long end = firstQuote(low);
        int lengthBytes;
        if (end != 0) {
            lengthBytes = Long.numberOfTrailingZeros(end) >>> 3;
            low &= (1L << (8 * lengthBytes)) - 1;
        } else {
            high = eight(at + 1 + Long.BYTES);
            end = firstQuote(high);
            if (end == 0) {
                return MarketMessage.NONE;
            }
            int behind = Long.numberOfTrailingZeros(end) >>> 3;
            high &= (1L << (8 * behind)) - 1;
            lengthBytes = Long.BYTES + behind;
        }
        at += lengthBytes + 2;
        return symbols.find(low, high);
    }

    /// The lowest bit set marks the first byte that is a quote; 0 when none is.
    private static long firstQuote(long eight) {
        long other = eight ^ QUOTES;
        return (other - ONES) & ~other & TOPS;
    }

    /// A decimal in quotes as a count of 10^−scale; its further decimals must be zeros.
    boolean decimal(int scale) {
        byte[] text = bytes;
        int start = at + 1;
        long value = digits(start);
        int here = at;
        int whole = here - start;
        if (text[start - 1] != '"' || whole == 0 || whole + scale > DIGITS_MAX) {
            return false;
        }
        int decimals = 0;
        if (text[here] == '.') {
            here++;
            int point = here;
            long eight = eight(here);
            int count = Math.min(digitCount(eight), scale);
            if (count > 0) {
                value = POWERS[count] * value + digits(eight, count);
                here += count;
                decimals = count;
                int digit;
                while (decimals >= Long.BYTES && decimals < scale && (digit = text[here] - '0') >= 0 && digit <= 9) {
                    value = 10 * value + digit;
                    here++;
                    decimals++;
                }
            }
            while (text[here] == '0') {
                here++;
            }
            if (here == point) {
                return false;
            }
        }
        number = decimals == scale ? value : value * POWERS[scale - decimals];
        at = here + 1;
        return text[here] == '"';
    }

    /// A whole number of at most 18 digits, as JSON has it.
    boolean number() {
        int start = at;
        number = digits(start);
        int count = at - start;
        return count > 0 && count <= DIGITS_MAX && (count == 1 || bytes[start] != '0');
    }

    /// The digits from there on, however many; beyond 18 they say nothing. Stops behind them.
    private long digits(int start) {
        long eight = eight(start);
        int count = digitCount(eight);
        long value = count == 0 ? 0 : digits(eight, count);
        int here = start + count;
        if (count == Long.BYTES) {
            eight = eight(here);
            count = digitCount(eight);
            value = count == 0 ? value : POWERS[count] * value + digits(eight, count);
            here += count;
            int digit;
            while (count == Long.BYTES && (digit = bytes[here] - '0') >= 0 && digit <= 9) {
                value = 10 * value + digit;
                here++;
            }
        }
        at = here;
        return value;
    }

    /// How many of eight bytes are digits before the first that is none.
    private static int digitCount(long eight) {
        long digits = eight ^ ZEROS; // a digit is 0 to 9 now, all else more
        // Adding 0x76 lifts whatever is above 9 into the top bit. What carries on from there reaches later bytes only.
        long others = ((digits + 0x7676_7676_7676_7676L) | digits) & TOPS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /// The number that the first of eight bytes make, which are so many digits, 1 to 8.
    private static long digits(long eight, int count) {
        // As if they stood behind zeros.
        long padded = (eight << (64 - 8 * count)) | (count == Long.BYTES ? 0 : ZEROS >>> (8 * count));
        long digits = padded - ZEROS;
        digits = digits * 10 + (digits >>> 8); // pairs, then fours, then all
        long evenPairs = (digits & 0x0000_00ff_0000_00ffL) * 0x000f_4240_0000_0064L;
        long oddPairs = ((digits >>> 16) & 0x0000_00ff_0000_00ffL) * 0x0000_2710_0000_0001L;
        return (evenPairs + oddPairs) >>> 32;
    }

    private static long[] powers() {
        var powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int power = 1; power <= DIGITS_MAX; power++) {
            powers[power] = 10 * powers[power - 1];
        }
        return powers;
    }
}
