package io.tidegate.venues.binance;

import io.tidegate.model.order.OrderStatus;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.List;

/// What an answer still tells that comes after its call's outcome was told without it. Orders and their refusals are
/// facts for ever; balances, quotes and the like of some time ago are not. Pure.
final class LateAnswers {
    private LateAnswers() {}

    static List<VenueReport> facts(VenueCall call, Outcomes.Ended ended) {
        List<VenueReport> facts = new ArrayList<>(ended.facts());
        switch (ended.outcome()) {
            case Outcome.Done(OrderState order) -> facts.add(report(order));
            case Outcome.Found(OrderState order) -> facts.add(report(order));
            case Outcome.OpenOrdersSeen(List<OrderState> all) -> all.forEach(order -> facts.add(report(order)));
            case Outcome.HistorySeen(List<OrderState> all) -> all.forEach(order -> facts.add(report(order)));
            case Outcome.AllCancelled(List<OrderState> all) -> all.forEach(order -> facts.add(report(order)));
            case Outcome.ListPlaced(List<OrderState> all) -> all.forEach(order -> facts.add(report(order)));
            case Outcome.Replaced(Outcome.Half cancelled, Outcome.Half placed) -> {
                if (cancelled instanceof Outcome.Half.Done(OrderState order)) {
                    facts.add(report(order));
                }
                switch (placed) {
                    case Outcome.Half.Done(OrderState order) -> facts.add(report(order));
                    case Outcome.Half.Refused(VenueError error) -> refused(call, error, facts);
                    case Outcome.Half.NotTried() -> rejected(call, "not tried, the cancel had failed", facts);
                }
            }
            case Outcome.Failed(VenueError error) -> refused(call, error, facts);
            case Outcome.NotFound _,
                    Outcome.FillsSeen _,
                    Outcome.BalancesSeen _,
                    Outcome.QuoteSeen _,
                    Outcome.Passed _,
                    Outcome.FeesSeen _,
                    Outcome.ListingsSeen _,
                    Outcome.CountsSeen _ -> {}
        }
        return facts;
    }

    private static VenueReport report(OrderState order) {
        return new VenueReport.OrderReport(order);
    }

    private static void refused(VenueCall call, VenueError error, List<VenueReport> facts) {
        if (error.certainty() == Certainty.NOT_EXECUTED) {
            rejected(call, error.code() + " " + error.message(), facts);
        }
    }

    /// The venue did refuse the submission: the orders never came to be.
    private static void rejected(VenueCall call, String reason, List<VenueReport> facts) {
        List<VenueOrder> orders = switch (call) {
            case VenueCall.Submit(VenueOrder order) -> List.of(order);
            case VenueCall.Replace replace -> List.of(replace.wanted());
            case VenueCall.SubmitList list -> list.list().legs();
            default -> List.of();
        };
        for (VenueOrder order : orders) {
            facts.add(report(
                    new OrderState(order.instrument(), order.clientOrderId(), "", OrderStatus.REJECTED, 0, reason, 0)));
        }
    }
}
