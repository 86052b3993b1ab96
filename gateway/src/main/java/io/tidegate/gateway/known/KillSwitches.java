package io.tidegate.gateway.known;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.venue.VenueAccount;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The kill switches that are engaged, and whose orders they stop (SPEC POS-4).
///
/// A child does not name its strategy, so the tenant and strategy of every live order are kept here.
public final class KillSwitches {
    private record Switch(KillScope scope, String subject) {}

    private record Owner(String account, String strategy) {}

    private final Set<Switch> engaged = new LinkedHashSet<>();
    private final Map<Long, Owner> owners = new HashMap<>();

    /// Takes notice of switches and orders; other events change nothing.
    public void onEvent(Event event) {
        switch (event) {
            case KillSwitchSet set -> {
                var named = new Switch(set.scope(), set.subject());
                if (set.engaged()) {
                    engaged.add(named);
                } else {
                    engaged.remove(named);
                }
            }
            case OrderAccepted accepted -> own(accepted.orderId(), accepted.terms());
            case OrderStands stands when !stands.status().isTerminal() -> own(stands.orderId(), stands.terms());
            case OrderMoved moved when moved.to().isTerminal() -> owners.remove(moved.orderId());
            default -> {}
        }
    }

    private void own(long orderId, OrderTerms terms) {
        owners.put(orderId, new Owner(terms.account(), terms.strategy()));
    }

    /// Whether a switch forbids to send this child.
    public boolean stops(Child child, VenueAccount at) {
        if (engaged.isEmpty()) {
            return false;
        }
        Owner owner = owners.getOrDefault(child.orderId(), new Owner(at.account(), ""));
        return engaged.contains(new Switch(KillScope.ALL, ""))
                || engaged.contains(new Switch(KillScope.ACCOUNT, owner.account()))
                || engaged.contains(new Switch(KillScope.VENUE_ACCOUNT, at.name()))
                || engaged.contains(new Switch(KillScope.STRATEGY, owner.strategy()))
                || engaged.contains(
                        new Switch(KillScope.INSTRUMENT, child.instrument().symbol()));
    }
}
