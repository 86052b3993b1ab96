package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.OrderList;
import io.tidegate.simulator.venue.VenueOrder;

/// An order list in the shapes in which answers and events carry it.
final class ListJson {
    private ListJson() {}

    /// The list with a report on each of its orders, as placing it shows it.
    static void placed(Json out, OrderList list, OrderJson.ResponseType type) {
        out.beginObject();
        fields(out, list);
        out.beginArray("orderReports");
        list.orders().forEach(order -> OrderJson.placed(out, order, type));
        out.endArray();
        out.endObject();
    }

    /// The same as cancelling it shows it.
    static void cancelled(Json out, OrderList list, String cancelId) {
        out.beginObject();
        fields(out, list);
        out.beginArray("orderReports");
        list.orders().forEach(order -> OrderJson.cancelled(out, order, cancelId));
        out.endArray();
        out.endObject();
    }

    static void status(Json out, OrderList list) {
        out.beginObject();
        fields(out, list);
        out.endObject();
    }

    /// What an amended order's answer shows of its list.
    static void brief(Json out, OrderList list) {
        out.beginObject();
        out.number("orderListId", list.id());
        out.text("contingencyType", contingency(list));
        out.text("listOrderStatus", orderStatus(list));
        out.text("listClientOrderId", list.clientId());
        out.text("symbol", Symbols.name(list.market()));
        orders(out, list);
        out.endObject();
    }

    private static void fields(Json out, OrderList list) {
        out.number("orderListId", list.id());
        out.text("contingencyType", contingency(list));
        out.text("listStatusType", statusType(list));
        out.text("listOrderStatus", orderStatus(list));
        out.text("listClientOrderId", list.clientId());
        out.time("transactionTime", list.updatedNs());
        out.text("symbol", Symbols.name(list.market()));
        orders(out, list);
    }

    private static void orders(Json out, OrderList list) {
        out.beginArray("orders");
        for (VenueOrder order : list.orders()) {
            out.beginObject();
            out.text("symbol", Symbols.name(order.market()));
            out.number("orderId", order.orderId());
            out.text("clientOrderId", order.clientId());
            out.endObject();
        }
        out.endArray();
    }

    /// The event `listStatus` (fact sheet §4).
    static void event(Json out, OrderList list, long nowNs) {
        out.text("e", "listStatus");
        out.time("E", nowNs);
        out.text("s", Symbols.name(list.market()));
        out.number("g", list.id());
        out.text("c", contingency(list));
        out.text("l", statusType(list));
        out.text("L", orderStatus(list));
        out.text("r", "NONE");
        out.text("C", list.clientId());
        out.time("T", list.updatedNs());
        out.beginArray("O");
        for (VenueOrder order : list.orders()) {
            out.beginObject();
            out.text("s", Symbols.name(order.market()));
            out.number("i", order.orderId());
            out.text("c", order.clientId());
            out.endObject();
        }
        out.endArray();
    }

    /// The venue calls a pair that waits for an order an OTO too.
    private static String contingency(OrderList list) {
        return list.kind() == OrderList.Kind.OCO ? "OCO" : "OTO";
    }

    private static String statusType(OrderList list) {
        return list.isDone() ? "ALL_DONE" : "EXEC_STARTED";
    }

    private static String orderStatus(OrderList list) {
        return list.isDone() ? "ALL_DONE" : "EXECUTING";
    }
}
