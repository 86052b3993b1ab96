package io.tidegate.venues.binance.market;

import io.tidegate.transport.Endpoint;
import io.tidegate.venues.binance.BinanceSite;
import java.time.Duration;

/// How one connection to the market streams behaves.
///
/// @param streams        origin of the streams
/// @param rest           origin of the snapshots
/// @param snapshotLevels of each side of a snapshot, 1 to 5,000
/// @param snapshotsAtOnce how many snapshots may be asked for in one go
/// @param snapshotEveryNs how long each of them is missing from that number afterwards; requests share the address's
///                       weight with the orders, which come first
/// @param muteNs         so long without any message, and the connection counts as lost
/// @param behindNs       so long may a book lag behind the quotes of its own venue, and the stream counts as lost
public record MarketSettings(
        Endpoint streams,
        Endpoint rest,
        int snapshotLevels,
        int snapshotsAtOnce,
        long snapshotEveryNs,
        long muteNs,
        long behindNs) {
    public MarketSettings {
        if (snapshotLevels < 1 || snapshotLevels > 5_000) {
            throw new IllegalArgumentException("snapshotLevels " + snapshotLevels + ": expected 1 to 5000");
        }
        if (snapshotsAtOnce < 1 || snapshotEveryNs < 1 || muteNs < 1 || behindNs < 1) {
            throw new IllegalArgumentException("times and counts must be above 0: " + snapshotsAtOnce + ", "
                    + snapshotEveryNs + ", " + muteNs + ", " + behindNs);
        }
    }

    /// The market side of a site (binance.md section 1): 1,000 levels a snapshot, which weigh 50; twenty at once and
    /// one every 2.5 s make a fifth of the address's weight at most.
    public static MarketSettings of(BinanceSite site) {
        return new MarketSettings(
                streams(site),
                site.rest(),
                1_000,
                20,
                Duration.ofMillis(2_500).toNanos(),
                Duration.ofSeconds(30).toNanos(),
                Duration.ofSeconds(5).toNanos());
    }

    /// The same with other limits of silence.
    public MarketSettings withSilence(long newMuteNs, long newBehindNs) {
        return new MarketSettings(
                streams, rest, snapshotLevels, snapshotsAtOnce, snapshotEveryNs, newMuteNs, newBehindNs);
    }

    private static Endpoint streams(BinanceSite site) {
        return switch (site.realm()) {
            case PRODUCTION -> Endpoint.parse("wss://stream.binance.com:9443");
            case SANDBOX ->
                Endpoint.parse(
                        site.rest().host().startsWith("demo-")
                                ? "wss://demo-stream.binance.com"
                                : "wss://stream.testnet.binance.vision");
            case OWN_HOST -> site.wsApi(); // a simulated venue has one port for everything
        };
    }
}
