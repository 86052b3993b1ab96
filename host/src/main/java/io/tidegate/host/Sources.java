package io.tidegate.host;

import io.tidegate.model.command.OpenSource;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The senders of commands, and the last command of each that was applied. One source per name: a new opening closes
/// the one before, whose number is never given again. At most [#COUNT_MAX] names. One owner thread.
final class Sources {
    static final int COUNT_MAX = 1_024;

    private final Map<Long, Source> byNumber =
            new LinkedHashMap<>(); // keeps the order of opening: lines come out alike
    private final Map<String, Source> byName = new LinkedHashMap<>();
    private long lastNumber;

    /// Opens a source; asked again with the same nonce, it is the one opened before. Empty when there are too many.
    Optional<Source> open(OpenSource command) {
        var before = Optional.ofNullable(byName.get(command.name()));
        if (before.isPresent() && before.get().nonce == command.nonce()) {
            return before;
        }
        if (before.isEmpty() && byName.size() == COUNT_MAX) {
            return Optional.empty();
        }
        return Optional.of(put(new Source(lastNumber + 1, command.name(), command.nonce(), 0)));
    }

    /// Takes a source in, instead of the one of the same name.
    Source put(Source source) {
        Optional.ofNullable(byName.put(source.name, source)).ifPresent(closed -> byNumber.remove(closed.number));
        byNumber.put(source.number, source);
        lastNumber = Math.max(lastNumber, source.number);
        return source;
    }

    Optional<Source> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    void snapshot(EventSink lines) {
        for (var source : byNumber.values()) {
            lines.emit(new SourceOpened(source.number, source.name, source.nonce));
            lines.emit(new SourceStands(source.number, source.name, source.lastSequence));
        }
    }

    /// Takes one line of a snapshot; false when it is not about sources.
    boolean restore(Event line) {
        switch (line) {
            case SourceOpened opened -> put(new Source(opened.source(), opened.name(), opened.nonce(), 0));
            case SourceStands stands -> find(stands.source()).orElseThrow().lastSequence = stands.lastSequence();
            case Event _ -> {
                return false;
            }
        }
        return true;
    }

    void forEach(Consumer<Source> visitor) {
        byNumber.values().forEach(visitor);
    }

    long lastNumber() {
        return lastNumber;
    }

    void lastNumber(long number) {
        lastNumber = number;
    }

    /// One sender.
    static final class Source {
        final long number;
        final String name;
        final long nonce;
        long lastSequence;

        Source(long number, String name, long nonce, long lastSequence) {
            this.number = number;
            this.name = name;
            this.nonce = nonce;
            this.lastSequence = lastSequence;
        }
    }
}
