package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueFeature;
import java.util.List;
import java.util.Optional;

/// Says whether an order, and a proposal of how to work it, may stand. Changes nothing.
final class Admission {
    /// Most children of one proposal.
    static final int CHILDREN_MAX = 16;

    private final Catalog catalog;
    private final Ledger ledger;
    private final AccountLimits limits;
    private final KillSwitches kill;
    private final Groups groups;
    private final OwnBook own;
    private final Reductions reductions;
    private final Reserve reserve;
    private final Reference reference;
    private final Exposure exposure;

    Admission(Books books, Ledger ledger, KillSwitches kill, Exposure exposure) {
        this.exposure = exposure;
        this.catalog = books.catalog();
        this.ledger = ledger;
        this.limits = books.limits();
        this.kill = kill;
        this.groups = books.groups();
        this.own = books.own();
        this.reductions = books.reductions();
        this.reserve = books.reserve();
        this.reference = new Reference(catalog, limits);
    }

    /// Checks what a client asks for, in the order: sound in itself, known, offered, allowed, within limits.
    Optional<Refusal> checkTerms(OrderTerms terms, List<ChildTerms> proposal, long nowNs) {
        List<OrderTerms.Problem> problems = terms.problems();
        if (!problems.isEmpty()) {
            OrderTerms.Problem first = problems.getFirst();
            return refusal(RefusalCode.BAD_FIELD, first.field(), first.value(), first.rule());
        }
        if (!catalog.isTenant(terms.account())) {
            return refusal(RefusalCode.UNKNOWN, "account", terms.account(), "an account with a venue account");
        }
        Optional<Instrument> instrument = catalog.instrument(terms.instrument());
        if (instrument.isEmpty()) {
            return refusal(RefusalCode.UNKNOWN, "instrument", terms.instrument(), "a defined instrument");
        }
        return offered(terms)
                .or(() -> kill.stops(terms, instrument.get()))
                .or(() -> deadline(terms, nowNs))
                .or(() -> groups.check(terms))
                .or(() -> limits.checkCount(terms, nowNs))
                .or(() -> exposure.check(terms, instrument.get()))
                .or(() -> price(terms, instrument.get(), proposal, nowNs));
    }

    /// Checks how an order shall be worked: sum, venue, lease, gate, grid, price, funds.
    ///
    /// @param unallocated what may still be proposed
    Optional<Refusal> checkProposal(OrderTerms terms, long unallocated, List<ChildTerms> proposal, long nowNs) {
        if (proposal.size() > CHILDREN_MAX) {
            return refusal(RefusalCode.TOO_LARGE, "proposal", proposal.size(), CHILDREN_MAX);
        }
        Instrument instrument = catalog.instrument(terms.instrument()).orElseThrow();
        long left = unallocated;
        for (ChildTerms child : proposal) {
            if (child.quantity() <= 0 || child.quantity() > left) {
                return refusal(
                        RefusalCode.OVER_PARENT,
                        "quantity",
                        instrument.quantityText(child.quantity()),
                        instrument.quantityText(left));
            }
            Optional<Refusal> refused = checkChild(terms, instrument, child, left, nowNs);
            left -= child.quantity();
            if (refused.isPresent()) {
                return refused;
            }
        }
        // An exit is paid by what its entry brings.
        return terms.link().role().isDependent() ? Optional.empty() : funds(terms, instrument, proposal);
    }

    private Optional<Refusal> checkChild(
            OrderTerms terms, Instrument instrument, ChildTerms child, long left, long nowNs) {
        Optional<VenueDesk> found = catalog.venue(child.venueAccount());
        if (found.isEmpty() || !found.get().account().account().equals(terms.account())) {
            return refusal(RefusalCode.UNKNOWN, "venueAccount", child.venueAccount(), "a venue account of yours");
        }
        VenueDesk venue = found.get();
        if (terms.venueAccount() != 0 && terms.venueAccount() != child.venueAccount()) {
            return refusal(RefusalCode.BAD_FIELD, "venueAccount", child.venueAccount(), terms.venueAccount());
        }
        Optional<Refusal> stopped = kill.stops(venue.account());
        if (stopped.isPresent()) {
            return stopped;
        }
        if (venue.epoch() == 0 || !venue.isOpen()) {
            return refusal(
                    RefusalCode.VENUE_CLOSED, "venueAccount", venue.account().name(), "open: " + venue.gateReason());
        }
        return grid(instrument, venue, child)
                .or(() -> childPrice(terms, instrument, child, nowNs))
                .or(() -> childWords(terms, venue, child))
                .or(() -> constraints(terms, venue, child, left));
    }

