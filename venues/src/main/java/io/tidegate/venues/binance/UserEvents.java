package io.tidegate.venues.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.venues.api.BalanceSeen;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the account's events (binance.md section 4). Pure.
final class UserEvents {
    /// What an event tells.
    sealed interface Told {
        /// Facts; the client order id of the order that they are about, "" where there is none.
        record Facts(List<VenueReport> reports, String clientOrderId) implements Told {}

        /// The stream ends: no more events will come on this connection.
        record Ending(String why) implements Told {}
    }

    private final OrderPayloads orders;
    private final RawText text;

    UserEvents(OrderPayloads orders, RawText text) {
        this.orders = orders;
        this.text = text;
    }

    /// @throws Drift when the event is not one of the venue's
    Told read(Fields event) {
        return switch (event.text("e")) {
            case "executionReport" -> execution(event);
            case "outboundAccountPosition" -> new Told.Facts(balances(event.objects("B"), "a", "f", "l"), "");
            // Changes of balances whose new absolute values come as outboundAccountPosition; lists, which we never
            // place and whose legs report themselves. To us they say nothing that is not said elsewhere.
            case "balanceUpdate", "externalLockUpdate", "listStatus" -> new Told.Facts(List.of(), "");
            case "serverShutdown" -> new Told.Ending("the venue's server shuts down");
            case "eventStreamTerminated" -> new Told.Ending("the venue ended the account's event stream");
            default -> throw event.expected("e", "an event of the account");
        };
    }

    private Told execution(Fields event) {
        OrderPayloads.Read read = orders.execution(event);
        List<VenueReport> reports = new ArrayList<>(read.facts());
        read.order().ifPresent(order -> reports.add(new VenueReport.OrderReport(order)));
        return new Told.Facts(
                reports, read.order().map(OrderState::clientOrderId).orElse(""));
    }

    /// Balances, of the stream or of an answer, which differ in their field names only.
    List<VenueReport> balances(List<Fields> balances, String asset, String free, String locked) {
        List<VenueReport> reports = new ArrayList<>(balances.size());
        for (Fields balance : balances) {
            Optional<Amount> freeAmount = balance.amount(free);
            Optional<Amount> lockedAmount = balance.amount(locked);
            String code = balance.text(asset);
            reports.add(
                    freeAmount.isPresent()
                                    && lockedAmount.isPresent()
                                    && freeAmount.get().fits(lockedAmount.get())
                            ? new VenueReport.BalanceReport(new BalanceSeen(code, freeAmount.get(), lockedAmount.get()))
                            : new VenueReport.Parked(
                                    0,
                                    "balance of " + text.words(code) + " is beyond range",
                                    text.raw(balance.toString())));
        }
        return reports;
    }
}
