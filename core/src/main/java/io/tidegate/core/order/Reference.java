package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.venue.VenueFeature;
import java.util.Optional;

/// What the price of an order is measured by: the market, or for a stop the price that sets it off.
record Reference(Catalog catalog, AccountLimits limits) {
    /// Empty where it is not known.
    Optional<MarkSet> of(OrderTerms terms, Instrument instrument, long nowNs) {
        Optional<MarkSet> mark = catalog.mark(instrument.id());
        if (VenueFeature.of(terms.type()).isEmpty()) {
            return mark;
        }
        if (terms.type() == OrderType.TRAILING_STOP) {
            return mark.map(seen -> at(instrument, Stops.trailing(terms, Stops.reference(terms, seen)), seen.atNs()));
        }
        return Optional.of(at(instrument, terms.stopPrice(), nowNs));
    }

    private static MarkSet at(Instrument instrument, long price, long atNs) {
        return new MarkSet(instrument.id(), price, price, atNs);
    }

    /// The worst price at which a stop without a limit may trade when it is set off at `stopPrice`; empty where the
    /// venue has no such price.
    Optional<Long> worstOfStop(OrderTerms terms, long stopPrice, int venueAccount) {
        return catalog.venue(venueAccount)
                .flatMap(venue -> venue.grid(terms.instrument()))
                .flatMap(grid -> Stops.worst(terms.side(), stopPrice, slippageBps(terms), grid));
    }

    /// How far an order without a limit may trade from it, in bps.
    int slippageBps(OrderTerms terms) {
        int collarBps = limits.collarBps(terms);
        return terms.slippageMaxBps() == 0 ? collarBps : Math.min(collarBps, terms.slippageMaxBps());
    }
}
