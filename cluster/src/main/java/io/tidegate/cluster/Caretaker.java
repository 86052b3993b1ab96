package io.tidegate.cluster;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.wire.EventHeader;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a node from outside its log: sends a heartbeat through it each second and ends the process when
/// one does not come back, watches the free space, and has snapshots, images and purges done as the log grows.
///
/// A full disk stops Aeron's archive without a word while the process stays up (measured): the echo is the only
/// sign. A client of the log like any other, with its own thread.
final class Caretaker implements Agent {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final int WINDOW = 16;
    /// Ten times a second: a burst writes 150 MB/s, and what is written between two looks eats into the reserve.
    private static final long LOOK_NS = 100_000_000;

    private static final long IMAGE_BEAT_NS = 10_000_000;

    private final ClusterConfig config;
    private final EchoWatch echoes;
    private final FreeSpace freeSpace;
    private final Termination termination;
    private final ClusterJournal journal;
    private final CommandSender sender;
    private Optional<EventReader> reader = Optional.empty();
    private final SnapshotSchedule snapshots;
    private final Retention retention;
    private final CountDownLatch ready = new CountDownLatch(1);
    private long nowNs = System.nanoTime();
    private long beatAtNs = nowNs;
    private long lookAtNs = nowNs;
    private Optional<Boolean> storageLow = Optional.empty();
    private boolean isImageWanted;
    private boolean isImageUnderWay;

    Caretaker(ClusterConfig config, FreeSpace freeSpace, Termination termination, ClusterJournal journal, long nonce) {
        this.config = config;
        this.echoes = new EchoWatch(config.echoTimeout());
        this.freeSpace = freeSpace;
        this.termination = termination;
        this.journal = journal;
        this.sender = new CommandSender("node", nonce, journal.writer(), WINDOW);
        this.retention = new Retention(journal.archive(), config);
        this.snapshots = new SnapshotSchedule(
                journal.counters(), journal::committedPosition, retention.newestSnapshot(), config.snapshotLogBytes());
    }

    @Override
    public String roleName() {
        return "caretaker";
    }

    /// Waits for the core, and has an image written if the last one lies before a hole.
    @Override
    public void onStart() {
        guarded(() -> {
            reader = Optional.of(EventReader.fromNow(journal));
            long imagePosition = journal.imagePosition().orElse(0);
            isImageWanted =
                    EventRecordings.list(journal.archive()).next(imagePosition).isPresent();
            return 0;
        });
    }

    @Override
    public int doWork() {
        return guarded(() -> {
            nowNs = System.nanoTime();
            int work = sender.poll(nowNs)
                    + reader.map(now -> now.poll(nowNs, this::onEvent)).orElse(0);
            watchEcho();
            if (sender.isOpen()) {
                beat();
                look();
            }
            return work;
        });
    }

    @SuppressWarnings("CatchingUnchecked") // a node without a caretaker would not notice that its disk is full
    private int guarded(IntSupplier turn) {
        try {
            return turn.getAsInt();
        } catch (Exception failure) {
            termination.end(ExitCode.NO_ECHO, failure);
            throw new AgentTerminationException("caretaker: " + failure);
        }
    }

    private void onEvent(long position, EventHeader header, Event event) {
        sender.onEvent(header, event);
        switch (event) {
            case ImageBegins _ -> isImageUnderWay = true;
            case ImageEnds _ -> isImageUnderWay = false;
            case Event _ -> {}
        }
    }

    private void watchEcho() {
        boolean isLate = echoes.isLate(sender.pendingCount(), sender.acknowledgedSequence(), nowNs);
        if (sender.pendingCount() == 0) {
            if (sender.acknowledgedSequence() > 0) {
                ready.countDown();
            }
        } else if (sender.isOpen() && isLate) {
            throw new IllegalStateException("no echo of command " + (sender.acknowledgedSequence() + 1) + " within "
                    + config.echoTimeout() + "; " + freeSpace.bytes() + " bytes are free on the disk");
        }
        if (sender.isDisplaced()) {
            throw new IllegalStateException("another node sends under this one's name");
        }
    }

    private void beat() {
        long intervalNs = isImageUnderWay ? IMAGE_BEAT_NS : config.heartbeat().toNanos();
        if (nowNs - beatAtNs >= 0 || nowNs - beatAtNs < -intervalNs) {
            if (send(new Heartbeat())) {
                beatAtNs = nowNs + intervalNs;
            }
        }
    }

    private boolean send(Command command) {
        return sender.send(command).isPresent();
    }

    private void look() {
        if (nowNs - lookAtNs < 0) {
            return;
        }
        lookAtNs = nowNs + LOOK_NS;
        watchSpace();
        if (snapshots.turn(isImageUnderWay, retention::newestSnapshot)) {
            LOG.info("snapshot logPosition={}", snapshots.lastPosition());
            retention.run(journal.imagePosition().orElse(0));
            isImageWanted = true;
        }
        if (isImageWanted && !isImageUnderWay && send(new BeginImage())) {
            isImageWanted = false;
        }
    }

    /// Ten per cent more than the reserve must be free before orders are taken again, so that it does not flutter.
    private void watchSpace() {
        long freeBytes = freeSpace.bytes();
        long limitBytes =
                storageLow.orElse(false) ? config.reserveBytes() + config.reserveBytes() / 10 : config.reserveBytes();
        boolean isLow = freeBytes < limitBytes;
        if (!storageLow.equals(Optional.of(isLow)) && send(new ReportStorage(isLow, freeBytes))) {
            storageLow = Optional.of(isLow);
            LOG.info("storageLow={} freeBytes={} reserveBytes={}", isLow, freeBytes, config.reserveBytes());
        }
    }

    /// Opens once the first heartbeat has come back: the log takes commands.
    CountDownLatch ready() {
        return ready;
    }

    /// Asks for a snapshot now, whatever the log's growth. Any thread.
    void wantSnapshot() {
        snapshots.want();
    }

    @Override
    public void onClose() {
        reader.ifPresent(CloseHelper::quietClose);
        CloseHelper.quietClose(journal);
    }
}
