package io.tidegate.core.order;

import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which orders belong together, and how much of one the fills of the others allow (SPEC ORD-11).
///
/// ```text
/// OCO      A and B, of equal quantity:       allowed(A) = quantity − filled(B)
/// OTO      FIRST sets off THEN:              allowed(THEN) = ⌊quantity × filled(FIRST) ∕ quantity(FIRST)⌋
/// bracket  ENTRY sets off two EXITs:         allowed(EXIT) = filled(ENTRY) − filled(other EXIT)
/// ```
final class Groups {
    /// A group that is not whole within this time is cancelled.
    static final long WHOLE_WITHIN_NS = 10_000_000_000L;

    private record Key(String account, String group) {}

    private final Map<Key, List<Order>> groups = new LinkedHashMap<>();

    /// Whether an order of these terms fits into its group.
    Optional<Refusal> check(OrderTerms terms) {
        Link link = terms.link();
        if (!link.isGrouped()) {
            return Optional.empty();
        }
        List<Order> legs = legs(terms);
        if (legs.isEmpty()) {
            return Optional.empty();
        }
        if (legs.stream().anyMatch(leg -> !leg.isLive() || leg.cancelling)) {
            return refusal("group", link.group(), "a name that no order in memory bears");
        }
        if (legs.stream().anyMatch(leg -> !leg.terms.link().role().matches(link.role()))) {
            return refusal(
                    "role",
                    link.role(),
                    "one that goes with " + legs.getFirst().terms.link().role());
        }
        long same = legs.stream()
                .filter(leg -> leg.terms.link().role() == link.role())
                .count();
        if (same >= link.role().count()) {
            return refusal("role", link.role(), link.role().count() + " of it in a group");
        }
        if (legs.stream().anyMatch(leg -> leg.terms.instrument() != terms.instrument())) {
            return refusal("instrument", terms.instrument(), "the one of the group");
        }
        boolean even = link.role() != GroupRole.OTO_FIRST && link.role() != GroupRole.OTO_THEN;
        if (even && legs.stream().anyMatch(leg -> leg.terms.quantity() != terms.quantity())) {
            return refusal("quantity", terms.quantity(), legs.getFirst().terms.quantity());
        }
        boolean sides = legs.stream().allMatch(leg -> opposes(leg.terms, terms));
        return sides ? Optional.empty() : refusal("side", terms.side(), "exits on the other side of their entry");
    }

    private static boolean opposes(OrderTerms a, OrderTerms b) {
        boolean entry = a.link().role() == GroupRole.BRACKET_ENTRY || b.link().role() == GroupRole.BRACKET_ENTRY;
        boolean bracket = entry || a.link().role() == GroupRole.BRACKET_EXIT;
        return !bracket || (a.side() == b.side()) != entry;
    }

    /// Takes an accepted or restored order in.
    ///
    /// @return the group as it is now
    List<Order> add(Order order) {
        List<Order> legs = groups.computeIfAbsent(key(order.terms), key -> new ArrayList<>());
        legs.add(order);
        return List.copyOf(legs);
    }

    /// Lets an order leave that has left memory.
    void remove(Order order) {
        List<Order> legs = groups.get(key(order.terms));
        if (legs != null && legs.remove(order) && legs.isEmpty()) {
            groups.remove(key(order.terms));
        }
    }

    /// The orders of its group, itself included; none for an order that stands alone.
    List<Order> legs(OrderTerms terms) {
        return terms.link().isGrouped() ? groups.getOrDefault(key(terms), List.of()) : List.of();
    }

    /// Whether every order of the group has been accepted.
    boolean isWhole(Order order) {
        return legs(order.terms).size() >= order.terms.link().role().legs();
    }

    /// The order whose fills it waits for.
    Optional<Order> first(Order order) {
        if (!order.terms.link().role().isDependent()) {
            return Optional.empty();
        }
        return legs(order.terms).stream()
                .filter(leg -> !leg.terms.link().role().isDependent())
                .findFirst();
    }

    /// The order that is its OCO.
    Optional<Order> other(Order order) {
        GroupRole role = order.terms.link().role();
        if (role != GroupRole.OCO && role != GroupRole.BRACKET_EXIT) {
            return Optional.empty();
        }
        return legs(order.terms).stream()
                .filter(leg -> leg != order && leg.terms.link().role() == role)
                .findFirst();
    }

    /// How much of it may be filled in all, by what the others have been filled.
    long allowed(Order order) {
        if (!order.terms.link().isGrouped()) {
            return order.now.quantity();
        }
        if (!isWhole(order)) {
            return 0;
        }
        return Math.max(0, base(order) - other(order).map(leg -> leg.filled).orElse(0L));
    }

    /// What the order that it waits for has set off of it.
    long base(Order order) {
        Optional<Order> first = first(order);
        if (first.isEmpty()) {
            return order.terms.quantity();
        }
        Order leg = first.get();
        if (leg.status == OrderStatus.FILLED || leg.filled >= leg.terms.quantity()) {
            return order.terms.quantity();
        }
        return BigInteger.valueOf(order.terms.quantity())
                .multiply(BigInteger.valueOf(leg.filled))
                .divide(BigInteger.valueOf(leg.terms.quantity()))
                .longValueExact();
    }

    private static Key key(OrderTerms terms) {
        return new Key(terms.account(), terms.link().group());
    }

    private static Optional<Refusal> refusal(String field, Object value, Object limit) {
        return Optional.of(Refusal.of(RefusalCode.BAD_GROUP, field, value, limit));
    }
}
