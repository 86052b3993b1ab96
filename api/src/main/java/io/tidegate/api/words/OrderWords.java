package io.tidegate.api.words;

import io.tidegate.api.books.Listings;
import io.tidegate.api.books.OrderSeen;
import io.tidegate.api.books.VenueSeen;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Decimals;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The terms of an order in JSON, both ways. Reading back what was written gives the same terms.
public final class OrderWords {
    /// What a request came to: sound terms, or every problem that it has.
    public sealed interface Reading {
        record Sound(OrderTerms terms) implements Reading {}

        record Faulty(List<FieldProblem> problems) implements Reading {}
    }

    private OrderWords() {}

    /// Reads a request for an order of that account.
    public static Reading read(ObjectNode object, String account, Listings listings) {
        var fields = new Fields(object);
        List.of("clientKey", "instrument", "side", "type", "quantity").forEach(fields::require);
        Optional<Instrument> instrument = fields.text("instrument", 1, 48)
                .flatMap(symbol -> listings.instrument(symbol)
                        .or(() -> fields.fault("instrument", "must be one that is listed", symbol)));
        Optional<OrderType> type = fields.word("type", OrderType.class);
        TimeInForce usual = type.filter(t -> t == OrderType.MARKET).isPresent() ? TimeInForce.IOC : TimeInForce.GTC;
        int venueAccount = fields.text("venueAccount", 1, 80)
                .flatMap(name -> listings.venue(account, name)
                        .or(() -> fields.fault("venueAccount", "must be a venue account of yours", name)))
                .map(VenueSeen::venueAccount)
                .map(found -> found.id())
                .orElse(0);
        ToLongFunction<String> price =
                text -> instrument.map(i -> i.price(text)).orElseGet(() -> checked(text));
        ToLongFunction<String> quantity =
                text -> instrument.map(i -> i.quantity(text)).orElseGet(() -> checked(text));
        var terms = new OrderTerms(
                account,
                fields.text("strategy", 0, 36).orElse(""),
                fields.text("clientKey", 1, 64).orElse("?"),
                instrument.map(Instrument::id).orElse(1),
                fields.word("side", Side.class).orElse(Side.BUY),
                type.orElse(OrderType.LIMIT),
                fields.word("timeInForce", TimeInForce.class).orElse(usual),
                fields.decimal("quantity", quantity),
                fields.decimal("price", price),
                fields.decimal("stopPrice", price),
                fields.word("trigger", Trigger.class).orElse(Trigger.LAST),
                fields.decimal("trailingPrice", price),
                fields.whole("trailingBps", 0, 10_000),
                fields.time("expiresAt"),
                fields.time("deadline"),
                fields.flag("postOnly"),
                fields.flag("reduceOnly"),
                fields.decimal("displayQuantity", quantity),
                fields.word("urgency", Urgency.class).orElse(Urgency.NORMAL),
                fields.whole("slippageMaxBps", 0, 10_000),
                venueAccount,
                fields.text("metadata", 0, 4_096).orElse(""),
                new Constraints(
                        venues(fields, "preferredVenues", account, listings),
                        venues(fields, "excludedVenues", account, listings),
                        fields.decimal("partMin", quantity),
                        fields.flag("mevProtection"),
                        fields.decimal("overFillMax", quantity),
                        fields.word("selfTrade", SelfTrade.class).orElse(SelfTrade.REFUSE_NEWER),
                        fields.named("venueParameters")),
                new Link(
                        fields.word("groupRole", GroupRole.class).orElse(GroupRole.NONE),
                        fields.text("group", 0, 64).orElse("")));
        if (type.isPresent() && !fields.isFaulty("timeInForce")) {
            for (OrderTerms.Problem problem : terms.problems()) {
                if (!fields.isFaulty(problem.field())) {
                    fields.fault(problem.field(), problem.rule(), fields.asStated(problem.field()));
                }
            }
        }
        List<FieldProblem> problems = fields.problems();
        return problems.isEmpty() ? new Reading.Sound(terms) : new Reading.Faulty(problems);
    }

    /// Reads a request for other terms of an order; what it does not state stays as it is.
    public static AmendOrder amendment(Fields fields, OrderSeen order, String by, Listings listings) {
        OrderTerms terms = order.terms();
        Instrument instrument = listings.instrument(terms.instrument()).orElseThrow();
        long quantity = positive(fields, "quantity", instrument::quantity);
        long price = positive(fields, "price", instrument::price);
        long stopPrice = positive(fields, "stopPrice", instrument::price);
        String reason = fields.text("reason", 0, 100).orElse("");
        if (fields.problems().isEmpty() && quantity == 0 && price == 0 && stopPrice == 0) {
            fields.fault("quantity", "must be stated, or price, or stopPrice", "");
        }
        return new AmendOrder(terms.account(), order.orderId(), "", quantity, price, stopPrice, by, reason);
    }

