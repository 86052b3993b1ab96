package io.tidegate.gateway.reconcile;

import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.known.Balances;
import io.tidegate.gateway.known.Catalogue;
import io.tidegate.gateway.known.Children;

/// Our side of what is compared: what the core believes of one venue account, and the way to tell it better.
public record Book(int venueAccount, Catalogue catalogue, Children children, Balances balances, Outbox outbox) {}
