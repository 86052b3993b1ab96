package io.tidegate.gateway.known;

import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueOrder;
import java.util.Optional;

/// One child order: its terms, what the core says of it, and what the venue has said that the core may not know
/// yet.
///
/// The core's word (`status`, `booked`) lags behind what we have told it (`told`). What the venue has said (`heard`,
/// `acknowledged`, `stated`, `ending`) is kept beside it, so that nothing is asked or told twice meanwhile.
public final class Child {
    private final long childId;
    private final long orderId;
    private final long epoch;
    private final long sendBeforeNs;
    private final long readyNs;
    private final long receivedNs;
    private VenueOrder terms;
    private OrderStatus status;
    private long booked;
    private long told;
    private String venueOrderId;
    private boolean cancelAsked;
    private Optional<VenueOrder> amendment = Optional.empty();
    private boolean heard;
    private boolean out;
    private boolean acknowledged;
    private boolean risen;
    private String ending = "";
    private long stated = -1;

    private Child(
            long childId,
            long orderId,
            long epoch,
            long sendBeforeNs,
            long readyNs,
            long receivedNs,
            VenueOrder terms,
            OrderStatus status,
            String venueOrderId) {
        this.childId = childId;
        this.orderId = orderId;
        this.epoch = epoch;
        this.sendBeforeNs = sendBeforeNs;
        this.readyNs = readyNs;
        this.receivedNs = receivedNs;
        this.terms = terms;
        this.status = status;
        this.venueOrderId = venueOrderId;
    }

    /// A child that has just been handed out.
    static Child of(ChildReady ready, Instrument instrument, long logNs) {
        var terms = new VenueOrder(
                instrument,
                ClientOrderId.of(ready.incarnation(), ready.childId()),
                ready.side(),
                ready.type(),
                ready.tif(),
                ready.quantity(),
                ready.price(),
                ready.postOnly(),
                ready.instructions());
        return new Child(
                ready.childId(),
                ready.orderId(),
                ready.epoch(),
                ready.sendBeforeNs(),
                logNs,
                ready.receivedNs(),
                terms,
                OrderStatus.SUBMITTED,
                "");
    }

    /// A child from an image.
    static Child of(ChildStands stands, Instrument instrument) {
        var terms = new VenueOrder(
                instrument,
                ClientOrderId.of(stands.incarnation(), stands.childId()),
                stands.side(),
                stands.type(),
                stands.tif(),
                stands.quantity(),
                stands.price(),
                stands.postOnly(),
                stands.instructions());
        var child = new Child(
                stands.childId(),
                stands.orderId(),
                stands.epoch(),
                stands.sendBeforeNs(),
                stands.readyNs(),
                stands.receivedNs(),
                terms,
                stands.status(),
                stands.venueOrderId());
        child.stands(stands);
        return child;
    }

    /// The core says how it stands.
    void stands(ChildStands stands) {
        booked = stands.filled();
        told = booked;
        stated = Math.max(stated, stands.reported());
        if (stands.status() == OrderStatus.PENDING_CANCEL || stands.cancelSent()) {
            cancelAsked = true;
        }
        moved(stands.status(), stands.venueOrderId());
    }

    void moved(OrderStatus to, String atVenue) {
        status = to;
        if (to == OrderStatus.OPEN || to == OrderStatus.PARTIALLY_FILLED) {
            cancelAsked = false; // asked before, and refused since: while it is asked the status says so
        }
        if (to != OrderStatus.PENDING_REPLACE && to != OrderStatus.PENDING_CANCEL) {
            amendment = Optional.empty();
        }
        if (!atVenue.isEmpty()) {
            venueOrderId = atVenue;
        }
        if (to == OrderStatus.OPEN || to == OrderStatus.PARTIALLY_FILLED || !venueOrderId.isEmpty()) {
            heard = true;
            acknowledged = true;
        }
    }

    void filled(long quantity) {
        booked = Math.addExact(booked, quantity);
        told = Math.max(told, booked);
        heard = true;
        acknowledged = true;
    }

    void atVenue(String id) {
        venueOrderId = id;
    }

    /// The core wants it changed in place.
    ///
    /// @param quantity with the fills included
    public void askAmend(long quantity, long price) {
        amendment = Optional.of(with(quantity, price));
    }

    /// The venue has answered, and nothing more is asked of it.
    public void forgetAmend() {
        amendment = Optional.empty();
    }