    private static Optional<Refusal> grid(Instrument instrument, VenueDesk venue, ChildTerms child) {
        Optional<Grid> known = venue.grid(instrument.id());
        if (known.isEmpty()) {
            return refusal(
                    RefusalCode.NOT_SUPPORTED,
                    "instrument",
                    instrument.symbol(),
                    venue.account().name());
        }
        Grid grid = known.get();
        if (!grid.takesPrice(child.price())) {
            return refusal(
                    RefusalCode.OFF_GRID,
                    "price",
                    instrument.priceText(child.price()),
                    "a positive multiple of " + instrument.priceText(grid.tick()));
        }
        if (child.quantity() < grid.quantityMin()) {
            return refusal(
                    RefusalCode.TOO_SMALL,
                    "quantity",
                    instrument.quantityText(child.quantity()),
                    instrument.quantityText(grid.quantityMin()));
        }
        if (child.quantity() > grid.quantityMax()) {
            return refusal(
                    RefusalCode.TOO_LARGE,
                    "quantity",
                    instrument.quantityText(child.quantity()),
                    instrument.quantityText(grid.quantityMax()));
        }
        if (child.quantity() % grid.lot() != 0) {
            return refusal(
                    RefusalCode.OFF_GRID,
                    "quantity",
                    instrument.quantityText(child.quantity()),
                    "a multiple of " + instrument.quantityText(grid.lot()));
        }
        if (!Amount.productFits(child.price(), child.quantity(), instrument.scales())
                || !instrument.value(child.price(), child.quantity()).isModest()
                || !instrument.baseAmount(child.quantity()).isModest()) {
            return refusal(
                    RefusalCode.BEYOND_RANGE,
                    "quantity",
                    instrument.quantityText(child.quantity()),
                    "price x quantity below 2 x 10^19");
        }
        Amount value = instrument.value(child.price(), child.quantity());
        return value.compareTo(grid.notionalMin()) < 0
                ? refusal(RefusalCode.TOO_SMALL, "quantity", value, grid.notionalMin())
                : Optional.empty();
    }

    /// A child may never be worse than the client's limit; without a limit, never further out than the collar.
    private Optional<Refusal> childPrice(OrderTerms terms, Instrument instrument, ChildTerms child, long nowNs) {
        if (terms.type().needsPrice()) {
            boolean within = terms.side() == Side.BUY ? child.price() <= terms.price() : child.price() >= terms.price();
            return within
                    ? Optional.empty()
                    : refusal(
                            RefusalCode.OUTSIDE_COLLAR,
                            "price",
                            instrument.priceText(child.price()),
                            instrument.priceText(terms.price()));
        }
        int bps = reference.slippageBps(terms);
        return limits.checkCollar(
                terms, instrument, child.price(), bps, reference.of(terms, instrument, nowNs), true, nowNs);
    }

    private Optional<Refusal> childWords(OrderTerms terms, VenueDesk venue, ChildTerms child) {
        Optional<VenueFeature> feature = VenueFeature.of(terms.type());
        boolean natively = feature.isPresent() && child.type() == terms.type();
        boolean typed = child.type() == OrderType.LIMIT
                || (child.type() == OrderType.MARKET && terms.type() == OrderType.MARKET)
                || (natively
                        && venue.account().terms().has(feature.get())
                        && !terms.link().isGrouped());
        if (!typed) {
            return refusal(RefusalCode.NOT_SUPPORTED, "type", child.type(), terms.type());
        }
        boolean immediate = child.tif() == TimeInForce.IOC || child.tif() == TimeInForce.FOK;
        boolean dated = child.tif() == TimeInForce.GTD
                && terms.tif() == TimeInForce.GTD
                && venue.account().terms().has(VenueFeature.GTD);
        if (child.tif() != TimeInForce.GTC && !immediate && !dated) {
            return refusal(RefusalCode.NOT_SUPPORTED, "timeInForce", child.tif(), "GTC, IOC or FOK");
        }
        boolean mustBeImmediate = !natively
                && (!terms.type().needsPrice() || terms.tif() == TimeInForce.IOC || terms.tif() == TimeInForce.FOK);
        if (mustBeImmediate && !immediate) {
            return refusal(RefusalCode.NOT_SUPPORTED, "timeInForce", child.tif(), "IOC or FOK");
        }
        return child.postOnly() && (immediate || child.type() == OrderType.MARKET)
                ? refusal(RefusalCode.NOT_SUPPORTED, "postOnly", "true", "an order that can rest")
                : Optional.empty();
    }

