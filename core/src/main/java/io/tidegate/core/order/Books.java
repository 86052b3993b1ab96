package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.core.risk.AccountLimits;

/// What the parts of this package share: the orders, and every index over them.
record Books(
        Catalog catalog,
        AccountLimits limits,
        OrderStore store,
        Reserve reserve,
        Groups groups,
        OwnBook own,
        Reductions reductions,
        Holding holding,
        Stirred stirred) {
    static Books of(Catalog catalog, Ledger ledger, Positions positions, AccountLimits limits, Horizon horizon) {
        var groups = new Groups();
        return new Books(
                catalog,
                limits,
                new OrderStore(horizon, groups),
                new Reserve(catalog, ledger),
                groups,
                new OwnBook(),
                new Reductions(positions),
                new Holding(),
                new Stirred());
    }

    /// Puts a child where it belongs after a change of its status or terms.
    void note(Child child) {
        Order order = store.parent(child);
        own.put(order.terms.account(), child, order.released);
        if (order.terms.reduceOnly()) {
            if (child.isOut()) {
                reductions.add(child);
            } else {
                reductions.remove(child);
            }
        }
    }

    /// Has everything looked at again that a change of an order concerns.
    void stir(Order order) {
        stirred.changed(order.id);
        holding.waiting(order.terms.instrument()).forEach(waiting -> stirred.look(waiting.id));
    }
}
