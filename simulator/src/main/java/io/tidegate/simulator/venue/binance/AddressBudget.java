package io.tidegate.simulator.venue.binance;

import java.util.Optional;

/// What one client address may ask for: weight, requests and connections; and the ban of one that does not listen.
final class AddressBudget {
    private static final long BAN_MAX_NS = 3L * 24 * 3_600 * 1_000_000_000L;

    private final BinanceSettings settings;
    private final Window weight = new Window(60);
    private final Window raw = new Window(300);
    private final Window connects = new Window(300);
    private final Window refusals = new Window(60);
    private long bannedUntilNs = Long.MIN_VALUE;
    private long nextBanNs;

    AddressBudget(BinanceSettings settings) {
        this.settings = settings;
        nextBanNs = settings.firstBanSeconds() * 1_000_000_000L;
    }

    /// Charges a request, or says why it is refused; a refused one costs nothing.
    Optional<BinanceError> charge(int cost, long nowNs) {
        if (nowNs < bannedUntilNs) {
            return Optional.of(BinanceError.banned(bannedUntilNs));
        }
        boolean isWithinRaw = raw.count(nowNs) < settings.rawPer5Minutes();
        if (isWithinRaw && weight.count(nowNs) + cost <= settings.weightPerMinute()) {
            raw.add(1, nowNs);
            weight.add(cost, nowNs);
            return Optional.empty();
        }
        refusals.add(1, nowNs);
        if (refusals.count(nowNs) > settings.refusalsBeforeBan()) {
            bannedUntilNs = nowNs + nextBanNs;
            nextBanNs = Math.min(2 * nextBanNs, BAN_MAX_NS);
            return Optional.of(BinanceError.banned(bannedUntilNs));
        }
        return Optional.of(
                isWithinRaw
                        ? BinanceError.weightUsedUp(settings.weightPerMinute(), weight.endNs(nowNs))
                        : BinanceError.rawUsedUp(settings.rawPer5Minutes(), raw.endNs(nowNs)));
    }

    /// Gives back the weight of a trade request that succeeded (fact sheet §0, 2026-04-02).
    void refund(int cost, long nowNs) {
        weight.add(-cost, nowNs);
    }

    /// Charges a WebSocket connection, which costs 2 weight.
    ///
    /// @return false when it is refused
    boolean connect(long nowNs) {
        if (connects.count(nowNs) >= settings.connectsPer5Minutes()
                || charge(2, nowNs).isPresent()) {
            return false;
        }
        connects.add(1, nowNs);
        return true;
    }

    int weightUsed(long nowNs) {
        return weight.count(nowNs);
    }
}
