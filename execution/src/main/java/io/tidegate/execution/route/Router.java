package io.tidegate.execution.route;

import io.tidegate.execution.slippage.WorstPrice;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Chooses where an order goes: a pure function of the order, of what was seen, and of the rules.
///
/// The first venue account that can take all of it gets it, by preference, then by id. A client's own price and
/// quantity go through as stated or not at all; a price that is ours (a MARKET order becomes a LIMIT that takes
/// or ends, SPEC SLP-4) is rounded on the venue's grid and never past its limit. Safe from any thread.
public final class Router {
    private final RoutingRules rules;

    public Router(RoutingRules rules) {
        this.rules = rules;
    }

    public RoutingRules rules() {
        return rules;
    }

    /// Proposes one child that works all of the order, or says why nobody can take it.
    ///
    /// @param terms sound in themselves, see [OrderTerms#problems]
    public Routing route(OrderTerms terms, Outlook outlook) {
        if (terms.type() == OrderType.FLASH_LOAN_ARBITRAGE || terms.type() == OrderType.ATOMIC_SWAP) {
            return noWay(Refusal.of(RefusalCode.NOT_SUPPORTED, "type", terms.type(), "an order that venues match"));
        }
        boolean byMark = terms.type() == OrderType.MARKET || terms.type() == OrderType.TRAILING_STOP;
        if (byMark && !outlook.hasFreshMark()) {
            return noWay(noReference(outlook));
        }
        var passedOver = new ArrayList<Routing.VenueReason>();
        for (Candidate candidate : ranked(terms, outlook)) {
            String name = candidate.venueAccount().name();
            if (candidate.stopped().isPresent()) {
                passedOver.add(new Routing.VenueReason(name, candidate.stopped().get()));
                continue;
            }
            if (candidate.grid().isEmpty()) {
                String symbol = outlook.instrument().symbol();
                passedOver.add(new Routing.VenueReason(
                        name, Refusal.of(RefusalCode.NOT_SUPPORTED, "instrument", symbol, "one that is traded there")));
                continue;
            }
            Grid grid = candidate.grid().get();
            OptionalLong price = price(terms, outlook, grid);
            Optional<Refusal> inTheWay = price.isEmpty()
                    ? Optional.of(noPrice(outlook, grid))
                    : Eligibility.check(terms, outlook.instrument(), candidate, grid, price.getAsLong());
            if (inTheWay.isEmpty()) {
                return proposal(terms, outlook, candidate, price.getAsLong(), passedOver);
            }
            passedOver.add(new Routing.VenueReason(name, inTheWay.get()));
        }
        return noVenue(terms, outlook, passedOver);
    }

    private List<Candidate> ranked(OrderTerms terms, Outlook outlook) {
        return outlook.candidates().stream()
                .filter(candidate -> terms.venueAccount() == 0
                        || terms.venueAccount() == candidate.venueAccount().id())
                .filter(candidate -> !terms.constraints()
                        .excludedVenues()
                        .contains(candidate.venueAccount().id()))
                .sorted(Comparator.<Candidate>comparingInt(candidate -> preference(terms, candidate))
                        .thenComparingInt(
                                candidate -> rules.rank(candidate.venueAccount().name()))
                        .thenComparingInt(candidate -> candidate.venueAccount().id()))
                .toList();
    }

    /// The client's wish comes before the operator's.
    private static int preference(OrderTerms terms, Candidate candidate) {
        List<Integer> preferred = terms.constraints().preferredVenues();
        int index = preferred.indexOf(candidate.venueAccount().id());
        return index < 0 ? preferred.size() : index;
    }

    private OptionalLong price(OrderTerms terms, Outlook outlook, Grid grid) {
        if (terms.type().needsPrice()) {
            return OptionalLong.of(terms.price());
        }
        if (terms.type() == OrderType.STOP_MARKET) {
            long stop = terms.stopPrice();
            return WorstPrice.of(terms.side(), stop, stop, slippageBps(terms, outlook), grid);
        }
        MarkSet mark = outlook.mark().orElseThrow();
        if (terms.type() == OrderType.TRAILING_STOP) {
            // Where the stop would stand now, and worse for as long as the market moves with the order.
            long offset = terms.trailingPrice() > 0
                    ? terms.trailingPrice()
                    : Math.max(1, mark.ask() / 10_000 * terms.trailingBps());
            long stop = terms.side() == Side.BUY ? mark.ask() + offset : Math.max(1, mark.bid() - offset);
            return WorstPrice.of(terms.side(), stop, stop, slippageBps(terms, outlook), grid);
        }
        return WorstPrice.of(terms.side(), mark.bid(), mark.ask(), slippageBps(terms, outlook), grid);
    }