    private static long positive(Fields fields, String field, ToLongFunction<String> read) {
        long value = fields.decimal(field, read);
        if (value <= 0 && !fields.asStated(field).isEmpty() && !fields.isFaulty(field)) {
            fields.fault(field, "must be positive", fields.asStated(field));
        }
        return value;
    }

    private static List<Integer> venues(Fields fields, String field, String account, Listings listings) {
        var ids = new ArrayList<Integer>();
        for (String name : fields.texts(field, Constraints.VENUES_MAX)) {
            listings.venue(account, name)
                    .or(() -> fields.fault(field, "must name venue accounts of yours", name))
                    .ifPresent(venue -> ids.add(venue.venueAccount().id()));
        }
        return ids;
    }

    /// The instrument is not known, so neither is the scale: only the form can be checked.
    private static long checked(String text) {
        return Decimals.parse(text).signum();
    }

    /// Writes what was stated, in the words of a request.
    public static void write(OrderTerms terms, Listings listings, ObjectNode to) {
        Instrument instrument = listings.instrument(terms.instrument()).orElseThrow();
        to.put("clientKey", terms.clientKey());
        text(to, "strategy", terms.strategy());
        to.put("instrument", instrument.symbol());
        to.put("side", terms.side().name());
        to.put("type", terms.type().name());
        to.put("timeInForce", terms.tif().name());
        to.put("quantity", instrument.quantityText(terms.quantity()));
        price(to, "price", terms.price(), instrument);
        price(to, "stopPrice", terms.stopPrice(), instrument);
        if (terms.trigger() != Trigger.LAST) {
            to.put("trigger", terms.trigger().name());
        }
        price(to, "trailingPrice", terms.trailingPrice(), instrument);
        number(to, "trailingBps", terms.trailingBps());
        time(to, "expiresAt", terms.expiresAtNs());
        time(to, "deadline", terms.deadlineNs());
        flag(to, "postOnly", terms.postOnly());
        flag(to, "reduceOnly", terms.reduceOnly());
        if (terms.displayQuantity() != 0) {
            to.put("displayQuantity", instrument.quantityText(terms.displayQuantity()));
        }
        if (terms.urgency() != Urgency.NORMAL) {
            to.put("urgency", terms.urgency().name());
        }
        number(to, "slippageMaxBps", terms.slippageMaxBps());
        listings.venue(terms.venueAccount())
                .ifPresent(venue -> to.put("venueAccount", venue.venueAccount().name()));
        text(to, "metadata", terms.metadata());
        constraints(to, terms.constraints(), instrument, listings);
        if (terms.link().isGrouped()) {
            to.put("group", terms.link().group());
            to.put("groupRole", terms.link().role().name());
        }
    }

    private static void constraints(ObjectNode to, Constraints constraints, Instrument instrument, Listings listings) {
        venues(to, "preferredVenues", constraints.preferredVenues(), listings);
        venues(to, "excludedVenues", constraints.excludedVenues(), listings);
        if (constraints.partMin() != 0) {
            to.put("partMin", instrument.quantityText(constraints.partMin()));
        }
        flag(to, "mevProtection", constraints.mevProtection());
        if (constraints.overFillMax() != 0) {
            to.put("overFillMax", instrument.quantityText(constraints.overFillMax()));
        }
        if (constraints.selfTrade() != SelfTrade.REFUSE_NEWER) {
            to.put("selfTrade", constraints.selfTrade().name());
        }
        if (!constraints.venueParameters().isEmpty()) {
            ObjectNode parameters = to.putObject("venueParameters");
            for (String part : constraints.venueParameters().split(";", -1)) {
                int at = part.indexOf('=');
                parameters.put(part.substring(0, at), part.substring(at + 1));
            }
        }
    }

    private static void venues(ObjectNode to, String field, List<Integer> ids, Listings listings) {
        if (!ids.isEmpty()) {
            ArrayNode names = to.putArray(field);
            ids.forEach(id -> listings.venue(id)
                    .ifPresent(venue -> names.add(venue.venueAccount().name())));
        }
    }

    private static void text(ObjectNode to, String field, String value) {
        if (!value.isEmpty()) {
            to.put(field, value);
        }
    }

    private static void price(ObjectNode to, String field, long value, Instrument instrument) {
        if (value != 0) {
            to.put(field, instrument.priceText(value));
        }
    }

    private static void number(ObjectNode to, String field, int value) {
        if (value != 0) {
            to.put(field, value);
        }
    }

    private static void flag(ObjectNode to, String field, boolean value) {
        if (value) {
            to.put(field, true);
        }
    }

    /// Nanoseconds since 1970 UTC as a time of day; nothing for 0.
    static void time(ObjectNode to, String field, long ns) {
        if (ns != 0) {
            to.put(
                    field,
                    Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L))
                            .toString());
        }
    }
}
