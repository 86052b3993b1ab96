package io.tidegate.model.event;

/// A request repeated an earlier one by key and content: this is the order that stands for both.
public record OrderRepeated(long orderId, String account, String clientKey) implements Event {}
