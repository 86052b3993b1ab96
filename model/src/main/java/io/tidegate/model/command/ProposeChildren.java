package io.tidegate.model.command;

import io.tidegate.model.order.ChildTerms;
import java.util.List;

/// Further children of an order. The core takes each slice number once, so that two proposers cannot double.
///
/// @param orderId  the parent
/// @param slice    the number that the core expects next, from 1 (0 was the proposal of `PlaceOrder`)
/// @param proposal 1 to 16 children
public record ProposeChildren(long orderId, int slice, List<ChildTerms> proposal) implements Command {}
