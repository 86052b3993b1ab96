package io.tidegate.gateway.reconcile;

import io.tidegate.gateway.doubt.Doubts;
import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.known.Catalogue;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.Children;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.gateway.session.Calls;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Holds our books against one venue account's, step by step (SPEC REC-1 to REC-5).
///
/// ```text
///  open orders ──▶ history, where many ──▶ look-ups of ours ──▶ fills since last time ──▶ balances ──▶ done
///                  are not among them      that are in neither         ▲                     │
///                                                                      └─ a strange figure ◀─┘
/// ```
///
/// A whole run covers every instrument and is what a gate waits for; a usual one covers those that were
/// touched. A step that fails is tried again after a while; a run that the line's end interrupts is begun anew
/// by whoever began it. Orders at the venue that are not ours are counted and never touched. One thread.
public final class Reconciler {
    private static final int READINGS_MAX = 5;
    private static final long HISTORY_WAIT_NS = 2_000_000_000L;

    private enum Step {
        IDLE,
        OPEN_ORDERS,
        HISTORY,
        LOOK_UPS,
        FILLS,
        BALANCES
    }

    private final Calls calls;
    private final Facts facts;
    private final Doubts doubts;
    private final Children children;
    private final Catalogue catalogue;
    private final int venueAccount;
    private final BalanceReading reading;
    private final Predicate<Child> isUnderWay;
    private final ReconcileSettings settings;
    private final Map<Integer, Instrument> touched = new TreeMap<>();
    private final Map<Integer, Long> fillsSinceNs = new TreeMap<>();
    private final List<Child> ours = new ArrayList<>();
    private final GoneOrders gone;
    private final List<Child> lookedUp = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private Step step = Step.IDLE;
    private boolean whole;
    private boolean wholeDone;
    private boolean isAsking;
    private long run;
    private long notBeforeNs;
    private int failures;
    private int readings;
    private long doneNs;
    private long doneCount;
    private long unsettledCount;
    private int externalOrderCount;
    private int orphanCount;

    /// @param isUnderWay tells orders of which a request is under way: its answer says more than a look-up
    public Reconciler(
            Calls calls,
            Facts facts,
            Doubts doubts,
            Book book,
            Predicate<Child> isUnderWay,
            ReconcileSettings settings) {
        this.calls = calls;
        this.facts = facts;
        this.doubts = doubts;
        this.children = book.children();
        this.catalogue = book.catalogue();
        this.venueAccount = book.venueAccount();
        this.reading = new BalanceReading(venueAccount, catalogue, book.balances(), facts, book.outbox());
        this.isUnderWay = isUnderWay;
        this.settings = settings;
        this.gone = new GoneOrders(settings.overlapNs());
    }

    /// Begins anew.
    ///
    /// @param everything whether all instruments are searched for fills, not only those touched
    public void begin(boolean everything, long nowNs) {
        run++;
        whole = everything || (whole && step != Step.IDLE);
        wholeDone &= !everything;
        step = Step.OPEN_ORDERS;
        isAsking = false;
        notBeforeNs = nowNs;
        failures = 0;
        readings = 0;
        reading.restart();
    }

    /// Stops where it is: the line is gone.
    public void abort() {
        run++;
        step = Step.IDLE;
        isAsking = false;
        whole = false;
        wholeDone = false;
    }

    /// Fills of this instrument may have happened.
    public void touch(Instrument instrument) {
        touched.put(instrument.id(), instrument);
    }

    /// Takes the next step when it can; begins a usual run when one is due.
    ///
    /// @return how many things it did
    public int poll(long nowNs) {
        if (isAsking || nowNs < notBeforeNs) {
            return 0;
        }
        return switch (step) {
            case IDLE -> {
                if (!wholeDone || nowNs - doneNs < settings.everyNs()) {
                    yield 0;
                }
                begin(false, nowNs);
                yield 1;
            }
            case OPEN_ORDERS -> askOpenOrders(nowNs);
            case HISTORY -> askHistory(nowNs);
            case LOOK_UPS -> awaitLookUps(nowNs);
            case FILLS -> askFills(nowNs);
            case BALANCES -> askBalances(nowNs);
        };
    }

    private int askOpenOrders(long nowNs) {
        ours.clear();
        for (Child child : children.live()) {
            if (child.isOut() && !child.isOver() && !isUnderWay.test(child)) {
                ours.add(child);
            }
        }
        return ask(new VenueCall.OpenOrders(), Long.MAX_VALUE, nowNs, (outcome, atNs) -> {
            if (outcome instanceof Outcome.OpenOrdersSeen seen) {
                openOrders(seen.orders());
                return true;
            }
            return false;
        });
    }

    private void openOrders(List<OrderState> orders) {
        Set<Long> seen = new HashSet<>();
        externalOrderCount = 0;
        orphanCount = 0;
        for (OrderState order : orders) {
            var child = facts.order(order, Evidence.VENUE_LOOKUP);
            if (child.isPresent()) {
                seen.add(child.get().childId());
            } else if (ClientOrderId.child(order.clientOrderId()).isPresent()) {
                orphanCount++;
            } else {
                externalOrderCount++;
            }
        }
        gone.clear();
        for (Child child : ours) {
            if (!seen.contains(child.childId()) && !child.isOver()) {
                gone.add(child);
            }
        }
        gone.complete();
        step = Step.HISTORY;
    }

