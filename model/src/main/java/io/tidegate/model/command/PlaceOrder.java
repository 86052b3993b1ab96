package io.tidegate.model.command;

import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import java.util.List;

/// A client's order, with routing's first proposal of how to work it.
///
/// @param terms      what the client asks for
/// @param proposal   the first children, 0 to 16; empty leaves the order PENDING until a proposal comes
/// @param receivedNs when the edge had the request whole, nanoseconds since 1970 UTC
public record PlaceOrder(OrderTerms terms, List<ChildTerms> proposal, long receivedNs) implements Command {}
