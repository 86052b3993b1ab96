package io.tidegate.world;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.simulator.venue.Listing;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sets the core up, keeps its time going, and turns kill switches: what configuration and people do.
final class Operator {
    static final String ACCOUNT = "desk";
    static final String VENUE = "binance";
    static final String LABEL = "main";
    /// The id that the core gives to the first venue account.
    static final int VENUE_ACCOUNT = 1;

    private static final long BEAT_NS = 1_000_000_000L;
    private static final long IMAGE_EVERY_NS = 60_000_000_000L;
    private static final Limits LIMITS =
            new Limits(100_000, 100_000, Amount.ZERO, 500, 10_000_000_000L, 0, Limits.Duplicates.OFF);

    private final List<Listing> listings;
    private final CommandSender sender;
    private final EventReader events;
    private final Map<String, Integer> assets = new HashMap<>();
    private final Set<String> gridded = new HashSet<>();
    private final ArrayDeque<Command> unsent = new ArrayDeque<>();
    private long nextBeatNs;
    private long nextImageNs;

    Operator(Journal journal, List<Listing> listings, long nonce, long nowNs) {
        this.listings = listings;
        this.sender = new CommandSender("operator", nonce, journal.writer(), 256);
        this.events = EventReader.resume(journal, EventMark.START);
        this.nextImageNs = nowNs + IMAGE_EVERY_NS;
        live(nowNs);
        for (Listing listing : listings) {
            unsent.add(new DefineInstrument(
                    listing.instrument().symbol(),
                    listing.instrument().assetClass(),
                    listing.base().code(),
                    listing.quote().code(),
                    listing.instrument().priceScale(),
                    listing.instrument().quantityScale()));
        }
        unsent.add(new DefineVenueAccount(
                ACCOUNT, VENUE, LABEL, new VenueTerms(20, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L)));
        unsent.add(new SetLimits(ACCOUNT, LIMITS, "operator"));
    }

    /// The core lives anew.
    void live(long nowNs) {
        unsent.add(new StartIncarnation(nowNs / 1_000_000));
    }

    void turn(boolean engaged) {
        unsent.add(new SetKillSwitch(KillScope.ALL, "", engaged, "operator", "drill"));
    }

    int poll(long nowNs) {
        int work = events.poll(nowNs, (position, header, event) -> {
            sender.onEvent(header, event);
            notice(event);
        });
        if (nowNs >= nextBeatNs) {
            nextBeatNs = nowNs + BEAT_NS;
            unsent.add(new Heartbeat());
        }
        if (nowNs >= nextImageNs) {
            nextImageNs = nowNs + IMAGE_EVERY_NS;
            unsent.add(new BeginImage());
        }
        while (!unsent.isEmpty() && sender.send(unsent.peek()).isPresent()) {
            unsent.remove();
            work++;
        }
        return work + sender.poll(nowNs);
    }

    long nextNs() {
        return nextBeatNs;
    }

    /// Our id of an asset, by its code.
    int asset(String code) {
        return assets.getOrDefault(code, 0);
    }

    private void notice(Event event) {
        if (event instanceof AssetDefined defined) {
            assets.put(defined.asset().code(), defined.asset().id());
        } else if (event instanceof VenueAccountDefined || event instanceof InstrumentDefined) {
            grid(event);
        }
    }

    /// Grids need both ids; instruments are defined before the venue account, in the order of the listings.
    private void grid(Event event) {
        if (event instanceof VenueAccountDefined) {
            for (int i = 0; i < listings.size(); i++) {
                if (gridded.add(listings.get(i).instrument().symbol())) {
                    unsent.add(new SetGrid(VENUE_ACCOUNT, i + 1, listings.get(i).grid()));
                }
            }
        }
    }
}
