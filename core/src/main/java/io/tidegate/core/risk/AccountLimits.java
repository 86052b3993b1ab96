package io.tidegate.core.risk;

import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.Limits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The limits of every account and what has been used of them (SPEC ORD-9).
///
/// What is used follows from the orders in memory, so a restored core counts as the old one did.
public final class AccountLimits {
    private record Twin(String account, int instrument, Side side, long quantity, long price) {}

    private record InstrumentKey(String account, int instrument) {}

    private record Last(long orderId, long atNs) {}

    private final Map<String, LimitsSet> limits = new LinkedHashMap<>();
    private final Map<InstrumentKey, InstrumentLimitsSet> instruments = new LinkedHashMap<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final Map<String, RateWindow> rates = new LinkedHashMap<>();
    private final Map<Twin, Last> twins = new LinkedHashMap<>();

    public void set(SetLimits command, EventSink out) {
        LimitsSet event = new LimitsSet(command.account(), command.limits(), command.by());
        limits.put(command.account(), event);
        out.emit(event);
    }

    /// The limits of an account: its own, or the defaults.
    public Limits of(String account) {
        LimitsSet own = limits.get(account);
        return own == null ? Limits.DEFAULT : own.limits();
    }

    /// Sets the limits of an account in an instrument that is defined.
    public void set(SetInstrumentLimits command, EventSink out) {
        var event = new InstrumentLimitsSet(command.account(), command.instrument(), command.limits(), command.by());
        restore(event);
        out.emit(event);
    }

    /// The limits of an account in one instrument: its own, or none.
    public InstrumentLimits of(String account, int instrument) {
        InstrumentLimitsSet own = instruments.get(new InstrumentKey(account, instrument));
        return own == null ? InstrumentLimits.NONE : own.limits();
    }

    /// The collar of an account in one instrument.
    public int collarBps(OrderTerms terms) {
        int own = of(terms.account(), terms.instrument()).collarBps();
        return own == 0 ? of(terms.account()).collarBps() : own;
    }

    /// Checks number and rate of an account's orders.
    public Optional<Refusal> checkCount(OrderTerms terms, long nowNs) {
        Limits own = of(terms.account());
        int openNow = open.getOrDefault(terms.account(), 0);
        if (openNow >= own.openOrders()) {
            return refusal(RefusalCode.TOO_MANY_OPEN_ORDERS, "account", openNow, own.openOrders());
        }
        if (rate(terms.account(), nowNs) >= own.ordersPerSecond()) {
            return refusal(RefusalCode.TOO_MANY_ORDERS_PER_SECOND, "account", terms.account(), own.ordersPerSecond());
        }
        if (!terms.strategy().isEmpty() && rate(strategyKey(terms), nowNs) >= own.ordersPerSecond()) {
            return refusal(RefusalCode.TOO_MANY_ORDERS_PER_SECOND, "strategy", terms.strategy(), own.ordersPerSecond());
        }
        return Optional.empty();
    }

    /// Checks the value of an order at the worst price that it can trade at.
    public Optional<Refusal> checkValue(OrderTerms terms, Instrument instrument, long worstPrice) {
        if (!Amount.productFits(worstPrice, terms.quantity(), instrument.scales())
                || !instrument.value(worstPrice, terms.quantity()).isModest()) {
            return refusal(
                    RefusalCode.BEYOND_RANGE,
                    "quantity",
                    instrument.quantityText(terms.quantity()),
                    "price x quantity below 2 x 10^19");
        }
        Amount most = of(terms.account()).orderValueMax();
        Amount value = instrument.value(worstPrice, terms.quantity());
        return most.isZero() || value.compareTo(most) <= 0
                ? Optional.empty()
                : refusal(RefusalCode.VALUE_TOO_LARGE, "quantity", value, most);
    }

