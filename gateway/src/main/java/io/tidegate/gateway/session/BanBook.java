package io.tidegate.gateway.session;

import java.util.TreeMap;

/// Until when venues refuse to listen; obeyed across restarts (SPEC RLM-4). One thread.
public interface BanBook {
    /// Nanoseconds since 1970 UTC; 0 when that venue never banned us.
    long untilNs(String venue);

    /// The venue bans us until then; an earlier time than known changes nothing.
    void ban(String venue, long untilNs);

    /// Forgets everything at the end of the process: for tests and for worlds that never restart.
    static BanBook inMemory() {
        return new BanBook() {
            private final TreeMap<String, Long> bans = new TreeMap<>();

            @Override
            public long untilNs(String venue) {
                return bans.getOrDefault(venue, 0L);
            }

            @Override
            public void ban(String venue, long untilNs) {
                bans.merge(venue, untilNs, Math::max);
            }
        };
    }
}
