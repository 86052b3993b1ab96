package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.catalog.VenueDesk;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.risk.AccountLimits;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
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

    Admission(Catalog catalog, Ledger ledger, AccountLimits limits, KillSwitches kill) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.limits = limits;
        this.kill = kill;
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
                .or(() -> limits.checkCount(terms, nowNs))
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
            left -= child.quantity();
            Optional<Refusal> refused = checkChild(terms, instrument, child, nowNs);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return funds(terms, instrument, proposal);
    }

    private Optional<Refusal> checkChild(OrderTerms terms, Instrument instrument, ChildTerms child, long nowNs) {
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
                .or(() -> childWords(terms, child));
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
        int collarBps = limits.of(terms.account()).collarBps();
        int bps = terms.slippageMaxBps() == 0 ? collarBps : Math.min(collarBps, terms.slippageMaxBps());
        return limits.checkCollar(terms, instrument, child.price(), bps, catalog.mark(instrument.id()), true, nowNs);
    }

    private static Optional<Refusal> childWords(OrderTerms terms, ChildTerms child) {
        boolean typed = child.type() == OrderType.LIMIT
                || (child.type() == OrderType.MARKET && terms.type() == OrderType.MARKET);
        if (!typed) {
            return refusal(RefusalCode.NOT_SUPPORTED, "type", child.type(), terms.type());
        }
        boolean immediate = child.tif() == TimeInForce.IOC || child.tif() == TimeInForce.FOK;
        if (child.tif() != TimeInForce.GTC && !immediate) {
            return refusal(RefusalCode.NOT_SUPPORTED, "timeInForce", child.tif(), "GTC, IOC or FOK");
        }
        boolean mustBeImmediate = terms.type() == OrderType.MARKET || terms.tif() != TimeInForce.GTC;
        if (mustBeImmediate && !immediate) {
            return refusal(RefusalCode.NOT_SUPPORTED, "timeInForce", child.tif(), "IOC or FOK");
        }
        return child.postOnly() && (immediate || child.type() != OrderType.LIMIT)
                ? refusal(RefusalCode.NOT_SUPPORTED, "postOnly", "true", "an order that can rest")
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
        if (terms.type() != OrderType.LIMIT && terms.type() != OrderType.MARKET) {
            return refusal(RefusalCode.NOT_SUPPORTED, "type", terms.type(), "LIMIT or MARKET");
        }
        if (terms.tif() == TimeInForce.GTD || terms.tif() == TimeInForce.DAY) {
            return refusal(RefusalCode.NOT_SUPPORTED, "timeInForce", terms.tif(), "GTC, IOC or FOK");
        }
        if (terms.reduceOnly()) {
            return refusal(RefusalCode.NOT_SUPPORTED, "reduceOnly", "true", "false");
        }
        return terms.displayQuantity() != 0
                ? refusal(RefusalCode.NOT_SUPPORTED, "displayQuantity", terms.displayQuantity(), 0)
                : Optional.empty();
    }

    private static Optional<Refusal> deadline(OrderTerms terms, long nowNs) {
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
            return limits.checkValue(terms, instrument, worst);
        }
        int collarBps = limits.of(terms.account()).collarBps();
        return limits.checkValue(terms, instrument, worst)
                .or(() -> limits.checkCollar(
                        terms, instrument, terms.price(), collarBps, catalog.mark(instrument.id()), false, nowNs));
    }

    private static Optional<Refusal> refusal(RefusalCode code, String field, Object value, Object limit) {
        return Optional.of(Refusal.of(code, field, value, limit));
    }
}
