package io.tidegate.core.risk;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Charges;
import io.tidegate.core.ledger.Positions;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.LossStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Watches what accounts with loss limits lose, and in which step each is (SPEC POS-3).
///
/// Results are taken anew after whatever can change them: executions, corrections, cash flows, marks. A step is kept
/// until the day ends, however the result recovers; that of a drawdown until the limits are set anew.
public final class LossWatch {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;

    private static final class Account {
        final LossLimitsSet set;
        LossStep step = LossStep.NONE;
        long sinceNs;
        long day;
        Amount dayStart = Amount.ZERO;
        Amount best = Amount.ZERO;
        Amount result = Amount.ZERO;
        boolean valued = true;

        Account(LossLimitsSet set) {
            this.set = set;
        }
    }

    private final Catalog catalog;
    private final Results results;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    public LossWatch(Catalog catalog, Positions positions, Charges charges) {
        this.catalog = catalog;
        this.results = new Results(catalog, positions, charges);
    }

    /// Begins to count anew for an account.
    public void set(SetLossLimits command, long nowNs, EventSink out) {
        if (!catalog.hasAsset(command.limits().reportingAsset())) {
            out.emit(new CommandRefused(Refusal.of(
                    RefusalCode.UNKNOWN, "reportingAsset", command.limits().reportingAsset(), "a defined asset")));
            return;
        }
        var event = new LossLimitsSet(command.account(), command.limits(), command.by());
        out.emit(event);
        var account = new Account(event);
        Optional<Amount> now = results.of(command.account(), command.limits().reportingAsset());
        account.valued = now.isPresent();
        account.result = now.orElse(Amount.ZERO);
        account.dayStart = account.result;
        account.best = account.result;
        account.day = day(event, nowNs);
        accounts.put(command.account(), account);
    }

    /// Takes the results of all accounts anew and tells who has changed step.
    ///
    /// @return accounts that have just come to [LossStep#FLATTEN] or further, whose open orders must be cancelled
    public List<LossStepChanged> watch(long nowNs, EventSink out) {
        var worse = new ArrayList<LossStepChanged>();
        for (Account account : accounts.values()) {
            LossStep before = account.step;
            Optional<LossStepChanged> changed = watch(account, nowNs);
            changed.ifPresent(out::emit);
            changed.filter(event -> event.to().compareTo(LossStep.FLATTEN) >= 0)
                    .filter(event -> event.to().compareTo(before) > 0)
                    .ifPresent(worse::add);
        }
        return worse;
    }

    private Optional<LossStepChanged> watch(Account account, long nowNs) {
        Optional<Amount> now =
                results.of(account.set.account(), account.set.limits().reportingAsset());
        account.valued = now.isPresent();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        LossStep before = account.step;
        long day = day(account.set, nowNs);
        if (day != account.day) {
            account.day = day;
            account.dayStart = account.result;
            account.step = LossStep.NONE;
        }
        account.result = now.get();
        account.best = account.best.max(account.result);
        Amount dayLoss = account.dayStart.minus(account.result);
        Amount drawdown = account.best.minus(account.result);
        LossStep byDay = account.set.limits().day().reached(dayLoss);
        LossStep byDrawdown = account.set.limits().drawdown().reached(drawdown);
        LossStep reached = byDay.compareTo(byDrawdown) > 0 ? byDay : byDrawdown;
        account.step = account.step.compareTo(reached) > 0 ? account.step : reached;
        if (account.step == before) {
            return Optional.empty();
        }
        account.sinceNs = nowNs;
        return Optional.of(
                new LossStepChanged(account.set.account(), before, account.step, account.result, dayLoss, drawdown));
    }

    /// Why an order that was accepted then must be cancelled: the account has come to [LossStep#FLATTEN] since.
    public Optional<Refusal> stops(OrderTerms terms, long acceptedNs) {
        Account account = accounts.get(terms.account());
        if (account == null || account.step.compareTo(LossStep.FLATTEN) < 0 || acceptedNs > account.sinceNs) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(RefusalCode.LOSS_LIMIT, "account", account.step, "orders that reduce"));
    }

    /// Whether any account has loss limits.
    public boolean isIdle() {
        return accounts.isEmpty();
    }

    /// Whether the account may place nothing but orders that reduce.
    public boolean restricts(String name) {
        Account account = accounts.get(name);
        return account != null && (!account.valued || account.step.compareTo(LossStep.NO_NEW) >= 0);
    }

    /// Whether the account's step lets such an order through.
    ///
    /// @param reduces whether the order can do nothing but reduce a position
    public Optional<Refusal> check(OrderTerms terms, boolean reduces) {
        Account account = accounts.get(terms.account());
        if (account == null || reduces) {
            return Optional.empty();
        }
        if (!account.valued) {
            return Optional.of(Refusal.of(
                    RefusalCode.NO_REFERENCE, "account", terms.account(), "a mark for each position, to count losses"));
        }
        return account.step.compareTo(LossStep.NO_NEW) < 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        RefusalCode.LOSS_LIMIT,
                        "account",
                        account.step + ": result " + account.result + ", day from " + account.dayStart + ", best "
                                + account.best,
                        "orders that reduce"));
    }

    /// Whether the account's step lets an order of that value through.
    public Optional<Refusal> checkValue(OrderTerms terms, Instrument instrument, long worstPrice) {
        Account account = accounts.get(terms.account());
        if (account == null || account.step == LossStep.NONE) {
            return Optional.empty();
        }
        Amount most = account.set.limits().shrunkOrderValueMax();
        Amount value = instrument.value(worstPrice, terms.quantity());
        return most.isZero() || value.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalCode.VALUE_TOO_LARGE, "quantity", value, most));
    }

    /// The limits and how each account stands, as lines.
    public List<Event> lines() {
        var lines = new ArrayList<Event>();
        for (Account account : accounts.values()) {
            lines.add(account.set);
            lines.add(new LossStands(
                    account.set.account(),
                    account.step,
                    account.sinceNs,
                    account.day,
                    account.dayStart,
                    account.best,
                    account.result,
                    account.valued));
        }
        return lines;
    }

    public void restore(LossLimitsSet line) {
        accounts.put(line.account(), new Account(line));
    }

    /// Follows the limits of its account.
    public void restore(LossStands line) {
        Account account = accounts.get(line.account());
        if (account == null) {
            throw new IllegalArgumentException("no loss limits of " + line.account());
        }
        account.step = line.step();
        account.sinceNs = line.sinceNs();
        account.day = line.day();
        account.dayStart = line.dayStart();
        account.best = line.best();
        account.result = line.result();
        account.valued = line.valued();
    }

    private static long day(LossLimitsSet set, long nowNs) {
        return Math.floorDiv(nowNs / SECOND_NS - set.limits().dayStartSeconds(), DAY_SECONDS);
    }
}
