package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderList;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders that hang together: placing, cancelling and looking them up (fact sheet §3.1).
final class ListCalls {
    private static final OrderTerms ABOVE = new OrderTerms("above", "side", "quantity", "aboveClientOrderId");
    private static final OrderTerms BELOW = new OrderTerms("below", "side", "quantity", "belowClientOrderId");
    private static final OrderTerms WORKING =
            new OrderTerms("working", "workingSide", "workingQuantity", "workingClientOrderId");
    private static final OrderTerms PENDING =
            new OrderTerms("pending", "pendingSide", "pendingQuantity", "pendingClientOrderId");
    private static final OrderTerms PENDING_ABOVE =
            new OrderTerms("pendingAbove", "pendingSide", "pendingQuantity", "pendingAboveClientOrderId");
    private static final OrderTerms PENDING_BELOW =
            new OrderTerms("pendingBelow", "pendingSide", "pendingQuantity", "pendingBelowClientOrderId");

    private final SimulatedVenue venue;
    private final Symbols symbols;
    private final Filters filters;
    private final Limits limits;
    private final ClientIds ids;

    ListCalls(SimulatedVenue venue, Symbols symbols, Filters filters, Limits limits, ClientIds ids) {
        this.venue = venue;
        this.symbols = symbols;
        this.filters = filters;
        this.limits = limits;
        this.ids = ids;
    }

    Answer placeOco(Call call) {
        return place(call, OrderList.Kind.OCO, List.of(ABOVE, BELOW));
    }

    Answer placeOto(Call call) {
        return place(call, OrderList.Kind.OTO, List.of(WORKING, PENDING));
    }

    Answer placeOtoco(Call call) {
        return place(call, OrderList.Kind.OTOCO, List.of(WORKING, PENDING_ABOVE, PENDING_BELOW));
    }

    private Answer place(Call call, OrderList.Kind kind, List<OrderTerms> legs) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        String listId = parameters.text("listClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        var prevention = OrderForm.prevention(parameters);
        var responseType =
                OrderForm.responseType(parameters, parameters.text("newOrderRespType"), OrderJson.ResponseType.RESULT);
        var requests = new ArrayList<OrderRequest>();
        if (market.isPresent()) {
            legs.forEach(
                    leg -> leg.read(parameters, market.get(), prevention, ids).ifPresent(requests::add));
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        var refusal = refusal(call, market.orElseThrow(), kind, requests);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        return switch (venue.place(call.account(), market.get(), listId, kind, requests, call.nowNs())) {
            case Placed.AcceptedList accepted ->
                Answer.done(out -> ListJson.placed(out, accepted.list(), responseType));
            case Placed.Refused refused -> Answer.refused(BinanceError.rejected(Words.refusal(refused.reason())));
            case Placed.Accepted order -> throw new IllegalStateException("nobody asked for " + order);
        };
    }

    private Optional<BinanceError> refusal(Call call, Market market, OrderList.Kind kind, List<OrderRequest> requests) {
        boolean fits = switch (kind) {
            case OCO -> isPair(requests);
            case OTO -> isFirst(requests.getFirst());
            case OTOCO -> isFirst(requests.getFirst()) && isPair(requests.subList(1, 3));
        };
        if (!fits) {
            return Optional.of(BinanceError.badListTypes());
        }
        long names = requests.stream().map(OrderRequest::clientId).distinct().count();
        if (names < requests.size()) {
            return Optional.of(BinanceError.rejected(Words.refusal(Placed.Reason.DUPLICATE_CLIENT_ID)));
        }
        for (OrderRequest request : requests) {
            var broken = filters.judge(call.account(), market, request);
            if (broken.isPresent()) {
                return broken;
            }
        }
        var tooMany = filters.judgeList(call.account(), market);
        return tooMany.isPresent() ? tooMany : limits.orders(call.account()).refusal(call.nowNs());
    }

    /// The first order of a list rests in the book.
    private static boolean isFirst(OrderRequest request) {
        return request.kind() != OrderKind.MARKET
                && request.conditions().trigger().isEmpty();
    }

    /// Of a pair at least one waits for its stop, and neither would trade on arrival.
    private static boolean isPair(List<OrderRequest> pair) {
        return pair.stream()
                        .allMatch(request -> request.kind() == OrderKind.POST_ONLY
                                || request.conditions().trigger().isPresent())
                && pair.stream()
                        .anyMatch(request -> request.conditions().trigger().isPresent());
    }

    Answer cancel(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var id = parameters.integer("orderListId");
        var clientId = parameters.text("listClientOrderId");
        String cancelId = parameters.text("newClientOrderId", ClientIds.FORM).orElseGet(ids::next);
        if (id.isEmpty() && clientId.isEmpty()) {
            parameters.complain(BinanceError.bothMissing("orderListId", "listClientOrderId"));
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        var found = id.isPresent()
                ? byId(call.account(), id.getAsLong())
                : byClientId(call.account(), clientId.orElseThrow());
        var open = found.filter(list -> list.market() == market.orElseThrow() && !list.isDone());
        if (open.isEmpty()) {
            return Answer.refused(BinanceError.unknownOrder());
        }
        var any = open.get().orders().stream()
                .filter(order -> order.state().isOpen())
                .findFirst();
        venue.cancel(any.orElseThrow(), cancelId, call.nowNs());
        return Answer.done(out -> ListJson.cancelled(out, open.get(), cancelId));
    }

    Answer status(Call call) {
        var parameters = call.parameters();
        var id = parameters.integer("orderListId");
        var clientId = parameters.text("origClientOrderId");
        if (id.isEmpty() && clientId.isEmpty()) {
            parameters.complain(BinanceError.bothMissing("orderListId", "origClientOrderId"));
        }
        if (parameters.problem().isPresent()) {
            return Answer.refused(parameters.problem().get());
        }
        var found = id.isPresent()
                ? byId(call.account(), id.getAsLong())
                : byClientId(call.account(), clientId.orElseThrow());
        return found.map(list -> Answer.done(out -> ListJson.status(out, list)))
                .orElseGet(() -> Answer.refused(BinanceError.noSuchList()));
    }

    Answer all(Call call) {
        long fromId = call.parameters().integer("fromId").orElse(0);
        var startNs = call.parameters().time("startTime");
        var endNs = call.parameters().time("endTime");
        int limit = call.parameters().limit(500, 1_000);
        return MarketCalls.answer(call.parameters(), out -> {
            out.beginArray();
            venue.lists(call.account()).tailMap(fromId).values().stream()
                    .filter(list -> list.createdNs() >= startNs.orElse(Long.MIN_VALUE)
                            && list.createdNs() <= endNs.orElse(Long.MAX_VALUE))
                    .limit(limit)
                    .forEach(list -> ListJson.status(out, list));
            out.endArray();
        });
    }

    Answer open(Call call) {
        return MarketCalls.answer(call.parameters(), out -> {
            out.beginArray();
            venue.lists(call.account()).values().stream()
                    .filter(list -> !list.isDone())
                    .forEach(list -> ListJson.status(out, list));
            out.endArray();
        });
    }

    private Optional<OrderList> byId(Account account, long id) {
        return Optional.ofNullable(venue.lists(account).get(id));
    }

    /// The latest of that name.
    private Optional<OrderList> byClientId(Account account, String clientId) {
        return venue.lists(account).descendingMap().values().stream()
                .filter(list -> list.clientId().equals(clientId))
                .findFirst();
    }
}