    /// What a client has bounded beyond price and quantity (SPEC ORD-13).
    private Optional<Refusal> constraints(OrderTerms terms, VenueDesk venue, ChildTerms child, long left) {
        if (terms.constraints().excludedVenues().contains(child.venueAccount())) {
            return refusal(RefusalCode.BAD_FIELD, "venueAccount", child.venueAccount(), "one that is not excluded");
        }
        if (child.quantity() < Math.min(left, terms.constraints().partMin())) {
            return refusal(
                    RefusalCode.TOO_SMALL,
                    "quantity",
                    child.quantity(),
                    terms.constraints().partMin());
        }
        for (String name : terms.constraints().parameterNames()) {
            if (!venue.account().terms().parameters().contains(name)) {
                return refusal(
                        RefusalCode.NOT_SUPPORTED,
                        "venueParameters",
                        name,
                        venue.account().terms().parameters());
            }
        }
        return crossing(terms, venue, child, 0).or(() -> reducing(terms, child));
    }

    /// An order that closes must find something to close; the exits of a bracket are looked at when they go out.
    private Optional<Refusal> reducing(OrderTerms terms, ChildTerms child) {
        if (!terms.reduceOnly() || terms.link().role().isDependent()) {
            return Optional.empty();
        }
        boolean held = VenueFeature.of(terms.type()).isPresent()
                && VenueFeature.of(child.type()).isEmpty();
        long room = held
                ? reductions.closable(child.venueAccount(), terms.instrument(), terms.side())
                : reductions.room(child.venueAccount(), terms.instrument(), terms.side());
        return child.quantity() > room
                ? refusal(RefusalCode.REDUCE_ONLY, "quantity", child.quantity(), Math.max(0, room))
                : Optional.empty();
    }