    /// Checks that a price is not further from the reference on the aggressive side than the collar allows; the passive
    /// side is free.
    ///
    /// @param needed  whether an order without a fresh reference is refused
    /// @param collarBps the account's collar or a narrower one
    public Optional<Refusal> checkCollar(
            OrderTerms terms,
            Instrument instrument,
            long price,
            int collarBps,
            Optional<MarkSet> mark,
            boolean needed,
            long nowNs) {
        long ageMaxNs = of(terms.account()).referenceAgeMaxNs();
        boolean fresh = mark.isPresent() && nowNs - mark.get().atNs() <= ageMaxNs;
        if (!fresh) {
            return needed
                    ? refusal(
                            RefusalCode.NO_REFERENCE,
                            "instrument",
                            mark.map(m -> (nowNs - m.atNs()) / 1_000_000 + " ms old")
                                    .orElse("none"),
                            ageMaxNs / 1_000_000 + " ms")
                    : Optional.empty();
        }
        long worst = terms.side() == Side.BUY
                ? scaled(mark.get().ask(), 10_000 + collarBps, false)
                : scaled(mark.get().bid(), 10_000 - collarBps, true);
        boolean inside = terms.side() == Side.BUY ? price <= worst : price >= worst;
        return inside
                ? Optional.empty()
                : refusal(
                        RefusalCode.OUTSIDE_COLLAR, "price", instrument.priceText(price), instrument.priceText(worst));
    }

    /// The order that was just like this one within the account's duplicate window.
    public OptionalLong twin(OrderTerms terms, long nowNs) {
        Limits own = of(terms.account());
        if (own.duplicates() == Limits.Duplicates.OFF || own.duplicateWindowNs() == 0) {
            return OptionalLong.empty();
        }
        Last last = twins.get(key(terms));
        return last != null && nowNs - last.atNs <= own.duplicateWindowNs()
                ? OptionalLong.of(last.orderId)
                : OptionalLong.empty();
    }

    /// Counts an order that was accepted at that time; called in the order of acceptance.
    public void accepted(OrderTerms terms, long orderId, long atNs) {
        rates.computeIfAbsent(terms.account(), account -> new RateWindow()).add(atNs);
        if (!terms.strategy().isEmpty()) {
            rates.computeIfAbsent(strategyKey(terms), strategy -> new RateWindow())
                    .add(atNs);
        }
        Limits own = of(terms.account());
        if (own.duplicates() != Limits.Duplicates.OFF) {
            twins.remove(key(terms));
            twins.put(key(terms), new Last(orderId, atNs));
            forgetTwins(atNs);
        }
    }

    public void opened(OrderTerms terms) {
        open.merge(terms.account(), 1, Integer::sum);
    }

    public void ended(OrderTerms terms) {
        open.merge(terms.account(), -1, Integer::sum);
    }

    public List<Event> lines() {
        var lines = new ArrayList<Event>(limits.values());
        lines.addAll(instruments.values());
        return lines;
    }

    public void restore(InstrumentLimitsSet line) {
        instruments.put(new InstrumentKey(line.account(), line.instrument()), line);
    }

    public void restore(LimitsSet line) {
        limits.put(line.account(), line);
    }

    /// Twins older than the longest window that an account can have had are of no use to anybody.
    private void forgetTwins(long nowNs) {
        Iterator<Last> oldest = twins.values().iterator();
        for (int i = 0; i < 4 && oldest.hasNext(); i++) {
            if (nowNs - oldest.next().atNs <= 60_000_000_000L && twins.size() < 100_000) {
                return;
            }
            oldest.remove();
        }
    }

    private int rate(String key, long nowNs) {
        RateWindow window = rates.get(key);
        return window == null ? 0 : window.count(nowNs);
    }

    private static String strategyKey(OrderTerms terms) {
        return terms.account() + "\n" + terms.strategy();
    }

    private static Twin key(OrderTerms terms) {
        return new Twin(terms.account(), terms.instrument(), terms.side(), terms.quantity(), terms.price());
    }

    /// price × tenThousandths ∕ 10⁴, rounded towards the inside of the collar.
    private static long scaled(long price, int tenThousandths, boolean up) {
        if (price < Long.MAX_VALUE / 20_000) {
            long product = price * tenThousandths;
            return up ? Math.ceilDiv(product, 10_000L) : product / 10_000;
        }
        BigInteger[] parts = BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(tenThousandths))
                .divideAndRemainder(BigInteger.valueOf(10_000));
        BigInteger rounded = up && parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        return rounded.bitLength() > 62 ? Long.MAX_VALUE : rounded.longValue();
    }

    private static Optional<Refusal> refusal(RefusalCode code, String field, Object value, Object limit) {
        return Optional.of(Refusal.of(code, field, value, limit));
    }
}
