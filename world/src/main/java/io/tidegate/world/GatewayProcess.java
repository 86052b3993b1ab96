package io.tidegate.world;

import io.tidegate.gateway.Gateway;
import io.tidegate.gateway.GatewaySettings;
import io.tidegate.gateway.GatewaySettings.AccountName;
import io.tidegate.gateway.JournalLog;
import io.tidegate.gateway.session.BanBook;
import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Network;
import io.tidegate.transport.simulated.SimulatedNetwork;
import io.tidegate.venues.api.VenueSession;
import io.tidegate.venues.binance.BinanceSession;
import io.tidegate.venues.binance.BinanceSettings;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.Signer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The gateway as a process that can be killed: what it knew is gone, its connections break, and the next one begins
/// from the core's events alone.
final class GatewayProcess {
    private final InMemoryJournal journal;
    private final SimulatedNetwork network;
    private final Endpoint venue;
    private final Credentials keys;
    private final UnaryOperator<VenueSession> wrap;
    private final Dice dice;
    private final BanBook bans = BanBook.inMemory();
    private @Nullable Gateway gateway;
    private @Nullable Network connections;

    GatewayProcess(
            InMemoryJournal journal,
            SimulatedNetwork network,
            Endpoint venue,
            Credentials keys,
            UnaryOperator<VenueSession> wrap,
            Dice dice) {
        this.journal = journal;
        this.network = network;
        this.venue = venue;
        this.keys = keys;
        this.wrap = wrap;
        this.dice = dice;
        start();
    }

    /// A new process: it claims its venue account anew and asks about everything that is live.
    void start() {
        if (gateway != null) {
            return;
        }
        Network fresh = network.client("gateway");
        var sender = new CommandSender("gateway", dice.nextLong(), journal.writer(), 4_096);
        EventReader events =
                dice.chance(50) ? EventReader.fromImage(journal) : EventReader.resume(journal, EventMark.START);
        var site = BinanceSite.ownHost(venue, new Endpoint("ws", venue.host(), venue.port()));
        connections = fresh;
        gateway = new Gateway(
                GatewaySettings.of(
                        "gateway", List.of(new AccountName(Operator.ACCOUNT, Operator.VENUE, Operator.LABEL))),
                (account, instruments) -> wrap.apply(new BinanceSession(
                        BinanceSettings.of(site, Signer.hmac(keys.apiKey(), keys.secret()), instruments))),
                fresh,
                new JournalLog(sender, events),
                bans,
                dice.nextLong());
    }

    /// Ends it as `kill -9` does.
    void kill() {
        gateway = null;
        if (connections != null) {
            connections.close();
            connections = null;
        }
    }

    boolean isUp() {
        return gateway != null;
    }

    int poll(long nowNs) {
        return gateway == null ? 0 : gateway.poll(nowNs);
    }
}
