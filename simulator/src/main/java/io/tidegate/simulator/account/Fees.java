package io.tidegate.simulator.account;

import io.tidegate.model.number.Amount;
import java.math.BigInteger;

/// What an account pays for trading, in ten-thousandths of what it receives.
///
/// @param makerBps 0 to 10,000
/// @param takerBps 0 to 10,000
public record Fees(int makerBps, int takerBps) {
    public static final Fees NONE = new Fees(0, 0);

    /// Decimal places to which a fee is cut off, in the venue's favour never.
    public static final int SCALE = 8;

    private static final BigInteger UNIT = BigInteger.TEN.pow(Amount.SCALE - SCALE);
    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    public Fees {
        if (makerBps < 0 || makerBps > 10_000 || takerBps < 0 || takerBps > 10_000) {
            throw new IllegalArgumentException("fees " + makerBps + " and " + takerBps + " bps: expected 0 to 10000");
        }
    }

    /// The fee on what is received, rounded down to 8 decimals.
    public Amount on(Amount received, boolean isMaker) {
        int bps = isMaker ? makerBps : takerBps;
        BigInteger fee = received.units().multiply(BigInteger.valueOf(bps)).divide(BPS);
        return Amount.of(fee.divide(UNIT).multiply(UNIT));
    }
}
