package io.tidegate.gateway;

import io.tidegate.gateway.handout.HandOutSettings;
import io.tidegate.gateway.limits.LimitPolicy;
import io.tidegate.gateway.reconcile.ReconcileSettings;
import io.tidegate.gateway.session.LineSettings;
import java.util.HashSet;
import java.util.List;

/// How a gateway works. Every figure has a default of SPEC CFG-1; a bad one is refused with its range.
///
/// @param name           by which it claims venue accounts, 1 to 64 characters
/// @param accounts       the venue accounts that it serves, each once, at most 64
/// @param line           how sessions are kept
/// @param limits         how venues' limits are shared among calls
/// @param handOut        how orders leave
/// @param reconcile      how our books are held against the venues'
/// @param waitingMax     calls of one priority that may wait at one venue account, 100 to 1,000,000
/// @param answerWithinNs a call without an outcome for so long ends as unknown, 1 s to 5 min
/// @param markEveryNs    how often an instrument is marked, 100 ms to 1 h; 0 for never
/// @param stopWithinNs   how long a stop waits for what is under way, up to 5 min
public record GatewaySettings(
        String name,
        List<AccountName> accounts,
        LineSettings line,
        LimitPolicy limits,
        HandOutSettings handOut,
        ReconcileSettings reconcile,
        int waitingMax,
        long answerWithinNs,
        long markEveryNs,
        long stopWithinNs) {
    private static final long SECOND_NS = 1_000_000_000L;

    /// What names a venue account before the core has given it a number.
    ///
    /// @param account the tenant that owns it
    /// @param venue   such as `binance`
    /// @param label   such as `main`
    public record AccountName(String account, String venue, String label) {
        @Override
        public String toString() {
            return account + "/" + venue + ":" + label;
        }
    }

    public GatewaySettings {
        accounts = List.copyOf(accounts);
        if (name.isEmpty() || name.length() > 64) {
            throw new IllegalArgumentException("gateway name '" + name + "': expected 1 to 64 characters");
        }
        if (accounts.size() > 64 || new HashSet<>(accounts).size() != accounts.size()) {
            throw new IllegalArgumentException("gateway accounts " + accounts + ": expected at most 64, each once");
        }
        check("calls waiting", waitingMax, 100, 1_000_000);
        check("answer within, ns", answerWithinNs, SECOND_NS, 300 * SECOND_NS);
        check("stop within, ns", stopWithinNs, 0, 300 * SECOND_NS);
        if (markEveryNs != 0) {
            check("mark every, ns", markEveryNs, SECOND_NS / 10, 3_600 * SECOND_NS);
        }
    }

    private static void check(String what, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("gateway: " + what + " " + value + ", expected " + low + " to " + high);
        }
    }

    /// The defaults for these accounts.
    public static GatewaySettings of(String name, List<AccountName> accounts) {
        return new GatewaySettings(
                name,
                accounts,
                LineSettings.DEFAULT,
                LimitPolicy.DEFAULT,
                HandOutSettings.DEFAULT,
                ReconcileSettings.DEFAULT,
                20_000,
                30 * SECOND_NS,
                SECOND_NS,
                5 * SECOND_NS);
    }

    /// The same with other hand-out settings.
    public GatewaySettings with(HandOutSettings other) {
        return new GatewaySettings(
                name, accounts, line, limits, other, reconcile, waitingMax, answerWithinNs, markEveryNs, stopWithinNs);
    }

    /// The same with other reconciliation settings.
    public GatewaySettings with(ReconcileSettings other) {
        return new GatewaySettings(
                name, accounts, line, limits, handOut, other, waitingMax, answerWithinNs, markEveryNs, stopWithinNs);
    }

    /// The same with other line settings.
    public GatewaySettings with(LineSettings other) {
        return new GatewaySettings(
                name,
                accounts,
                other,
                limits,
                handOut,
                reconcile,
                waitingMax,
                answerWithinNs,
                markEveryNs,
                stopWithinNs);
    }

    /// The same with marks so often; 0 for never.
    public GatewaySettings markingEveryNs(long otherNs) {
        return new GatewaySettings(
                name, accounts, line, limits, handOut, reconcile, waitingMax, answerWithinNs, otherNs, stopWithinNs);
    }
}
