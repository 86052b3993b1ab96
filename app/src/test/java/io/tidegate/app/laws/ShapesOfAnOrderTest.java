package io.tidegate.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.api.books.Books;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.OrderWords;
import io.tidegate.core.Engine;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.EventHeader;
import io.tidegate.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// An order has four shapes: JSON, record, bytes of the log, state of the core. None may lose or change a field.
class ShapesOfAnOrderTest {
    private static final long NOW_NS = 1_700_000_000_000_000_000L;
    private static final String PRINTABLE = "abcXYZ019-_.:/#~";

    @Test
    void whatAClientStatesIsWhatTheCoreKeeps() {
        Laws.forAll(500, seed -> {
            var engine = new Engine();
            var books = new Books(10);
            define(engine, books);
            OrderTerms stated = takenByTheCore(seed);
            OrderTerms read = throughJson(stated, books);
            assertThat(read).isEqualTo(stated);
            Command sent = throughBytes(new PlaceOrder(read, List.of(), NOW_NS));
            List<Event> events = apply(engine, sent);
            assertThat(events.getFirst())
                    .isInstanceOfSatisfying(
                            OrderAccepted.class,
                            accepted -> assertThat(accepted.terms()).isEqualTo(stated));
            var lines = new ArrayList<Event>();
            engine.snapshot(lines::add);
            assertThat(lines.stream().filter(OrderStands.class::isInstance).map(line -> ((OrderStands) line).terms()))
                    .containsExactly(stated);
        });
    }

    @Test
    void everySoundOrderKeepsItsFieldsInJsonAndInBytes() {
        Laws.forAll(1_000, seed -> {
            var books = new Books(10);
            define(new Engine(), books);
            OrderTerms stated = any(seed);
            if (stated.problems().isEmpty()) {
                assertThat(throughJson(stated, books)).isEqualTo(stated);
            }
            var command = new PlaceOrder(stated, List.of(), NOW_NS);
            assertThat(throughBytes(command)).isEqualTo(command);
        });
    }

    private static OrderTerms throughJson(OrderTerms terms, Books books) {
        ObjectNode json = Body.MAPPER.createObjectNode();
        OrderWords.write(terms, books.listings(), json);
        var body = (ObjectNode) Body.MAPPER.readTree(json.toString());
        var reading = OrderWords.read(body, terms.account(), books.listings());
        assertThat(reading).as(json.toString()).isInstanceOf(OrderWords.Reading.Sound.class);
        return ((OrderWords.Reading.Sound) reading).terms();
    }

    private static Command throughBytes(Command command) {
        var codec = new CommandCodec();
        var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        int length = codec.encode(1, 1, command, buffer, 0);
        try {
            return codec.decode(buffer, 0, length);
        } catch (WireException unreadable) {
            throw new AssertionError("cannot be read back: " + command, unreadable);
        }
    }

    private static void define(Engine engine, Books books) {
        var terms = new VenueTerms(10, 1_000_000_000, 0, 0);
        for (Command command : List.of(
                new StartIncarnation(1_700_000_000_000L),
                new DefineAsset("BTC"),
                new DefineAsset("USDT"),
                new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5),
                new DefineVenueAccount("main", "binance", "main", terms),
                new DefineVenueAccount("main", "binance", "spare", terms))) {
            for (Event event : apply(engine, command)) {
                books.onEvent(new EventHeader(1, 0, NOW_NS, 1, 1, 0, false), event);
            }
        }
    }

    private static List<Event> apply(Engine engine, Command command) {
        var events = new ArrayList<Event>();
        engine.apply(command, NOW_NS, events::add);
        return events;
    }

    /// Of the kinds that the core offers today.
    private static OrderTerms takenByTheCore(Seed seed) {
        boolean isMarket = seed.chance(30);
        TimeInForce tif = seed.pick(List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK));
        return terms(
                seed,
                isMarket ? OrderType.MARKET : OrderType.LIMIT,
                tif,
                isMarket ? 0 : seed.longBetween(1, 1_000_000),
                0,
                !isMarket && tif == TimeInForce.GTC && seed.chance(30),
                0);
    }

    private static OrderTerms any(Seed seed) {
        OrderType type = seed.pick(OrderType.class);
        return terms(
                        seed,
                        type,
                        seed.pick(TimeInForce.class),
                        type.needsPrice() ? seed.longBetween(1, Long.MAX_VALUE) : 0,
                        type.needsStopPrice() ? seed.longBetween(1, Long.MAX_VALUE) : 0,
                        seed.chance(30),
                        seed.chance(70) ? 0 : 1)
                .with(constraints(seed))
                .with(
                        seed.chance(50)
                                ? Link.NONE
                                : new Link(
                                        seed.pick(List.of(GroupRole.OCO, GroupRole.OTO_THEN, GroupRole.BRACKET_EXIT)),
                                        name(seed, 1, 64)));
    }

    private static Constraints constraints(Seed seed) {
        return new Constraints(
                seed.chance(50) ? List.of() : List.of(1),
                List.of(),
                seed.chance(50) ? 0 : 1,
                seed.chance(50),
                seed.chance(50) ? 0 : 1,
                seed.pick(SelfTrade.class),
                seed.chance(50) ? "" : "a=1;b_2=x:y=z;c=");
    }

    private static OrderTerms terms(
            Seed seed, OrderType type, TimeInForce tif, long price, long stopPrice, boolean postOnly, long display) {
        boolean trails = type == OrderType.TRAILING_STOP;
        boolean byPrice = seed.chance(50);
        return new OrderTerms(
                "main",
                name(seed, 0, 36),
                name(seed, 1, 64),
                1,
                seed.pick(Side.class),
                type,
                tif,
                seed.longBetween(1, 1_000_000_000_000L),
                price,
                stopPrice,
                seed.pick(Trigger.class),
                trails && byPrice ? seed.longBetween(1, 1_000_000) : 0,
                trails && !byPrice ? seed.intBetween(1, 10_000) : 0,
                tif == TimeInForce.GTD ? seed.longBetween(1, Long.MAX_VALUE) : 0,
                seed.chance(50) ? 0 : NOW_NS + seed.longBetween(1, 1_000_000_000_000L),
                postOnly,
                display != 0 && seed.chance(50),
                display,
                seed.pick(Urgency.class),
                seed.intBetween(0, 10_000),
                seed.intBetween(0, 2),
                seed.text(200));
    }

    private static String name(Seed seed, int min, int max) {
        var name = new StringBuilder();
        int length = min + seed.count(max - min);
        for (int i = 0; i < length; i++) {
            name.append(PRINTABLE.charAt(seed.intBetween(0, PRINTABLE.length() - 1)));
        }
        return name.toString();
    }
}
