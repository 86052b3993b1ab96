package io.tidegate.world;

import static io.tidegate.world.Violation.must;
import static io.tidegate.world.Violation.present;

import io.tidegate.model.event.FillBooked;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.simulator.account.Balance;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.Truth;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Holds what the events say against what really happened at the venue.
///
/// At any time: nothing was sent twice, nothing lives at the venue that we think dead, and what is reserved covers what
/// the venue may still fill. At rest: every fill, order, balance and position is the same on both sides.
final class Agreement {
    private final SimulatedVenue venue;
    private final String account;
    private final int venueAccount;
    private final ToIntFunction<String> assetId;

    /// @param account      the account's name at the venue
    /// @param venueAccount our id for it
    /// @param assetId      our id of an asset by its code; 0 when we never heard of it
    Agreement(SimulatedVenue venue, String account, int venueAccount, ToIntFunction<String> assetId) {
        this.venue = venue;
        this.account = account;
        this.venueAccount = venueAccount;
        this.assetId = assetId;
    }

    /// What must hold at any time, whatever has gone wrong so far.
    void checkSafety(Auditor books) {
        for (Map.Entry<String, Integer> placed : truth().placed().entrySet()) {
            must(placed.getValue() == 1, "no order is sent twice", placed);
            must(books.child(placed.getKey()) != null, "nothing is sent that was not handed out", placed.getKey());
        }
        for (VenueOrder open : truth().open()) {
            Auditor.Child child =
                    present(books.child(open.clientId()), "nothing is sent that was not handed out", open.clientId());
            must(
                    !child.status.isTerminal(),
                    "nothing lives at the venue that we think dead",
                    open.clientId() + " is " + child.status + " with us");
            long reservedFor = child.ready.quantity() - child.filled;
            long mayFill = open.quantity() - open.filled();
            must(
                    reservedFor >= mayFill,
                    "what is reserved covers what the venue may still fill",
                    reservedFor + " < " + mayFill + " of " + open.clientId());
        }
    }

    /// What must hold when every fault has healed and nothing is under way.
    void checkAtRest(Auditor books) {
        checkSafety(books);
        books.checkSums();
        checkOrders(books);
        checkFills(books);
        for (Map.Entry<Asset, Balance> balance : truth().balances().entrySet()) {
            Amount theirs = balance.getValue().free().plus(balance.getValue().locked());
            Amount ours = books.total(
                    venueAccount, assetId.applyAsInt(balance.getKey().code()));
            must(
                    ours.equals(theirs),
                    "our balances are the venue's",
                    balance.getKey().code() + ": " + ours + " here, " + theirs + " there");
        }
    }

    private void checkOrders(Auditor books) {
        var open = new HashMap<String, VenueOrder>();
        truth().open().forEach(order -> open.put(order.clientId(), order));
        for (Auditor.Child child : books.children().values()) {
            String id = child.clientOrderId();
            boolean settled = child.status.isTerminal()
                    || child.status == OrderStatus.OPEN
                    || child.status == OrderStatus.PARTIALLY_FILLED;
            must(settled, "every doubt is settled", id + " is " + child.status);
            must(
                    child.status.isTerminal() != open.containsKey(id),
                    "open orders are the same on both sides",
                    id + " is " + child.status + " here, " + (open.containsKey(id) ? "open" : "not open") + " there");
        }
    }

    private void checkFills(Auditor books) {
        var ours = new HashMap<>(books.fills());
        for (Fill fill : truth().fills()) {
            String key =
                    venueAccount + "/" + fill.market().instrument().id() + "/" + fill.orderId() + "/" + fill.tradeId();
            FillBooked booked = present(ours.remove(key), "no fill is lost", key + " of " + fill.clientId());
            boolean same = booked.side() == fill.side()
                    && booked.quantity() == fill.quantity()
                    && booked.quote().equals(fill.quote())
                    && booked.fee().equals(fill.fee());
            must(same, "a fill is booked as it happened", booked + " against " + fill);
            Auditor.Child child = books.child(fill.clientId());
            must(
                    child != null && booked.childId() == child.ready.childId(),
                    "a fill is booked to its order",
                    booked + " of " + fill.clientId());
        }
        must(ours.isEmpty(), "no fill is invented", ours.values());
    }

    private Truth truth() {
        return venue.truth().stream()
                .filter(one -> one.account().name().equals(account))
                .findFirst()
                .orElseThrow();
    }
}
