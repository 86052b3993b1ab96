package io.tidegate.execution.route;

import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.refusal.Refusal;
import java.util.List;

/// What routing says to an order.
public sealed interface Routing {
    /// Work it so.
    ///
    /// @param children what to send; together never more than the order
    /// @param reasons  why there, and why not elsewhere, for the record
    record Proposal(List<ChildTerms> children, List<String> reasons) implements Routing {
        public Proposal {
            children = List.copyOf(children);
            reasons = List.copyOf(reasons);
        }
    }

    /// Nobody can take it.
    ///
    /// @param refusal the reason as a whole
    /// @param venues  each venue account with its own reason; empty where the reason is not the venues'
    record NoWay(Refusal refusal, List<VenueReason> venues) implements Routing {
        public NoWay {
            venues = List.copyOf(venues);
        }
    }

    /// Why one venue account does not get it.
    ///
    /// @param venueAccount its name, such as `binance:main`
    record VenueReason(String venueAccount, Refusal refusal) {
        @Override
        public String toString() {
            return venueAccount + ": " + refusal;
        }
    }
}
