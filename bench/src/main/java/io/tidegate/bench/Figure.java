package io.tidegate.bench;

/// One thing measured.
///
/// @param trial      the benchmark's name
/// @param what       what was measured, and under which load
/// @param durability sync level of the log as a word: `disk` (1), `process` (0), or `none` where no log takes part
/// @param unit       of the value
record Figure(String trial, String what, Durability durability, String unit) {
    /// What an acknowledged entry survives.
    enum Durability {
        /// No log takes part.
        NONE("-", -1),
        /// The death of the process.
        PROCESS("process", 0),
        /// The loss of power too: every entry is flushed before it counts.
        DISK("disk", 1);

        private final String word;
        private final int syncLevel;

        Durability(String word, int syncLevel) {
            this.word = word;
            this.syncLevel = syncLevel;
        }

        String word() {
            return word;
        }

        /// As the log's settings have it.
        ///
        /// @throws IllegalStateException for [#NONE]
        int syncLevel() {
            if (syncLevel < 0) {
                throw new IllegalStateException("no log takes part");
            }
            return syncLevel;
        }
    }
}
