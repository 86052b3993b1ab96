package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says why a call cannot be said in the venue's words; what is refused here never leaves. Pure.
final class CallCheck {
    private static final Pattern VENUE_ORDER_ID = Pattern.compile("[0-9]{1,18}");

    private final Symbols symbols;

    CallCheck(Symbols symbols) {
        this.symbols = symbols;
    }

    /// Empty when the call can be made.
    Optional<String> problem(VenueCall call) {
        return (switch (call) {
                    case VenueCall.Submit(VenueOrder order) -> order(order);
                    case VenueCall.Test(VenueOrder order) -> order(order);
                    case VenueCall.Cancel(OrderKey order) -> key(order);
                    case VenueCall.LookUp(OrderKey order) -> key(order);
                    case VenueCall.Amend amend -> amend(amend);
                    case VenueCall.Replace replace -> replace(replace);
                    case VenueCall.SubmitList(OrderList list) -> list(list);
                    case VenueCall.CancelAll all -> instrument(all.instrument());
                    case VenueCall.Fills fills -> since(fills.instrument(), fills.sinceNs());
                    case VenueCall.History history -> since(history.instrument(), history.sinceNs());
                    case VenueCall.Fees fees -> instrument(fees.instrument());
                    case VenueCall.Quote quote -> instrument(quote.instrument());
                    case VenueCall.OpenOrders _, VenueCall.Balances _, VenueCall.Listings _, VenueCall.Counts _ ->
                        Optional.<String>empty();
                })
                .map(why -> "binance: " + why);
    }

    private Optional<String> order(VenueOrder order) {
        return instrument(order.instrument()).or(() -> OrderForms.problem(order));
    }

    private Optional<String> key(OrderKey order) {
        return instrument(order.instrument()).or(() -> named(order));
    }

    private Optional<String> amend(VenueCall.Amend amend) {
        return order(amend.wanted())
                .or(() -> key(amend.order()))
                .or(() -> refuseIf(
                        !amend.order().instrument().equals(amend.wanted().instrument()),
                        "an order of " + amend.order().instrument().symbol() + " amended to one of "
                                + amend.wanted().instrument().symbol()));
    }

    private Optional<String> replace(VenueCall.Replace replace) {
        return order(replace.wanted())
                .or(() -> key(replace.old()))
                .or(() -> refuseIf(
                        !replace.old().instrument().equals(replace.wanted().instrument()),
                        "an order of " + replace.old().instrument().symbol() + " replaced by one of "
                                + replace.wanted().instrument().symbol()))
                .or(() -> refuseIf(
                        replace.old().clientOrderId().equals(replace.wanted().clientOrderId()),
                        "an order replaced under its own client order id: expected a new one"));
    }

    private Optional<String> list(OrderList list) {
        boolean isNamed = list.clientListId().isEmpty()
                || OrderForms.CLIENT_ORDER_ID.matcher(list.clientListId()).matches();
        return list.legs().stream()
                .map(this::order)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> refuseIf(
                        !isNamed, "list id '" + list.clientListId() + "': expected 1 to 36 of a-z A-Z 0-9 _ -"))
                .or(() -> OrderLists.problem(list));
    }

    private Optional<String> since(Instrument instrument, long sinceNs) {
        return instrument(instrument).or(() -> refuseIf(sinceNs < 0, "since " + sinceNs + " ns: negative"));
    }

    private Optional<String> instrument(Instrument instrument) {
        return refuseIf(!symbols.knows(instrument), "instrument " + instrument.symbol() + " is not in the settings");
    }

    private static Optional<String> named(OrderKey order) {
        boolean isNamed = order.venueOrderId().isEmpty()
                ? OrderForms.CLIENT_ORDER_ID.matcher(order.clientOrderId()).matches()
                : VENUE_ORDER_ID.matcher(order.venueOrderId()).matches();
        return refuseIf(
                !isNamed,
                "order key '" + order.clientOrderId() + "' / '" + order.venueOrderId()
                        + "': expected a numeric venue order id, or a client order id of 1 to 36 of a-z A-Z 0-9 _ -");
    }

    private static Optional<String> refuseIf(boolean isBad, String why) {
        return isBad ? Optional.of(why) : Optional.empty();
    }
}
