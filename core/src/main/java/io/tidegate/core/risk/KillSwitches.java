package io.tidegate.core.risk;

import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.venue.VenueAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kill switches that are engaged (SPEC POS-4).
public final class KillSwitches {
    private record Key(KillScope scope, String subject) {}

    private final Map<Key, KillSwitchSet> engaged = new LinkedHashMap<>();

    /// Engages or re-arms a switch; told only when that changes something.
    ///
    /// @return whether a switch was engaged by this call, so that open orders must be cancelled
    public boolean set(SetKillSwitch command, EventSink out) {
        Key key = new Key(command.scope(), command.subject());
        if (command.engaged() == engaged.containsKey(key)) {
            return false;
        }
        KillSwitchSet event = new KillSwitchSet(
                command.scope(), command.subject(), command.engaged(), command.by(), command.reason());
        if (command.engaged()) {
            engaged.put(key, event);
        } else {
            engaged.remove(key);
        }
        out.emit(event);
        return command.engaged();
    }

    public boolean isAnyEngaged() {
        return !engaged.isEmpty();
    }

    /// The switch that stops such an order, whatever venue would get it.
    public Optional<Refusal> stops(OrderTerms terms, Instrument instrument) {
        if (engaged.isEmpty()) {
            return Optional.empty();
        }
        return stopped(KillScope.ALL, "")
                .or(() -> stopped(KillScope.ACCOUNT, terms.account()))
                .or(() -> stopped(KillScope.STRATEGY, terms.strategy()))
                .or(() -> stopped(KillScope.INSTRUMENT, instrument.symbol()));
    }

    /// The switch that stops that venue account.
    public Optional<Refusal> stops(VenueAccount venueAccount) {
        return engaged.isEmpty() ? Optional.empty() : stopped(KillScope.VENUE_ACCOUNT, venueAccount.name());
    }

    private Optional<Refusal> stopped(KillScope scope, String subject) {
        KillSwitchSet by = engaged.get(new Key(scope, subject));
        return by == null
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        RefusalCode.KILL_SWITCH,
                        "",
                        scope + (subject.isEmpty() ? "" : " " + subject),
                        "re-armed; engaged by " + by.by() + ": " + by.reason()));
    }

    public List<Event> lines() {
        return List.copyOf(engaged.values());
    }

    public void restore(KillSwitchSet line) {
        engaged.put(new Key(line.scope(), line.subject()), line);
    }
}