    private int slippageBps(OrderTerms terms, Outlook outlook) {
        int own = terms.slippageMaxBps() == 0 ? rules.slippageDefaultBps() : terms.slippageMaxBps();
        return Math.min(own, outlook.limits().collarBps());
    }

    private Routing proposal(
            OrderTerms terms, Outlook outlook, Candidate chosen, long price, List<Routing.VenueReason> passedOver) {
        boolean isMarket = terms.type() == OrderType.MARKET;
        VenueTerms venue = chosen.venueAccount().terms();
        OrderType type = type(terms, venue);
        var child = new ChildTerms(
                chosen.venueAccount().id(), type, tif(terms, type, venue), terms.quantity(), price, terms.postOnly());
        var reasons = new ArrayList<String>();
        if (VenueFeature.of(terms.type()).isPresent()) {
            reasons.add(type == OrderType.LIMIT ? "the stop is watched by us" : "the stop is watched by the venue");
        }
        reasons.add(chosen.venueAccount().name() + ": all of it at "
                + outlook.instrument().priceText(price) + " at worst"
                + (isMarket ? ", " + slippageBps(terms, outlook) + " bps from the reference" : ""));
        passedOver.forEach(reason -> reasons.add(reason.toString()));
        return new Routing.Proposal(List.of(child), reasons);
    }

    /// A stop goes to the venue where the venue takes it, unless others of its group depend on it.
    private static OrderType type(OrderTerms terms, VenueTerms venue) {
        boolean natively = VenueFeature.of(terms.type()).filter(venue::has).isPresent();
        return natively && !terms.link().isGrouped() ? terms.type() : OrderType.LIMIT;
    }

    /// What has no limit must trade at once or not; what ends at a time ends by our own clock where the venue has none.
    private static TimeInForce tif(OrderTerms terms, OrderType child, VenueTerms venue) {
        boolean immediate = !terms.type().needsPrice() && child == OrderType.LIMIT;
        return switch (terms.tif()) {
            case FOK -> TimeInForce.FOK;
            case IOC -> child == OrderType.LIMIT ? TimeInForce.IOC : TimeInForce.GTC;
            case GTC, DAY -> immediate ? TimeInForce.IOC : TimeInForce.GTC;
            case GTD -> immediate ? TimeInForce.IOC : venue.has(VenueFeature.GTD) ? TimeInForce.GTD : TimeInForce.GTC;
        };
    }

    private static Routing noVenue(OrderTerms terms, Outlook outlook, List<Routing.VenueReason> passedOver) {
        if (passedOver.isEmpty()) {
            return noWay(
                    terms.venueAccount() == 0
                            ? Refusal.of(RefusalCode.NO_VENUE, "account", terms.account(), "one with a venue account")
                            : Refusal.of(
                                    RefusalCode.UNKNOWN,
                                    "venueAccount",
                                    terms.venueAccount(),
                                    "a venue account of yours"));
        }
        String reasons = passedOver.stream().map(Routing.VenueReason::toString).collect(Collectors.joining("; "));
        return new Routing.NoWay(
                Refusal.of(
                        RefusalCode.NO_VENUE, "instrument", outlook.instrument().symbol(), reasons),
                passedOver);
    }

    private static Refusal noReference(Outlook outlook) {
        return Refusal.of(
                RefusalCode.NO_REFERENCE,
                "instrument",
                outlook.mark()
                        .map(mark -> (outlook.nowNs() - mark.atNs()) / 1_000_000 + " ms old")
                        .orElse("none"),
                outlook.limits().referenceAgeMaxNs() / 1_000_000 + " ms");
    }

    private static Refusal noPrice(Outlook outlook, Grid grid) {
        return Refusal.of(
                RefusalCode.OFF_GRID,
                "price",
                outlook.mark()
                        .map(mark -> outlook.instrument().priceText(mark.ask()))
                        .orElse("none"),
                "at least one step of " + outlook.instrument().priceText(grid.tick()));
    }

    private static Routing noWay(Refusal refusal) {
        return new Routing.NoWay(refusal, List.of());
    }
}
