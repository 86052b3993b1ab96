package io.tidegate.model.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An amount of any asset: a signed 128-bit integer in units of 10⁻¹⁸, so ± 1.7 · 10²⁰ with every product of a price
/// and a quantity exact (SPEC ORD-12).
///
/// Sums that leave the range throw: whoever adds foreign facts asks [#fits] first and parks what does not.
///
/// @param hi the upper 64 bits, with the sign
/// @param lo the lower 64 bits, unsigned
public record Amount(long hi, long lo) implements Comparable<Amount> {
    /// Decimal places of an amount.
    public static final int SCALE = 18;

    public static final Amount ZERO = new Amount(0, 0);

    private static final long[] POWERS_OF_TEN = powersOfTen();
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private static long[] powersOfTen() {
        long[] powers = new long[SCALE + 1];
        powers[0] = 1;
        for (int i = 1; i <= SCALE; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /// `price × quantity`, exact, for a price and a quantity with together `scales` decimal places (0 to 18).
    ///
    /// @throws ArithmeticException when the product is beyond 127 bits
    public static Amount product(long price, long quantity, int scales) {
        return times(Math.multiplyHigh(price, quantity), price * quantity, power(SCALE - scales));
    }

    /// A decimal at `scale` (0 to 18) as an amount; always exact.
    public static Amount ofScaled(long value, int scale) {
        long power = power(SCALE - scale);
        return new Amount(Math.multiplyHigh(value, power), value * power);
    }

    /// Whether `price × quantity` at these scales fits in 127 bits.
    public static boolean productFits(long price, long quantity, int scales) {
        return timesFits(Math.multiplyHigh(price, quantity), price * quantity, power(SCALE - scales));
    }

    /// Reads a plain decimal such as `-0.00012`: at most 40 digits, no exponent.
    ///
    /// @throws NumberFormatException when it is no such decimal
    /// @throws ArithmeticException when it has more than 18 decimals or is beyond 127 bits; it is never rounded
    public static Amount parse(String decimal) {
        return of(Decimals.parse(decimal));
    }

    /// @throws ArithmeticException when it has more than 18 decimals or is beyond 127 bits
    public static Amount of(BigDecimal decimal) {
        return of(decimal.setScale(SCALE).unscaledValue());
    }

    /// An amount of that many units of 10⁻¹⁸.
    ///
    /// @throws ArithmeticException when it is beyond 127 bits
    public static Amount of(BigInteger units) {
        if (units.bitLength() > 127) {
            throw new ArithmeticException("beyond 127 bits: " + units);
        }
        return new Amount(units.shiftRight(64).longValueExact(), units.longValue());
    }

    /// @throws ArithmeticException when the sum is beyond 127 bits
    public Amount plus(Amount other) {
        long low = lo + other.lo;
        long carry = Long.compareUnsigned(low, lo) < 0 ? 1 : 0;
        long high = hi + other.hi + carry;
        if (((hi ^ high) & (other.hi ^ high)) < 0) {
            throw new ArithmeticException("sum beyond 127 bits: " + this + " + " + other);
        }
        return new Amount(high, low);
    }

    /// @throws ArithmeticException when the difference is beyond 127 bits
    public Amount minus(Amount other) {
        long low = lo - other.lo;
        long borrow = Long.compareUnsigned(lo, other.lo) < 0 ? 1 : 0;
        long high = hi - other.hi - borrow;
        if (((hi ^ other.hi) & (hi ^ high)) < 0) {
            throw new ArithmeticException("difference beyond 127 bits: " + this + " - " + other);
        }
        return new Amount(high, low);
    }

    /// @throws ArithmeticException for −2¹²⁷, which no sum of ours reaches
    public Amount negated() {
        if (hi == Long.MIN_VALUE && lo == 0) {
            throw new ArithmeticException("beyond 127 bits: -" + this);
        }
        return new Amount(~hi + (lo == 0 ? 1 : 0), -lo);
    }

    public Amount abs() {
        return hi < 0 ? negated() : this;
    }

    /// −1, 0 or 1.
    public int signum() {
        return hi < 0 ? -1 : (hi | lo) == 0 ? 0 : 1;
    }

    public boolean isZero() {
        return (hi | lo) == 0;
    }

    /// Whether the sum of the two stays within 127 bits.
    public boolean fits(Amount other) {
        long low = lo + other.lo;
        long high = hi + other.hi + (Long.compareUnsigned(low, lo) < 0 ? 1 : 0);
        return ((hi ^ high) & (other.hi ^ high)) >= 0;
    }

    /// Whether this is below 2¹²⁴ on either side, so that a handful of such amounts can be added without a check.
    public boolean isModest() {
        return hi >> 60 == 0 || hi >> 60 == -1;
    }

    /// The larger of the two.
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// The smaller of the two.
    public Amount min(Amount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// ⌊this × part ∕ whole⌋, rounded towards zero, with a wide intermediate: the cost that a reduction releases.
    ///
    /// @param part  0 to `whole`
    /// @param whole positive
    public Amount share(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("share " + part + " of " + whole);
        }
        return of(units().multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole)));
    }

    /// This times `bps` ten-thousandths, rounded away from zero: what to set aside for a fee.
    ///
    /// @param bps 0 to 10,000
    public Amount bpsUp(int bps) {
        if (bps < 0 || bps > 10_000) {
            throw new IllegalArgumentException(bps + " bps: expected 0 to 10000");
        }
        BigInteger[] parts = units().multiply(BigInteger.valueOf(bps)).divideAndRemainder(BigInteger.valueOf(10_000));
        return of(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.valueOf(parts[1].signum())));
    }

    /// This as a count of units of 10⁻¹⁸.
    public BigInteger units() {
        BigInteger low = BigInteger.valueOf(lo);
        return BigInteger.valueOf(hi).shiftLeft(64).add(lo < 0 ? low.add(TWO_TO_64) : low);
    }

    public BigDecimal decimal() {
        return new BigDecimal(units(), SCALE);
    }

    @Override
    public int compareTo(Amount other) {
        return hi != other.hi ? Long.compare(hi, other.hi) : Long.compareUnsigned(lo, other.lo);
    }

    /// A plain decimal without trailing zeros, such as `-0.00012`.
    @Override
    public String toString() {
        return Decimals.format(decimal());
    }

    private static long power(int exponent) {
        if (exponent < 0 || exponent > SCALE) {
            throw new IllegalArgumentException("scale " + (SCALE - exponent) + ": expected 0 to 18");
        }
        return POWERS_OF_TEN[exponent];
    }

    /// (hi, lo) × factor, where the product of two longs is multiplied by a power of ten: 128 × 64 bits.
    private static Amount times(long hi, long lo, long factor) {
        if (!timesFits(hi, lo, factor)) {
            throw new ArithmeticException("beyond 127 bits: (" + hi + "," + lo + ") x " + factor);
        }
        return new Amount(hi * factor + Math.unsignedMultiplyHigh(lo, factor), lo * factor);
    }

    private static boolean timesFits(long hi, long lo, long factor) {
        long carried = Math.unsignedMultiplyHigh(lo, factor); // below 10^18, so never negative
        long upper = Math.multiplyHigh(hi, factor);
        long lower = hi * factor;
        long sum = lower + carried;
        if (Long.compareUnsigned(sum, lower) < 0) {
            upper++;
        }
        return upper == (sum >> 63); // nothing but sign above bit 127
    }
}
