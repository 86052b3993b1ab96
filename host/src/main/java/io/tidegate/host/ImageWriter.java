package io.tidegate.host;

import io.tidegate.core.StateMachine;
import io.tidegate.host.Sources.Source;
import io.tidegate.journal.Journal;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.SourceStands;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;

/// Writes what stands into the event stream, a few lines behind each entry of the log, for readers without history.
///
/// Each line is true at its own position; a reader takes the line and then the events behind it. First the sources,
/// then the state machine's own lines. One owner thread.
final class ImageWriter {
    private final Sources sources;
    private final StateMachine machine;
    private Queue<Source> sourcesToCome = new ArrayDeque<>();
    private Iterator<Event> linesToCome = Collections.emptyIterator();
    private boolean isUnderWay;
    private long beganAt;
    private long lineCount;
    private long position = Journal.FROM_START;

    ImageWriter(Sources sources, StateMachine machine) {
        this.sources = sources;
        this.machine = machine;
    }

    void begin(long atPosition, EventSink out) {
        isUnderWay = true;
        beganAt = atPosition;
        lineCount = 0;
        sourcesToCome = new ArrayDeque<>();
        sources.forEach(sourcesToCome::add);
        linesToCome = machine.image();
        out.emit(new ImageBegins());
    }

    /// Writes the next lines, or the end.
    void turn(int linesMax, EventSink out) {
        for (int lines = 0; isUnderWay && lines < linesMax; lines++) {
            if (!sourcesToCome.isEmpty()) {
                var source = sourcesToCome.remove();
                out.emit(new SourceStands(source.number, source.name, source.lastSequence));
                lineCount++;
            } else if (linesToCome.hasNext()) {
                out.emit(linesToCome.next());
                lineCount++;
            } else {
                out.emit(new ImageEnds(lineCount));
                giveUp();
                position = beganAt;
            }
        }
    }

    void giveUp() {
        isUnderWay = false;
        sourcesToCome = new ArrayDeque<>();
        linesToCome = Collections.emptyIterator();
    }

    boolean isUnderWay() {
        return isUnderWay;
    }

    /// Where the last complete image begins.
    long position() {
        return position;
    }

    void restore(long lastPosition) {
        position = lastPosition;
    }
}
