package io.tidegate.cluster;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.tidegate.host.Machines;

/// How Aeron's parts are set up for one member: everything local on shared memory, nothing on a port that others
/// know, a CRC-32C on every recorded frame. Each context is new and good for one launch.
final class AeronContexts {
    private static final int IPC_TERM_BYTES = 1 << 20;
    private static final int LOG_TERM_BYTES = 4 << 20;
    private static final String IPC = "aeron:ipc";
    private static final String LOOPBACK = "127.0.0.1:0"; // one member needs no address that others know

    private final ClusterConfig config;
    private final Termination termination;

    AeronContexts(ClusterConfig config, Termination termination) {
        this.config = config;
        this.termination = termination;
    }

    MediaDriver.Context driver() {
        boolean isShared = config.idle() == IdleProfile.SHARED;
        return new MediaDriver.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .threadingMode(isShared ? ThreadingMode.SHARED : ThreadingMode.DEDICATED)
                .sharedIdleStrategy(config.idle().newIdle())
                .senderIdleStrategy(config.idle().newIdle())
                .receiverIdleStrategy(config.idle().newIdle())
                .conductorIdleStrategy(config.idle().newIdle())
                .ipcTermBufferLength(IPC_TERM_BYTES)
                .publicationTermBufferLength(IPC_TERM_BYTES)
                .termBufferSparseFile(true)
                .spiesSimulateConnection(true)
                .errorHandler(JournalErrors.HANDLER)
                .terminationHook(() -> termination.end(ExitCode.AERON, new IllegalStateException("driver ended")));
    }

    Archive.Context archive() {
        return new Archive.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .archiveDir(config.archiveFolder().toFile())
                .threadingMode(
                        config.idle() == IdleProfile.SHARED
                                ? ArchiveThreadingMode.SHARED
                                : ArchiveThreadingMode.DEDICATED)
                .idleStrategySupplier(config.idle()::newIdle)
                .controlChannelEnabled(false)
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(IPC))
                .replicationChannel("aeron:udp?endpoint=" + LOOPBACK)
                .recordingEventsEnabled(false)
                .segmentFileLength(Math.max(LOG_TERM_BYTES, config.host().termBytes()))
                .recordChecksum(Checksums.crc32c())
                .fileSyncLevel(config.syncLevel())
                .catalogFileSyncLevel(config.syncLevel())
                .errorHandler(JournalErrors.HANDLER);
    }

    ConsensusModule.Context consensus() {
        return new ConsensusModule.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .clusterDir(config.clusterFolder().toFile())
                .clusterMemberId(0)
                .clusterMembers("0," + String.join(",", LOOPBACK, LOOPBACK, LOOPBACK, LOOPBACK, LOOPBACK))
                .ingressChannel("aeron:udp")
                .isIpcIngressAllowed(true)
                .logChannel("aeron:udp?term-length=" + LOG_TERM_BYTES)
                .replicationChannel("aeron:udp?endpoint=" + LOOPBACK)
                .clusterClock(new NanosecondClusterClock())
                .fileSyncLevel(config.syncLevel())
                .idleStrategySupplier(config.idle()::newIdle)
                .archiveContext(localArchive())
                .errorHandler(JournalErrors.HANDLER)
                .terminationHook(
                        () -> termination.end(ExitCode.AERON, new IllegalStateException("consensus module ended")));
    }

    ClusteredServiceContainer.Context service(Machines machines) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .clusterDir(config.clusterFolder().toFile())
                .clusteredService(new CoreService(config, machines, localArchive(), termination))
                .serviceName("core")
                .idleStrategySupplier(config.idle()::newIdle)
                .archiveContext(localArchive())
                .errorHandler(JournalErrors.HANDLER)
                .terminationHook(() -> termination.end(ExitCode.AERON, new IllegalStateException("service ended")));
    }

    private AeronArchive.Context localArchive() {
        return new AeronArchive.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .controlRequestChannel(IPC)
                .controlResponseChannel(IPC);
    }
}
