package io.tidegate.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.api.books.Books;
import io.tidegate.api.books.VenueSeen;
import io.tidegate.core.Engine;
import io.tidegate.execution.route.Candidate;
import io.tidegate.execution.route.Outlook;
import io.tidegate.execution.route.Router;
import io.tidegate.execution.route.Routing;
import io.tidegate.execution.route.RoutingRules;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.wire.EventHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where routing sees what the core knows, the core takes every proposal.
class RouterAndCoreTest {
    private static final long NOW_NS = 1_700_000_000_000_000_000L;

    private final Router router = new Router(RoutingRules.DEFAULT);

    @Test
    void everyProposalPassesTheCoresChecks() {
        int[] proposals = {0};
        Laws.forAll(2_000, seed -> {
            var engine = new Engine();
            var books = new Books(10);
            define(engine, books, seed);
            OrderTerms terms = terms(seed);
            if (router.route(terms, outlook(books)) instanceof Routing.Proposal proposal) {
                // The order first, so that only what concerns the proposal can be refused in the second step.
                List<Event> placed = apply(engine, books, new PlaceOrder(terms, List.of(), NOW_NS));
                if (placed.getFirst() instanceof OrderAccepted accepted) {
                    var propose = new ProposeChildren(accepted.orderId(), 1, proposal.children());
                    assertThat(apply(engine, books, propose)).noneMatch(ProposalRefused.class::isInstance);
                    proposals[0]++;
                }
            }
        });
        assertThat(proposals[0]).as("proposals that were tried").isGreaterThan(100);
    }

    private static void define(Engine engine, Books books, Seed seed) {
        var commands = new ArrayList<Command>(List.of(
                new StartIncarnation(1_700_000_000_000L),
                new DefineAsset("BTC"),
                new DefineAsset("USDT"),
                new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5)));
        for (int id = 1; id <= 3; id++) {
            commands.add(new DefineVenueAccount(
                    "main", "binance", "v" + id, new VenueTerms(seed.intBetween(0, 1_000), 1_000_000_000, 0, 0)));
            long lot = seed.pick(List.of(1L, 10L, 100L, 7L));
            if (seed.chance(90)) {
                commands.add(new SetGrid(
                        id,
                        1,
                        new Grid(
                                seed.pick(List.of(1L, 10L, 100L, 9L)),
                                lot,
                                lot,
                                seed.longBetween(lot, 2_000_000_000L),
                                Amount.ofScaled(seed.longBetween(0, 1_000), 2))));
            }
            commands.add(new ReportBalance(id, 1, Amount.ofScaled(seed.longBetween(0, 1_000_000_000_000L), 5), 0));
            commands.add(new ReportBalance(id, 2, Amount.ofScaled(seed.longBetween(0, 1_000_000_000_000_000L), 2), 0));
            commands.add(new ClaimVenue(id, "gateway", 1));
            commands.add(new SetGate(id, 1, seed.chance(80), "test"));
        }
        long bid = seed.longBetween(1, 1_000_000L);
        commands.add(
                new SetMark(1, bid, bid + seed.longBetween(0, 1_000), NOW_NS - seed.longBetween(0, 12_000_000_000L)));
        commands.forEach(command -> apply(engine, books, command));
    }

    private static List<Event> apply(Engine engine, Books books, Command command) {
        var events = new ArrayList<Event>();
        engine.apply(command, NOW_NS, events::add);
        events.forEach(event -> books.onEvent(new EventHeader(1, 0, NOW_NS, 1, 1, 0, false), event));
        return events;
    }

    private static Outlook outlook(Books books) {
        Instrument instrument = books.listings().instrument(1).orElseThrow();
        List<Candidate> candidates = books.listings().venues("main").stream()
                .map(venue -> new Candidate(
                        venue.venueAccount(),
                        stopped(venue),
                        books.listings().grid(venue.venueAccount().id(), 1),
                        books.money().free(venue.venueAccount().id(), instrument.base()),
                        books.money().free(venue.venueAccount().id(), instrument.quote())))
                .toList();
        return new Outlook(
                instrument, books.listings().mark(1), books.listings().limits("main"), candidates, NOW_NS);
    }

    private static Optional<Refusal> stopped(VenueSeen venue) {
        return venue.takesOrders()
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalCode.VENUE_CLOSED, "venueAccount", "", venue.gateReason()));
    }

    private static OrderTerms terms(Seed seed) {
        boolean isMarket = seed.chance(50);
        TimeInForce tif = seed.pick(List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK));
        return new OrderTerms(
                "main",
                "",
                "k",
                1,
                seed.pick(Side.class),
                isMarket ? OrderType.MARKET : OrderType.LIMIT,
                tif,
                100 * seed.longBetween(1, 1_000_000L),
                isMarket ? 0 : 100 * seed.longBetween(1, 10_000L),
                0,
                Trigger.LAST,
                0,
                0,
                0,
                0,
                !isMarket && tif == TimeInForce.GTC && seed.chance(20),
                false,
                0,
                Urgency.NORMAL,
                isMarket ? seed.intBetween(0, 10_000) : 0,
                seed.chance(80) ? 0 : seed.intBetween(1, 3),
                "");
    }
}
