package io.tidegate.model.number;

import java.math.BigDecimal;

/// Decimal strings at the edge: what is accepted, and how a number is written.
///
/// A number is an optional `-`, 1 to 40 digits and at most one point between digits; no exponent, no `+`, no space.
/// Hostile input costs no more than its length.
public final class Decimals {
    /// Most digits that a number may have.
    public static final int DIGITS_MAX = 40;

    private Decimals() {}

    /// Reads a number of the form above.
    ///
    /// @throws NumberFormatException when it is not of that form, in words fit for a client
    public static BigDecimal parse(CharSequence text) {
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point && digits > 0 && i + 1 < text.length()) {
                point = true;
            } else if (c != '-' || i != 0) {
                throw new NumberFormatException("not a plain decimal: " + shown(text));
            }
            if (digits > DIGITS_MAX) {
                throw new NumberFormatException("more than " + DIGITS_MAX + " digits: " + shown(text));
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("not a plain decimal: " + shown(text));
        }
        return new BigDecimal(text.toString());
    }

    /// Reads a number as a count of 10^−scale: `101.25` at scale 2 is 10125.
    ///
    /// @throws NumberFormatException when it is no plain decimal
    /// @throws ArithmeticException when it has more decimals than the scale, or is beyond 63 bits; never rounded
    public static long parse(CharSequence text, int scale) {
        BigDecimal value = parse(text);
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > scale) {
            throw new ArithmeticException("more than " + scale + " decimals: " + shown(text));
        }
        try {
            return value.setScale(scale).unscaledValue().longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new ArithmeticException("beyond the range of scale " + scale + ": " + shown(text));
        }
    }

    /// Writes a count of 10^−scale without exponent and without trailing zeros: 10120 at scale 2 is `101.2`.
    public static String format(long value, int scale) {
        return format(BigDecimal.valueOf(value, scale));
    }

    /// Writes a decimal without exponent and without trailing zeros.
    public static String format(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String shown(CharSequence text) {
        return "'" + (text.length() <= 60 ? text : text.subSequence(0, 60) + "…") + "'";
    }
}