    /// A history that cannot be had now is done without: the look-ups tell the same at more cost.
    private int askHistory(long nowNs) {
        var call = gone.nextHistory();
        if (call.isEmpty()) {
            lookUp(nowNs);
            return 1;
        }
        return ask(call.get(), HISTORY_WAIT_NS, nowNs, (outcome, _) -> {
            if (outcome instanceof Outcome.HistorySeen seen) {
                seen.orders()
                        .forEach(order -> facts.order(order, Evidence.VENUE_LOOKUP)
                                .ifPresent(child -> {
                                    gone.told(child);
                                    doubts.settle(child);
                                }));
            }
            return true;
        });
    }

    private void lookUp(long nowNs) {
        lookedUp.clear();
        for (Child child : gone.rest()) {
            doubts.open(child, "NOT_AMONG_OPEN_ORDERS", nowNs, nowNs);
            lookedUp.add(child);
        }
        step = Step.LOOK_UPS;
    }

    private int awaitLookUps(long nowNs) {
        lookedUp.removeIf(child -> !doubts.isUnanswered(child));
        if (!lookedUp.isEmpty()) {
            return 0;
        }
        searchFills(nowNs);
        return 1;
    }

    private void searchFills(long nowNs) {
        Map<Integer, Instrument> wanted = new TreeMap<>(touched);
        for (Child child : children.live()) {
            wanted.put(child.instrument().id(), child.instrument());
        }
        if (whole) {
            for (Instrument instrument : catalogue.traded(venueAccount)) {
                wanted.put(instrument.id(), instrument);
            }
        }
        instruments.clear();
        instruments.addAll(wanted.values());
        step = Step.FILLS;
        notBeforeNs = nowNs;
    }

    private int askFills(long nowNs) {
        if (instruments.isEmpty()) {
            step = Step.BALANCES;
            return 1;
        }
        Instrument instrument = instruments.getFirst();
        var call = new VenueCall.Fills(instrument, sinceNs(instrument, nowNs));
        return ask(call, Long.MAX_VALUE, nowNs, (outcome, _) -> {
            if (outcome instanceof Outcome.FillsSeen seen) {
                seen.fills().forEach(fill -> facts.fill(fill, Evidence.VENUE_LOOKUP));
                fillsSinceNs.put(instrument.id(), nowNs);
                touched.remove(instrument.id());
                instruments.removeFirst();
                return true;
            }
            return false;
        });
    }

    /// From the last search on; the first one goes back to the oldest live order.
    private long sinceNs(Instrument instrument, long nowNs) {
        Long last = fillsSinceNs.get(instrument.id());
        long sinceNs = last == null ? nowNs - settings.lookBackNs() : last;
        if (last == null) {
            for (Child child : children.live()) {
                if (child.instrument().id() == instrument.id()) {
                    sinceNs = Math.min(sinceNs, child.readyNs());
                }
            }
        }
        return Math.max(0, sinceNs - settings.overlapNs());
    }

    private int askBalances(long nowNs) {
        reading.ask();
        return ask(new VenueCall.Balances(), Long.MAX_VALUE, nowNs, (outcome, atNs) -> {
            if (outcome instanceof Outcome.BalancesSeen seen) {
                balances(reading.seen(seen.balances()), atNs);
                return true;
            }
            return false;
        });
    }

    private void balances(BalanceReading.Verdict verdict, long nowNs) {
        if (verdict == BalanceReading.Verdict.AGREED) {
            done(nowNs);
        } else if (++readings >= READINGS_MAX) {
            unsettledCount++;
            done(nowNs);
        } else {
            searchFills(nowNs);
            notBeforeNs = nowNs + settings.secondReadingNs();
        }
    }

    private void done(long nowNs) {
        step = Step.IDLE;
        doneNs = nowNs;
        doneCount++;
        wholeDone |= whole;
        whole = false;
    }

    /// What an answer means for the step; false when it was no answer to the question.
    private interface Answer {
        boolean take(Outcome outcome, long nowNs);
    }

    /// @param waitNs how long the question may wait for room in the venue's limits
    private int ask(VenueCall call, long waitNs, long nowNs, Answer answer) {
        long asked = run;
        var taken = calls.ask(call, waitNs, nowNs, new Caller() {
            @Override
            public void dropped(String reason, long atNs) {
                later(asked, atNs);
            }

            @Override
            public void ended(Outcome outcome, long atNs) {
                if (asked != run) {
                    return;
                }
                isAsking = false;
                if (answer.take(outcome, atNs)) {
                    failures = 0;
                } else {
                    later(asked, atNs);
                }
            }
        });
        if (taken.isEmpty()) {
            later(asked, nowNs);
            return 0;
        }
        isAsking = true;
        return 1;
    }

    private void later(long asked, long nowNs) {
        if (asked == run) {
            isAsking = false;
            notBeforeNs = nowNs + Backoff.QUESTIONS.delayNs(Math.min(failures++, 30));
        }
    }

    /// Whether a whole run has been completed since the line came up.
    public boolean isWholeDone() {
        return wholeDone;
    }

    /// IDLE, or the step that it is at.
    public String stepName() {
        return step.name();
    }

    /// When the last run was completed; 0 for never.
    public long doneNs() {
        return doneNs;
    }

    public long doneCount() {
        return doneCount;
    }

    /// How many runs ended with balances that would not stand still or agree.
    public long unsettledCount() {
        return unsettledCount;
    }

    /// Open orders at the venue that are not of our making (EXTERNAL), as of the last run.
    public int externalOrderCount() {
        return externalOrderCount;
    }

    /// Open orders at the venue that bear an id of our making but that the core does not know: somebody should
    /// look.
    public int orphanCount() {
        return orphanCount;
    }
}
