package io.tidegate.cluster;

import io.aeron.Counter;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.ImageFragmentAssembler;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import io.tidegate.host.CoreHost;
import io.tidegate.host.Halt;
import io.tidegate.host.Halt.Reason;
import io.tidegate.host.Machines;
import java.util.Optional;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The host inside Aeron Cluster: entries of the log in, in order, on the service thread.
///
/// Every callback is guarded: whatever is thrown ends the process. Aeron alone would report it, skip the rest of the
/// entry and go on with half a state (DESIGN-NOTES §1.3).
final class CoreService implements ClusteredService {
    /// Of the counter by which journal ends learn where the last complete image begins.
    static final int IMAGE_POSITION_TYPE_ID = 2_101;

    private static final Logger LOG = LoggerFactory.getLogger(CoreService.class);
    private static final long TIMER_ID = 1;
    private static final int FRAGMENTS = 64;

    private final ClusterConfig config;
    private final Machines machines;
    private final AeronArchive.Context archiveContext;
    private final Termination termination;
    private Optional<Running> running = Optional.empty();
    private long timerNs = Long.MAX_VALUE;
    private long logPosition;

    private record Running(Cluster cluster, CoreHost host, EventRecording events, Counter imagePosition) {}

    CoreService(ClusterConfig config, Machines machines, AeronArchive.Context archiveContext, Termination termination) {
        this.config = config;
        this.machines = machines;
        this.archiveContext = archiveContext;
        this.termination = termination;
    }

    @Override
    public void onStart(Cluster cluster, Image snapshotImage) {
        guarded(() -> {
            var archive = AeronArchive.connect(
                    archiveContext.clone().aeron(cluster.aeron()).ownsAeronClient(false));
            var events = new EventRecording(
                    cluster.aeron(),
                    archive,
                    cluster.idleStrategy(),
                    config.host().termBytes());
            var host = CoreHost.of(machines, config.host(), events);
            if (snapshotImage != null) {
                restore(snapshotImage, cluster, host);
            }
            host.join(events.open(host.mark().position()));
            // Its presence says that the recordings and this state have been brought together.
            var counter = cluster.aeron().addCounter(IMAGE_POSITION_TYPE_ID, "tidegate image position");
            counter.setRelease(host.imagePosition());
            running = Optional.of(new Running(cluster, host, events, counter));
        });
    }

    private static void restore(Image image, Cluster cluster, CoreHost host) {
        var isComplete = new boolean[1];
        var assembler = new ImageFragmentAssembler((buffer, offset, length, header) -> {
            isComplete[0] = host.restore(buffer, offset, length);
        });
        while (!isComplete[0]) {
            int count = image.poll(assembler, FRAGMENTS);
            if (count == 0 && (image.isClosed() || image.isEndOfStream())) {
                throw new Halt(Reason.SNAPSHOT, "it has no end");
            }
            cluster.idleStrategy().idle(count);
        }
        LOG.info("restored from snapshot: {} rules={}", host.mark(), host.rulesVersion());
    }

    @Override
    public void onSessionMessage(
            ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
        withHost(now -> {
            logPosition = header.position();
            if (config.skippedLogPositions().contains(logPosition)) {
                LOG.warn("logPosition={} passed over, as an operator decided", logPosition);
                now.host.skip(buffer, offset, length, timestamp);
            } else {
                now.host.apply(buffer, offset, length, timestamp);
            }
            after(now);
        });
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        withHost(now -> {
            timerNs = Long.MAX_VALUE;
            now.host.wake(timestamp);
            after(now);
        });
    }

    /// Keeps the one timer at the earliest due time. One that is too early only wakes the host once more.
    private void after(Running now) {
        now.imagePosition.setRelease(now.host.imagePosition());
        long dueNs = now.host.nextDueNs();
        if (dueNs < timerNs) {
            while (!now.cluster.scheduleTimer(TIMER_ID, dueNs)) {
                now.cluster.idleStrategy().idle();
            }
            timerNs = dueNs;
        }
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication snapshot) {
        withHost(now -> {
            now.host.snapshot((buffer, offset, length) -> {
                long result = snapshot.offer(buffer, offset, length);
                while (result < 0) {
                    if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                        throw new Halt(Reason.SNAPSHOT, "not written: " + Publication.errorString(result));
                    }
                    now.cluster.idleStrategy().idle();
                    result = snapshot.offer(buffer, offset, length);
                }
            });
            LOG.info("snapshot at {} logPosition={}", now.host.mark(), now.cluster.logPosition());
        });
    }

    @Override
    public void onRoleChange(Cluster.Role role) {
        withHost(now -> {
            LOG.info("role={} at {}", role, now.host.mark());
            if (role == Cluster.Role.LEADER) {
                now.host.requireCaughtUp();
            }
        });
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        // Sources are known by their names, not by their sessions.
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason reason) {
        // As above.
    }

    @Override
    public void onTerminate(Cluster cluster) {
        running.ifPresent(now -> {
            CloseHelper.quietClose(now.imagePosition);
            now.events.close();
        });
    }

    private void withHost(Consumer<Running> callback) {
        guarded(() -> callback.accept(running.orElseThrow(() -> new IllegalStateException("not started"))));
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, the state is not to be trusted after it
    private void guarded(Runnable callback) {
        try {
            callback.run();
        } catch (AgentTerminationException ending) {
            termination.end(ExitCode.AERON, ending);
            throw ending;
        } catch (Throwable failure) {
            termination.end(
                    codeOf(failure),
                    new IllegalStateException("at log position " + logPosition + ": " + failure, failure));
            throw new AgentTerminationException("at log position " + logPosition + ": " + failure);
        }
    }

    private static ExitCode codeOf(Throwable failure) {
        return failure instanceof Halt halt
                ? switch (halt.reason()) {
                    case OTHER_HISTORY, LOG_LOST -> ExitCode.OTHER_HISTORY;
                    case RULES, SNAPSHOT -> ExitCode.SNAPSHOT;
                    case RECORDING -> ExitCode.RECORDING;
                }
                : ExitCode.CORE;
    }
}
