package io.tidegate.cluster;

import io.aeron.archive.Archive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.tidegate.host.Machines;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One member of the log: driver, archive, consensus module, service and caretaker in this process, on one data
/// folder.
///
/// Survives `kill -9` at any moment and may be started again at once: what was acknowledged is there, readers go
/// on at their position, and events that were in the log but not recorded are made again. What it cannot survive
/// ends the process with an [ExitCode]. Any thread may start and close it.
public final class ClusterNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);

    private final Termination termination;
    private final ArrayDeque<AutoCloseable> parts = new ArrayDeque<>();
    private final Caretaker caretaker;

    private ClusterNode(ClusterConfig config, Machines machines, TerminationHook hook, FreeSpace freeSpace) {
        this.termination = new Termination(hook);
        try {
            this.caretaker = launch(config, machines, freeSpace);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /// Starts a member that watches the disk under its data folder; otherwise as below.
    public static ClusterNode start(ClusterConfig config, Machines machines, TerminationHook hook) {
        return start(config, machines, hook, FreeSpace.of(config.dataFolder()));
    }

    /// Starts a member. Blocks until its parts run, not until the log has been replayed: see [#awaitReady].
    ///
    /// @param machines gives the state machine, new, once per start
    /// @param hook     ends the process when the node cannot go on
    /// @throws IllegalStateException when the data folder is in use, or its archive is damaged
    public static ClusterNode start(
            ClusterConfig config, Machines machines, TerminationHook hook, FreeSpace freeSpace) {
        return new ClusterNode(config, machines, hook, freeSpace);
    }

    private Caretaker launch(ClusterConfig config, Machines machines, FreeSpace freeSpace) {
        var contexts = new AeronContexts(config, termination);
        add(DataFolder.lock(config.dataFolder()));
        add(MediaDriver.launch(contexts.driver()));
        add(TornTail.repairing(config.archiveFolder(), () -> Archive.launch(contexts.archive())));
        add(ConsensusModule.launch(contexts.consensus()));
        add(ClusteredServiceContainer.launch(contexts.service(machines)));
        var journal = add(ClusterJournal.connect(config.dataFolder()));
        var agent = new Caretaker(config, freeSpace, termination, journal, new SecureRandom().nextLong());
        // Nobody waits for the caretaker, and it reads every event: without work it may sleep.
        var runner = add(new AgentRunner(new SleepingMillisIdleStrategy(1), JournalErrors.HANDLER, null, agent));
        AgentRunner.startOnThread(runner);
        LOG.info(
                "node dataFolder={} driver={} syncLevel={}",
                config.dataFolder(),
                config.driverFolder(),
                config.syncLevel());
        return agent;
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /// Waits until a heartbeat has gone through the log and come back as a recorded event.
    ///
    /// @return false when that took longer
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return caretaker.ready().await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Has a snapshot taken soon, and an image written after it.
    public void snapshot() {
        caretaker.wantSnapshot();
    }

    /// Stops every part, last started first; the data folder is free afterwards. Again does nothing.
    @Override
    public void close() {
        termination.expect();
        while (!parts.isEmpty()) {
            CloseHelper.quietClose(parts.pop());
        }
    }
}
