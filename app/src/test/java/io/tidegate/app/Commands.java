package io.tidegate.app;

import java.util.Set;
import java.util.TreeSet;

/// The words that may follow `./tidegate`, for tests of documents.
public final class Commands {
    /// Answered by the launcher itself.
    private static final Set<String> OF_THE_LAUNCHER = Set.of("bench", "test");

    /// Shown in README.md before they exist. Strike a name as soon as it does; a test asks for that.
    static final Set<String> PROMISED = Set.of();

    private Commands() {}

    /// What may be written in a document.
    public static Set<String> known() {
        var known = new TreeSet<>(existing());
        known.addAll(OF_THE_LAUNCHER);
        known.addAll(PROMISED);
        return known;
    }

    static Set<String> existing() {
        return new TreeSet<>(
                Tidegate.commandLine(System.out).getCommandSpec().subcommands().keySet());
    }
}
