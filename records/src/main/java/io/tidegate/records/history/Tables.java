package io.tidegate.records.history;

import static io.tidegate.records.store.Column.decimal;
import static io.tidegate.records.store.Column.symbol;
import static io.tidegate.records.store.Column.text;
import static io.tidegate.records.store.Column.time;
import static io.tidegate.records.store.Column.whole;

import io.tidegate.records.store.Table;
import java.util.List;

/// The tables of the history. `account` is the tenant, `venue` and `label` name the venue account.
///
/// @param orders      each order as it was accepted
/// @param steps       each change of status, of an order (`child_id` 0) or of a child
/// @param children    each part of an order that was handed out to a venue
/// @param fills       each execution, as booked once
/// @param corrections what a venue changed of an execution afterwards; a `quantity` of 0 is a bust
/// @param cashFlows   money that moved without an execution
/// @param positions   each position after each change
/// @param balances    each balance after each change
/// @param refusals    each request that did not become an order
/// @param notices     all else that a person may ask about: gates, kill switches, flags, parked facts, storage
/// @param definitions assets, instruments and venue accounts, by which the others are read
record Tables(
        Table orders,
        Table steps,
        Table children,
        Table fills,
        Table corrections,
        Table cashFlows,
        Table positions,
        Table balances,
        Table refusals,
        Table notices,
        Table definitions) {
    private static final int FOR_EVER_DAYS = 36_500;

    /// @param keepDays how long history is kept, from 1; definitions stay
    static Tables keeping(int keepDays) {
        return new Tables(
                new Table(
                        "orders",
                        keepDays,
                        List.of(
                                whole("order_id"),
                                symbol("account"),
                                symbol("strategy"),
                                text("client_key"),
                                symbol("instrument"),
                                symbol("side"),
                                symbol("type"),
                                symbol("tif"),
                                decimal("quantity"),
                                decimal("price"),
                                decimal("stop_price"),
                                time("received"))),
                new Table(
                        "order_steps",
                        keepDays,
                        List.of(
                                whole("order_id"),
                                whole("child_id"),
                                symbol("was"),
                                symbol("became"),
                                decimal("filled"),
                                text("venue_order_id"),
                                symbol("evidence"),
                                text("reason"))),
                new Table(
                        "children",
                        keepDays,
                        List.of(
                                whole("child_id"),
                                whole("order_id"),
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("instrument"),
                                symbol("side"),
                                symbol("type"),
                                symbol("tif"),
                                decimal("quantity"),
                                decimal("price"),
                                time("received"))),
                new Table(
                        "fills",
                        keepDays,
                        List.of(
                                whole("order_id"),
                                whole("child_id"),
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("instrument"),
                                text("venue_order_id"),
                                text("trade_id"),
                                symbol("side"),
                                decimal("quantity"),
                                decimal("price"),
                                decimal("quote"),
                                decimal("fee"),
                                symbol("fee_asset"),
                                symbol("liquidity"),
                                time("venue_time"),
                                symbol("evidence"))),
                new Table(
                        "corrections",
                        keepDays,
                        List.of(
                                whole("order_id"),
                                whole("child_id"),
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("instrument"),
                                text("venue_order_id"),
                                text("trade_id"),
                                decimal("quantity_before"),
                                decimal("quantity"),
                                decimal("price"),
                                decimal("quote"),
                                decimal("fee"),
                                symbol("fee_asset"),
                                text("reason"))),
                new Table(
                        "cash_flows",
                        keepDays,
                        List.of(
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("asset"),
                                decimal("amount"),
                                symbol("kind"),
                                symbol("instrument"),
                                text("reference"),
                                time("venue_time"),
                                text("detail"))),
                new Table(
                        "positions",
                        keepDays,
                        List.of(
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("instrument"),
                                decimal("quantity"),
                                decimal("cost"),
                                decimal("realised"),
                                symbol("cause"))),
                new Table(
                        "balances",
                        keepDays,
                        List.of(
                                symbol("account"),
                                symbol("venue"),
                                symbol("label"),
                                symbol("asset"),
                                decimal("total"),
                                decimal("reserved"),
                                symbol("cause"))),
                new Table(
                        "refusals",
                        keepDays,
                        List.of(
                                symbol("account"),
                                text("client_key"),
                                symbol("code"),
                                symbol("field"),
                                text("value"),
                                text("expected"))),
                new Table("notices", keepDays, List.of(symbol("kind"), text("subject"), text("detail"))),
                new Table(
                        "definitions",
                        FOR_EVER_DAYS,
                        List.of(
                                symbol("kind"),
                                whole("id"),
                                text("name"),
                                symbol("class"),
                                whole("base"),
                                whole("quote"),
                                whole("price_scale"),
                                whole("quantity_scale"),
                                symbol("venue"),
                                symbol("label"))));
    }

    List<Table> all() {
        return List.of(
                orders,
                steps,
                children,
                fills,
                corrections,
                cashFlows,
                positions,
                balances,
                refusals,
                notices,
                definitions);
    }
}
