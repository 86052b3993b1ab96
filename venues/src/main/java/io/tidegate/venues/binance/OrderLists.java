package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Request.Parameter.text;

import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders that depend on each other, in the venue's words: OCO, OTO and OTOCO (binance.md section 3.1). Pure.
final class OrderLists {
    private OrderLists() {}

    /// Why a list cannot be said in the venue's words; empty when it can. Each leg has been checked by itself.
    static Optional<String> problem(OrderList list) {
        List<VenueOrder> legs = list.legs();
        if (legs.stream()
                .anyMatch(leg -> !leg.instrument().equals(legs.getFirst().instrument()))) {
            return Optional.of(list.kind() + " of more than one instrument");
        }
        if (list.kind() == OrderList.Kind.OTO) {
            return Optional.empty();
        }
        VenueOrder one = legs.get(legs.size() - 2);
        VenueOrder other = legs.getLast();
        if (one.side() != other.side() || one.quantity() != other.quantity()) {
            return Optional.of(list.kind() + " whose exits differ in side or quantity");
        }
        return level(one) == level(other)
                ? Optional.of(list.kind() + " whose exits are at one price " + level(one))
                : Optional.empty();
    }

    static Request place(OrderList list) {
        List<VenueOrder> legs = list.legs();
        List<Request.Parameter> parameters = new ArrayList<>();
        if (!list.clientListId().isEmpty()) {
            parameters.add(text("listClientOrderId", list.clientListId()));
        }
        Operation operation = switch (list.kind()) {
            case OCO -> {
                exits(parameters, "", legs.get(0), legs.get(1));
                yield Operation.PLACE_OCO;
            }
            case OTO -> {
                parameters.addAll(OrderForms.of(legs.get(0)).parameters("working", true));
                parameters.addAll(OrderForms.of(legs.get(1)).parameters("pending", true));
                yield Operation.PLACE_OTO;
            }
            case OTOCO -> {
                parameters.addAll(OrderForms.of(legs.get(0)).parameters("working", true));
                exits(parameters, "pending", legs.get(1), legs.get(2));
                yield Operation.PLACE_OTOCO;
            }
        };
        return Requests.list(operation, legs.getFirst().instrument(), parameters);
    }

    /// The venue names exits by where they lie, and states their side and quantity once.
    private static void exits(List<Request.Parameter> to, String leg, VenueOrder one, VenueOrder other) {
        boolean isOneAbove = level(one) > level(other);
        VenueOrder above = isOneAbove ? one : other;
        VenueOrder below = isOneAbove ? other : one;
        OrderForm form = OrderForms.of(above);
        to.add(text(leg.isEmpty() ? "side" : leg + "Side", form.side()));
        to.add(text(leg.isEmpty() ? "quantity" : leg + "Quantity", form.quantity()));
        to.addAll(form.parameters(leg.isEmpty() ? "above" : leg + "Above", false));
        to.addAll(OrderForms.of(below).parameters(leg.isEmpty() ? "below" : leg + "Below", false));
    }

    /// Where an exit lies: at its trigger, or at its price where it has none.
    private static long level(VenueOrder exit) {
        long stopPrice = exit.instructions().stopPrice();
        return stopPrice > 0 ? stopPrice : exit.price();
    }
}
