package io.tidegate.model.risk;

import io.tidegate.model.number.Amount;

/// How much one account may lose, in steps (SPEC POS-3). What counts is realised and unrealised together at the
/// marks, less commissions, funding, interest and gas.
///
/// @param reportingAsset      id of the asset in which it is counted
/// @param dayStartSeconds     when a day begins, seconds after 00:00 UTC, 0 to 86,399
/// @param day                 losses since the day began; a new day releases its step
/// @param drawdown            losses since the best result since these limits were set; only new limits release it
/// @param shrunkOrderValueMax largest value of one order from `SHRINK` on, in the order's quote asset; positive where a
///                            step shrinks
public record LossLimits(
        int reportingAsset, int dayStartSeconds, Steps day, Steps drawdown, Amount shrunkOrderValueMax) {
    /// At which loss each step is reached; zero leaves the step out, and those that are not left out rise.
    public record Steps(Amount shrink, Amount noNew, Amount flatten, Amount stop) {
        public static final Steps NONE = new Steps(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);

        public Steps {
            Amount before = Amount.ZERO;
            for (Amount at : new Amount[] {shrink, noNew, flatten, stop}) {
                if (at.signum() < 0 || (!at.isZero() && at.compareTo(before) < 0)) {
                    throw new IllegalArgumentException(
                            "steps of loss must rise: " + shrink + ", " + noNew + ", " + flatten + ", " + stop);
                }
                before = before.max(at);
            }
        }

        /// The last step that such a loss reaches.
        public LossStep reached(Amount loss) {
            if (reaches(loss, stop)) {
                return LossStep.STOP;
            }
            if (reaches(loss, flatten)) {
                return LossStep.FLATTEN;
            }
            if (reaches(loss, noNew)) {
                return LossStep.NO_NEW;
            }
            return reaches(loss, shrink) ? LossStep.SHRINK : LossStep.NONE;
        }

        private static boolean reaches(Amount loss, Amount at) {
            return !at.isZero() && loss.compareTo(at) >= 0;
        }
    }

    public LossLimits {
        boolean shrinks = !day.shrink().isZero() || !drawdown.shrink().isZero();
        if (reportingAsset < 1
                || dayStartSeconds < 0
                || dayStartSeconds > 86_399
                || shrunkOrderValueMax.signum() < 0
                || (shrinks && shrunkOrderValueMax.isZero())) {
            throw new IllegalArgumentException("loss limits out of range: asset " + reportingAsset + ", day from "
                    + dayStartSeconds + " s, order value " + shrunkOrderValueMax);
        }
    }
}
