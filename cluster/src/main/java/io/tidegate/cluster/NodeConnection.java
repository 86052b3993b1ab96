package io.tidegate.cluster;

import io.aeron.Aeron;
import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.agrona.CloseHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's connection to a node's driver and archive, renewed when the node has been restarted. Any thread.
final class NodeConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeConnection.class);

    /// A driver that has given no sign of life for so long is dead; the client then closes itself.
    private static final long DRIVER_TIMEOUT_MS = 3_000;

    private static final long WATCH_NS = 100_000_000;
    private static final long LINGER_NS = 100_000_000;
    private static final long RETRY_NS = 200_000_000;
    private static final long ARCHIVE_TIMEOUT_NS = 10_000_000_000L;

    private final Path driverFolder;
    private Optional<Live> live = Optional.empty();
    private long retryAtNs = System.nanoTime();
    private boolean isClosed;
    private volatile long watchAtNs = System.nanoTime();

    /// What holds until the node dies.
    ///
    /// @param driverFile tells one life of the driver from the next
    record Live(Aeron aeron, AeronArchive archive, Object driverFile) {
        boolean isDead() {
            return aeron.isClosed();
        }
    }

    NodeConnection(Path driverFolder) {
        this.driverFolder = driverFolder;
    }

    /// The present connection; empty while no node answers. Blocks only to connect, and then for milliseconds.
    synchronized Optional<Live> live() {
        if (live.isPresent() && live.get().isDead()) {
            LOG.info("node at {} is gone", driverFolder);
            live = Optional.empty();
        }
        if (live.isEmpty() && !isClosed && System.nanoTime() - retryAtNs >= 0) {
            retryAtNs = System.nanoTime() + RETRY_NS;
            live = connect();
        }
        return live;
    }

    /// Looks now and then whether the node has been restarted, which the client alone would see only by its
    /// silence; to be called in every turn.
    void watch() {
        if (System.nanoTime() - watchAtNs >= 0) {
            synchronized (this) {
                watchAtNs = System.nanoTime() + WATCH_NS;
                live.filter(now -> !now.isDead() && !now.driverFile.equals(driverFile()))
                        .ifPresent(now -> CloseHelper.quietClose(now.aeron));
            }
        }
    }

    /// Gives a connection up that has failed somebody, so that everything connects anew: a node that was just killed
    /// fails its users before it is missed.
    synchronized void suspect(Live failed, AeronException failure) {
        if (!failed.isDead()) {
            LOG.warn("connecting to {} anew: {}", driverFolder, failure.toString());
            CloseHelper.quietClose(failed.aeron);
        }
    }

    private Object driverFile() {
        try {
            var key = Files.readAttributes(driverFolder.resolve(CncFileDescriptor.CNC_FILE), BasicFileAttributes.class)
                    .fileKey();
            return key == null ? driverFolder : key;
        } catch (IOException _) { // being replaced
            return this;
        }
    }

    private Optional<Live> connect() {
        var driverFile = driverFile();
        if (!CommonContext.isDriverActive(driverFolder.toFile(), DRIVER_TIMEOUT_MS, _ -> {})) {
            return Optional.empty();
        }
        Optional<Aeron> aeron = Optional.empty();
        try {
            aeron = Optional.of(Aeron.connect(new Aeron.Context()
                    .aeronDirectoryName(driverFolder.toString())
                    .driverTimeoutMs(DRIVER_TIMEOUT_MS)
                    .closeLingerDurationNs(LINGER_NS) // others may still be reading when one finds the node dead
                    .errorHandler(JournalErrors.HANDLER)));
            var archive = AeronArchive.connect(new AeronArchive.Context()
                    .aeron(aeron.get())
                    .ownsAeronClient(false)
                    .messageTimeoutNs(ARCHIVE_TIMEOUT_NS)
                    .controlRequestChannel("aeron:ipc")
                    .controlResponseChannel("aeron:ipc"));
            return Optional.of(new Live(aeron.get(), archive, driverFile));
        } catch (AeronException refused) { // it is starting, or has just died
            LOG.debug("no answer from {}: {}", driverFolder, refused.toString());
            aeron.ifPresent(CloseHelper::quietClose);
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return driverFolder.toString();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        live.ifPresent(now -> {
            CloseHelper.quietClose(now.archive);
            CloseHelper.quietClose(now.aeron);
        });
        live = Optional.empty();
    }
}
