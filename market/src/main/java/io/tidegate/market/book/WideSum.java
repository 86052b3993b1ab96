package io.tidegate.market.book;

import java.math.BigInteger;

/// An exact sum of prices times quantities in 128 bits, to be divided once. One thread.
final class WideSum {
    private long high;
    private long low;

    /// Adds a product of two numbers that are not negative. The sum must stay below 2^127, as it does when the
    /// second factors together are below 2^63.
    void add(long price, long quantity) {
        long product = price * quantity;
        low += product;
        long carry = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
        high = Math.addExact(high, Math.multiplyHigh(price, quantity) + carry);
    }

    /// The sum divided by a number above 0.
    ///
    /// @throws ArithmeticException when the quotient is beyond 63 bits
    long dividedBy(long divisor, boolean roundUp) {
        if (high == 0 && low >= 0) {
            return roundUp ? Math.ceilDiv(low, divisor) : low / divisor;
        }
        var sum = BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
        var parts = sum.divideAndRemainder(BigInteger.valueOf(divisor));
        long quotient = parts[0].longValueExact();
        return roundUp && parts[1].signum() > 0 ? Math.addExact(quotient, 1) : quotient;
    }
}