    /// What the children give away must be free at their venue accounts, all of them together.
    private Optional<Refusal> funds(OrderTerms terms, Instrument instrument, List<ChildTerms> proposal) {
        int asset = Reserve.asset(instrument, terms.side());
        for (int i = 0; i < proposal.size(); i++) {
            int venueAccount = proposal.get(i).venueAccount();
            int feeReserveBps =
                    catalog.venue(venueAccount).orElseThrow().account().terms().feeReserveBps();
            Amount needed = Amount.ZERO;
            for (int j = 0; j <= i; j++) {
                ChildTerms child = proposal.get(j);
                if (child.venueAccount() == venueAccount) {
                    needed = needed.plus(
                            Reserve.amount(instrument, terms.side(), child.price(), child.quantity(), feeReserveBps));
                }
            }
            Amount available = ledger.available(venueAccount, asset);
            if (needed.compareTo(available) > 0) {
                return refusal(RefusalCode.INSUFFICIENT_FUNDS, "quantity", needed, available);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> offered(OrderTerms terms) {
        if (terms.type() == OrderType.FLASH_LOAN_ARBITRAGE || terms.type() == OrderType.ATOMIC_SWAP) {
            return refusal(RefusalCode.NOT_SUPPORTED, "type", terms.type(), "an order that venues match");
        }
        return terms.constraints().mevProtection()
                ? refusal(RefusalCode.NOT_SUPPORTED, "mevProtection", "true", "an order on chain")
                : Optional.empty();
    }

    private static Optional<Refusal> deadline(OrderTerms terms, long nowNs) {
        if (terms.tif() == TimeInForce.GTD && terms.expiresAtNs() <= nowNs) {
            return refusal(RefusalCode.DEADLINE_PASSED, "expiresAt", terms.expiresAtNs(), nowNs);
        }
        return terms.deadlineNs() != 0 && terms.deadlineNs() <= nowNs
                ? refusal(RefusalCode.DEADLINE_PASSED, "deadline", terms.deadlineNs(), nowNs)
                : Optional.empty();
    }

    private Optional<Refusal> price(OrderTerms terms, Instrument instrument, List<ChildTerms> proposal, long nowNs) {
        long worst = terms.price();
        if (!terms.type().needsPrice()) {
            for (ChildTerms child : proposal) {
                worst = Math.max(worst, child.price());
            }
            long most = worst;
            return limits.checkValue(terms, instrument, most).or(() -> exposure.checkValue(terms, instrument, most));
        }
        int collarBps = limits.collarBps(terms);
        return limits.checkValue(terms, instrument, worst)
                .or(() -> exposure.checkValue(terms, instrument, terms.price()))
                .or(() -> limits.checkCollar(
                        terms,
                        instrument,
                        terms.price(),
                        collarBps,
                        reference.of(terms, instrument, nowNs),
                        false,
                        nowNs));
    }

    /// Checks the terms that an amendment asks for as if they were new, where they are.
    Optional<Refusal> checkAmendment(Order order, WorkingTerms wanted, long nowNs) {
        OrderTerms terms = order.terms.with(wanted);
        Instrument instrument = catalog.instrument(terms.instrument()).orElseThrow();
        if (order.children.isEmpty()) {
            return limits.checkValue(terms, instrument, wanted.price())
                    .or(() -> exposure.check(order, terms, instrument));
        }
        Child last = order.children.getLast();
        VenueDesk venue = catalog.venue(last.ready.venueAccount()).orElseThrow();
        long price = terms.type().needsPrice()
                ? wanted.price()
                : reference
                        .worstOfStop(terms, wanted.stopPrice(), venue.account().id())
                        .orElse(last.ready.price());
        var child = new ChildTerms(
                venue.account().id(),
                last.ready.type(),
                last.ready.tif(),
                wanted.quantity() - order.filled,
                price,
                last.ready.postOnly());
        int collarBps = limits.collarBps(terms);
        Optional<MarkSet> mark = reference.of(terms, instrument, nowNs);
        return kill.stops(terms, instrument)
                .or(() -> grid(instrument, venue, child))
                .or(() -> limits.checkValue(terms, instrument, price))
                .or(() -> exposure.check(order, terms, instrument))
                .or(() -> limits.checkCollar(terms, instrument, price, collarBps, mark, false, nowNs))
                .or(() -> crossing(terms, venue, child, order.id))
                .or(() -> order.isLean() ? Optional.empty() : moreFunds(order, instrument, child));
    }

    /// The larger of both must be free while an amendment is under way.
    private Optional<Refusal> moreFunds(Order order, Instrument instrument, ChildTerms child) {
        int asset = Reserve.asset(instrument, order.terms.side());
        Child last = order.children.getLast();
        Amount needed =
                Reserve.amount(instrument, order.terms.side(), child.price(), child.quantity(), last.feeReserveBps);
        Amount aside = Amount.ZERO;
        for (Child own : order.children) {
            aside = own.isLive() ? aside.plus(reserve.of(own)) : aside;
        }
        Amount available = ledger.available(child.venueAccount(), asset).plus(aside);
        return needed.compareTo(available) > 0
                ? refusal(RefusalCode.INSUFFICIENT_FUNDS, "quantity", needed, available)
                : Optional.empty();
    }

    /// What an order could trade with, of the same owner at the same venue; only where the newer one gives way.
    private Optional<Refusal> crossing(OrderTerms terms, VenueDesk venue, ChildTerms child, long orderId) {
        boolean later = VenueFeature.of(terms.type()).isPresent()
                || terms.link().role().isDependent(); // looked at when it goes out
        if (terms.constraints().selfTrade() == SelfTrade.CANCEL_OLDER || later) {
            return Optional.empty();
        }
        return own.crossing(terms.account(), terms.instrument(), terms.side(), child.price()).stream()
                .filter(other -> other.ready.orderId() != orderId)
                .filter(other -> venueOf(other).equals(venue.account().venue()))
                .findFirst()
                .flatMap(other -> refusal(
                        RefusalCode.SELF_TRADE, "", other.ready.orderId(), "no order of yours on the other side"));
    }

    private String venueOf(Child child) {
        return catalog.venue(child.ready.venueAccount()).orElseThrow().account().venue();
    }

    private static Optional<Refusal> refusal(RefusalCode code, String field, Object value, Object limit) {
        return Optional.of(Refusal.of(code, field, value, limit));
    }
}