    /// Whether the core wants it changed in place.
    public boolean isAmendAsked() {
        return amendment.isPresent();
    }

    /// The order as the core wants it; as it is, when nothing is wanted.
    public VenueOrder amendment() {
        return amendment.orElse(terms);
    }

    /// The core says that it has other terms.
    void amended(long quantity, long price) {
        terms = with(quantity, price);
        amendment = Optional.empty();
    }

    private VenueOrder with(long quantity, long price) {
        return new VenueOrder(
                terms.instrument(),
                terms.clientOrderId(),
                terms.side(),
                terms.type(),
                terms.tif(),
                quantity,
                price,
                terms.postOnly(),
                terms.instructions());
    }

    /// The core wants it cancelled.
    public void askCancel() {
        cancelAsked = true;
    }

    /// The venue refused to cancel it; asking again needs a new word of the core.
    public void forgetCancel() {
        cancelAsked = false;
    }

    /// The venue has spoken of it: it exists there, or did.
    public void hear() {
        heard = true;
    }

    /// The core is told of a fill; it will book it in its turn.
    public void tell(long quantity) {
        told = Math.addExact(told, quantity);
    }

    /// The core says that it lacks fills: what it has not booked by now must be fetched.
    public void tellAnew() {
        told = booked;
    }

    /// From now on the venue may have it.
    public void leave() {
        out = true;
    }

    /// Its submission certainly did not arrive: the venue said so, or no byte left.
    public void comeBack() {
        out = false;
    }

    /// The core is told that the venue has it.
    ///
    /// @return whether that is news to the core
    public boolean acknowledge() {
        boolean isNews = !acknowledged;
        acknowledged = true;
        return isNews;
    }

    /// The core is told how it ended.
    ///
    /// @return whether that is another end than told before
    public boolean end(EndKind kind, long cumulative) {
        String told = kind + " " + cumulative;
        boolean isNews = !told.equals(ending);
        ending = told;
        return isNews;
    }

    /// The core had believed it unsent or absent, the venue has it, and it must be cancelled there.
    public void rise() {
        risen = true;
    }

    /// It has ended at the venue too.
    public void rest() {
        risen = false;
    }

    /// The venue says how much was filled in all; the largest word counts.
    public void state(long cumulative) {
        stated = Math.max(stated, cumulative);
    }

    public long childId() {
        return childId;
    }

    public long orderId() {
        return orderId;
    }

    /// The lease under which it may be, or could have been, sent.
    public long epoch() {
        return epoch;
    }

    /// By log time; it is not sent after it.
    public long sendBeforeNs() {
        return sendBeforeNs;
    }

    /// Log time of its hand-out.
    public long readyNs() {
        return readyNs;
    }

    /// When the edge had the client's request whole.
    public long receivedNs() {
        return receivedNs;
    }

    public VenueOrder terms() {
        return terms;
    }

    public Instrument instrument() {
        return terms.instrument();
    }

    public String clientOrderId() {
        return terms.clientOrderId();
    }

    public OrderKey key() {
        return new OrderKey(instrument(), clientOrderId(), venueOrderId);
    }

    /// The venue's id, "" until it is known.
    public String venueOrderId() {
        return venueOrderId;
    }

    /// The core's word.
    public OrderStatus status() {
        return status;
    }

    /// What the core has booked, at the instrument's quantity scale.
    public long booked() {
        return booked;
    }

    /// Whether the core wants it cancelled.
    public boolean isCancelAsked() {
        return cancelAsked;
    }

    /// Whether the venue has ever spoken of it; then not finding it proves nothing.
    public boolean isHeard() {
        return heard;
    }

    /// Whether the venue may have it.
    public boolean isOut() {
        return out;
    }

    /// Whether it has ended, by the core's word or by one that we have told the core, and the venue does not
    /// have it after all.
    public boolean isOver() {
        return !risen && (!ending.isEmpty() || status.isTerminal());
    }

    /// Whether the venue says that more was filled than the core has booked.
    public boolean isShort() {
        return stated > booked && !status.isTerminal();
    }

    /// Whether the venue says that more was filled than the core has been told of.
    public boolean isLackingFills() {
        return stated > told && !status.isTerminal();
    }

    @Override
    public String toString() {
        return "child " + childId + " (" + clientOrderId()
                + (venueOrderId.isEmpty() ? "" : ", venue id " + venueOrderId) + ", " + status + ")";
    }
}
