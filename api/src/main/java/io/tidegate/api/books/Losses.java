package io.tidegate.api.books;

import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.risk.LossStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What accounts may hold and lose, and how they stand towards it.
public final class Losses {
    private final Map<String, Map<Integer, InstrumentLimitsSet>> instruments = new ConcurrentHashMap<>();
    private final Map<String, LossLimitsSet> limits = new ConcurrentHashMap<>();
    private final Map<String, LossStep> steps = new ConcurrentHashMap<>();

    /// The limits of an account in instruments, by ascending instrument.
    public List<InstrumentLimitsSet> instruments(String account) {
        return List.copyOf(instruments.getOrDefault(account, Map.of()).values());
    }

    public Optional<LossLimitsSet> limits(String account) {
        return Optional.ofNullable(limits.get(account));
    }

    public LossStep step(String account) {
        return steps.getOrDefault(account, LossStep.NONE);
    }

    void set(InstrumentLimitsSet set) {
        instruments
                .computeIfAbsent(set.account(), account -> new ConcurrentSkipListMap<>())
                .put(set.instrument(), set);
    }

    void set(LossLimitsSet set) {
        limits.put(set.account(), set);
        steps.remove(set.account());
    }

    void changed(LossStepChanged changed) {
        steps.put(changed.account(), changed.to());
    }

    void stands(LossStands stands) {
        steps.put(stands.account(), stands.step());
    }
}
