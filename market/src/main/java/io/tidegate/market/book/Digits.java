package io.tidegate.market.book;

/// How a venue wrote a level: how many decimals its price and its quantity had. Together with the numbers that
/// gives the text again, digit by digit, as checksums need it: `0.0500` at scale 8 is 5,000,000 with 4 decimals.
///
/// Holds for what venues write: no `+`, no exponent, one zero before the point of a number below 1.
public final class Digits {
    /// Most decimals that can be remembered.
    public static final int DECIMALS_MAX = 40;

    private Digits() {}

    /// Both counts in one number.
    ///
    /// @param priceDecimals    decimals as written, trailing zeros too, 0 to [#DECIMALS_MAX]
    /// @param quantityDecimals the same of the quantity
    public static short of(int priceDecimals, int quantityDecimals) {
        if (priceDecimals < 0
                || priceDecimals > DECIMALS_MAX
                || quantityDecimals < 0
                || quantityDecimals > DECIMALS_MAX) {
            throw new IllegalArgumentException(
                    priceDecimals + " and " + quantityDecimals + " decimals: expected 0 to " + DECIMALS_MAX);
        }
        return (short) (priceDecimals << 8 | quantityDecimals);
    }

    public static int priceDecimals(short digits) {
        return digits >>> 8;
    }

    public static int quantityDecimals(short digits) {
        return digits & 0xff;
    }

    /// Writes a number as it was written.
    ///
    /// @param value    not negative, at that scale
    /// @param decimals as many as were written; those beyond the scale were zeros
    public static void write(long value, int scale, int decimals, StringBuilder to) {
        int start = to.length();
        to.append(value);
        while (to.length() - start <= scale) {
            to.insert(start, '0');
        }
        to.insert(to.length() - scale, '.');
        for (int decimal = scale; decimal < decimals; decimal++) {
            to.append('0');
        }
        to.setLength(to.length() - Math.max(0, scale - decimals));
        if (decimals == 0) {
            to.setLength(to.length() - 1);
        }
    }
}
