package io.tidegate.journal;

import io.tidegate.model.command.Command;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/// A way to the log that keeps what it was offered, and refuses when told to.
final class ScriptedWriter implements LogWriter {
    private final CommandCodec codec = new CommandCodec();
    private final List<Offered> offered = new ArrayList<>();
    private long connections = 1;
    private int room = Integer.MAX_VALUE;

    record Offered(long source, long sequence, Command command) {}

    /// What has been offered since it was asked the last time.
    List<Offered> take() {
        var taken = List.copyOf(offered);
        offered.clear();
        return taken;
    }

    void reconnect() {
        connections++;
    }

    void room(int commands) {
        room = commands;
    }

    @Override
    public boolean offer(DirectBuffer buffer, int offset, int length) {
        if (room == 0) {
            return false;
        }
        room--;
        try {
            offered.add(new Offered(
                    codec.source(buffer, offset),
                    codec.sequence(buffer, offset),
                    codec.decode(buffer, offset, length)));
        } catch (WireException malformed) {
            throw new AssertionError("a sender offered what cannot be read", malformed);
        }
        return true;
    }

    @Override
    public int poll(long nowNs) {
        return 0;
    }

    @Override
    public long connectionCount() {
        return connections;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
