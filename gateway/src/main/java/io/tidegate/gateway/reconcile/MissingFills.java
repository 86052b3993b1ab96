package io.tidegate.gateway.reconcile;

import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.gateway.session.Calls;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Fetches the fills of orders of which the venue says that more was filled than has reached us: the cumulative
/// quantity is the checksum between stream and query (SPEC REC-2; SCENARIOS X07). One thread.
public final class MissingFills {
    /// How often it is looked; far less than a fill may be late without being missing.
    private static final long LOOK_EVERY_NS = 10_000_000L;

    private static final class Chase {
        private int attempts;
        private long nextNs;
    }

    private final Calls calls;
    private final Facts facts;
    private final ReconcileSettings settings;
    private final Map<Long, Chase> chases = new LinkedHashMap<>();
    private final Set<Integer> asking = new LinkedHashSet<>();
    private long nextLookNs = Long.MIN_VALUE;

    public MissingFills(Calls calls, Facts facts, ReconcileSettings settings) {
        this.calls = calls;
        this.facts = facts;
        this.settings = settings;
    }

    /// Asks what is due.
    ///
    /// @return how many questions were asked
    public int poll(long nowNs) {
        var lacking = facts.shortOfFills();
        if (lacking.isEmpty()) {
            chases.clear();
            return 0;
        }
        if (nowNs < nextLookNs) {
            return 0;
        }
        nextLookNs = nowNs + LOOK_EVERY_NS;
        chases.keySet().removeIf(childId -> !facts.isLackingFills(childId));
        int work = 0;
        for (Child child : lacking) {
            if (!child.isLackingFills()) {
                continue; // the core has been told, and books in its own time
            }
            Chase chase = chases.get(child.childId());
            if (chase == null) {
                chase = new Chase();
                chase.nextNs = nowNs + settings.fillGraceNs();
                chases.put(child.childId(), chase);
            }
            int instrument = child.instrument().id();
            if (nowNs >= chase.nextNs && !asking.contains(instrument)) {
                chase.nextNs = nowNs + Backoff.QUESTIONS.delayNs(chase.attempts++);
                work += ask(child, nowNs);
            }
        }
        return work;
    }

    private int ask(Child child, long nowNs) {
        int instrument = child.instrument().id();
        long sinceNs = Math.max(0, child.readyNs() - settings.overlapNs());
        var taken = calls.ask(new VenueCall.Fills(child.instrument(), sinceNs), Long.MAX_VALUE, nowNs, new Caller() {
            @Override
            public void dropped(String reason, long atNs) {
                asking.remove(instrument);
            }

            @Override
            public void ended(Outcome outcome, long atNs) {
                asking.remove(instrument);
                if (outcome instanceof Outcome.FillsSeen seen) {
                    seen.fills().forEach(fill -> facts.fill(fill, Evidence.VENUE_LOOKUP));
                }
            }
        });
        if (taken.isEmpty()) {
            return 0;
        }
        asking.add(instrument);
        return 1;
    }
}
