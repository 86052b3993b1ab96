package io.tidegate.wire;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import io.tidegate.testkit.Seed;
import java.util.List;

/// Random commands and events for laws: every value that the wire can carry, whether it makes sense or not.
public final class Samples {
    private Samples() {}

    /// A command of any kind.
    public static Command command(Seed seed) {
        return seed.pick(RandomCommands.KINDS).apply(seed);
    }

    /// One command of each kind.
    public static List<Command> commands(Seed seed) {
        return RandomCommands.KINDS.stream().map(kind -> kind.apply(seed)).toList();
    }

    /// An event of any kind.
    public static Event event(Seed seed) {
        return seed.pick(RandomEvents.KINDS).apply(seed);
    }

    /// One event of each kind.
    public static List<Event> events(Seed seed) {
        return RandomEvents.KINDS.stream().map(kind -> kind.apply(seed)).toList();
    }

    /// Where an event stands.
    public static EventHeader header(Seed seed) {
        return new EventHeader(
                RandomWords.any(seed),
                RandomWords.any(seed),
                RandomWords.any(seed),
                RandomWords.any(seed),
                RandomWords.any(seed),
                RandomWords.anyInt(seed),
                seed.chance(50));
    }
}
