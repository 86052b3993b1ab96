package io.tidegate.app.kill;

import io.tidegate.api.access.KeyRing;
import java.nio.file.Path;

/// The part of a configuration in which the tests differ.
///
/// @param snapshotMb a snapshot is taken when the log has grown by so much, MB
/// @param reserveMb  new orders are refused while less is free, MB
record ServeSettings(int snapshotMb, int reserveMb) {
    /// Snapshots rarely, no disk is too small.
    static final ServeSettings USUAL = new ServeSettings(256, 0);

    String toml(Path dataFolder, int port, String rest, String socket) {
        return """
                [node]
                data-folder = "%s"
                sync-level = 1
                snapshot-log-mb = %d
                disk-reserve-mb = %d

                [api]
                port = %d

                [[api.keys]]
                name = "load"
                account = "main"
                role = "admin"
                sha256 = "%s"

                [[accounts]]
                name = "main"
                open-orders = 100000
                orders-per-second = 10000
                duplicates = "off"

                [[instruments]]
                symbol = "BTC/USDT"
                base = "BTC"
                quote = "USDT"
                price-scale = 2
                quantity-scale = 5

                [[instruments]]
                symbol = "ETH/USDT"
                base = "ETH"
                quote = "USDT"
                price-scale = 2
                quantity-scale = 4

                [[venues]]
                venue = "binance"
                account = "main"
                realm = "own-host"
                rest = "%s"
                websocket = "%s"
                key = "${VENUE_KEY}"
                secret = "${VENUE_SECRET}"
                request-expiry-ms = 2000
                visibility-ms = 2000
                orders-per-10s = 1000000
                orders-per-day = 100000000

                [[venues.instruments]]
                symbol = "BTC/USDT"
                tick = "0.01"
                lot = "0.00001"
                quantity-min = "0.00001"
                quantity-max = "9000"
                notional-min = "5"

                [[venues.instruments]]
                symbol = "ETH/USDT"
                tick = "0.01"
                lot = "0.0001"
                quantity-min = "0.0001"
                quantity-max = "9000"
                notional-min = "5"
                """.formatted(dataFolder, snapshotMb, reserveMb, port, KeyRing.sha256(ServeProcess.KEY), rest, socket);
    }
}
