package io.tidegate.simulator.venue;

import java.util.List;

/// Orders that hang together: a pair of which one cancels the other, or a first order that places others when it is
/// filled.
public final class OrderList {
    private final long id;
    private final String clientId;
    private final Kind kind;
    private final List<VenueOrder> orders;
    private final long createdNs;
    private long updatedNs;
    boolean hasStarted;

    /// How the orders hang together; the names are the venues'.
    public enum Kind {
        /// One cancels the other.
        OCO,
        /// One triggers the other.
        OTO,
        /// One triggers a pair of which one cancels the other.
        OTOCO;

        /// How many orders, the first ones, work from the beginning.
        int workingCount() {
            return this == OCO ? 2 : 1;
        }
    }

    OrderList(long id, String clientId, Kind kind, List<VenueOrder> orders, long createdNs) {
        this.id = id;
        this.clientId = clientId;
        this.kind = kind;
        this.orders = List.copyOf(orders);
        this.createdNs = createdNs;
        updatedNs = createdNs;
    }

    /// Unique at the venue, ascending from 1.
    public long id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public Kind kind() {
        return kind;
    }

    /// The order that goes first, then those that wait for it; of a pair the limit order goes first.
    public List<VenueOrder> orders() {
        return orders;
    }

    public Market market() {
        return orders.getFirst().market();
    }

    public long createdNs() {
        return createdNs;
    }

    public long updatedNs() {
        return updatedNs;
    }

    void touch(long nowNs) {
        updatedNs = nowNs;
    }

    /// Whether none of its orders is open any more.
    public boolean isDone() {
        return orders.stream().noneMatch(order -> order.state().isOpen());
    }

    /// The orders that wait for the first one.
    List<VenueOrder> pending() {
        return orders.subList(kind.workingCount(), orders.size());
    }

    boolean isPending(VenueOrder order) {
        return pending().contains(order);
    }

    /// The two of which one cancels the other; empty where there is no pair.
    List<VenueOrder> pair() {
        return switch (kind) {
            case OCO -> orders;
            case OTO -> List.of();
            case OTOCO -> pending();
        };
    }
}
