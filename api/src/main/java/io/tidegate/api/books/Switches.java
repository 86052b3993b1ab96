package io.tidegate.api.books;

import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.risk.KillScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The kill switches that are engaged.
public final class Switches {
    private final Map<String, KillSwitchSet> engaged = new ConcurrentSkipListMap<>();

    /// By scope and subject.
    public List<KillSwitchSet> engaged() {
        return List.copyOf(engaged.values());
    }

    public Optional<KillSwitchSet> engaged(KillScope scope, String subject) {
        return Optional.ofNullable(engaged.get(key(scope, subject)));
    }

    void set(KillSwitchSet set) {
        if (set.engaged()) {
            engaged.put(key(set.scope(), set.subject()), set);
        } else {
            engaged.remove(key(set.scope(), set.subject()));
        }
    }

    private static String key(KillScope scope, String subject) {
        return scope.name() + " " + subject;
    }
}
