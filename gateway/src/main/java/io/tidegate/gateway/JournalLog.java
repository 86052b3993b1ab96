package io.tidegate.gateway;

import io.tidegate.gateway.known.CoreLog;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.Command;

/// The log by way of the journal: a numbered sender for what we say, a reader for what the core says. One thread.
///
/// The reader must begin at an image or at the start of history, for a gateway keeps nothing over a restart.
public final class JournalLog implements CoreLog {
    private final CommandSender sender;
    private final EventReader reader;

    /// @param sender opened for this very gateway; both belong to this object from here on
    public JournalLog(CommandSender sender, EventReader reader) {
        this.sender = sender;
        this.reader = reader;
    }

    @Override
    public boolean send(Command command) {
        return sender.send(command).isPresent();
    }

    @Override
    public int poll(long nowNs, Handler handler) {
        int work = sender.poll(nowNs);
        return work
                + reader.poll(nowNs, (_, header, event) -> {
                    sender.onEvent(header, event);
                    handler.onEvent(header.timeNs(), header.image(), event);
                });
    }

    @Override
    public int unappliedCount() {
        return sender.pendingCount();
    }

    @Override
    public boolean isDisplaced() {
        return sender.isDisplaced();
    }
}
