package io.tidegate.core;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Charges;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.core.order.Orders;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.core.risk.LossWatch;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.PositionChanged;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/// What stands, line by line, for readers without a history: what exists first, then orders, then money.
///
/// Which orders and balances get a line is settled at the start; what a line says is taken when it is asked for.
record Image(
        Catalog catalog,
        Ledger ledger,
        Positions positions,
        Charges charges,
        LossWatch losses,
        AccountLimits limits,
        KillSwitches kill,
        Orders orders) {
    Iterator<Event> lines() {
        Stream<Event> known = Stream.of(catalog.lines(), limits.lines(), losses.lines(), kill.lines())
                .flatMap(lines -> lines.stream());
        Stream<Event> open = Arrays.stream(orders.standing().openIds())
                .boxed()
                .flatMap(id -> orders.standing().openLines(id).stream());
        Stream<Event> balances = ledger.balances().stream()
                .map(BalanceChanged.class::cast)
                .flatMap(line -> ledger.balance(line.venueAccount(), line.asset()).stream());
        Stream<Event> held = positions.lines().stream()
                .map(PositionChanged.class::cast)
                .flatMap(line -> positions.line(line.venueAccount(), line.instrument()).stream());
        Stream<Event> charged =
                charges.lines().stream().map(ChargeStands.class::cast).map(charges::line);
        return Stream.of(known, open, balances, held, charged)
                .flatMap(lines -> lines)
                .iterator();
    }
}
