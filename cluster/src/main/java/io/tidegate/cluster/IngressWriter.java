package io.tidegate.cluster;

import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.exceptions.AeronException;
import io.tidegate.cluster.NodeConnection.Live;
import io.tidegate.journal.LogWriter;
import java.util.Optional;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session with the cluster over shared memory. Connects, keeps itself alive, and connects again when it was
/// closed, all from [#poll] and without blocking. One owner thread.
final class IngressWriter implements LogWriter {
    /// The cluster closes a session from which it hears nothing for 10 s.
    private static final long KEEP_ALIVE_NS = 1_000_000_000;

    private static final long CONNECT_NS = 5_000_000_000L;
    private static final long RETRY_NS = 200_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(IngressWriter.class);
    private static final EgressListener IGNORES_EGRESS =
            (session, timestamp, buffer, offset, length, header) -> {}; // events come from the recorded stream alone

    private final NodeConnection connection;
    private Optional<AeronCluster.AsyncConnect> connecting = Optional.empty();
    private Optional<AeronCluster> cluster = Optional.empty();
    private long connectionCount;
    private long keepAliveAtNs;
    private long retryAtNs = Long.MIN_VALUE;
    private boolean isClosed;

    IngressWriter(NodeConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean offer(DirectBuffer buffer, int offset, int length) {
        if (cluster.isEmpty()) {
            return false;
        }
        long result = cluster.get().offer(buffer, offset, length);
        if (result == Publication.MAX_POSITION_EXCEEDED || result == Publication.CLOSED) {
            disconnect("the session's stream is at its end");
        }
        return result > 0;
    }

    @Override
    public int poll(long nowNs) {
        if (isClosed) {
            return 0;
        }
        connection.watch();
        if (cluster.isPresent()) {
            return serve(cluster.get(), nowNs);
        }
        return nowNs >= retryAtNs ? connect(nowNs) : 0;
    }

    private int serve(AeronCluster session, long nowNs) {
        int work = 0;
        try {
            work = session.pollEgress();
            if (nowNs >= keepAliveAtNs && session.sendKeepAlive()) {
                keepAliveAtNs = nowNs + KEEP_ALIVE_NS;
                work++;
            }
        } catch (AeronException lost) {
            disconnect(lost.toString());
        }
        if (session.isClosed() || session.context().aeron().isClosed()) {
            disconnect("the cluster closed the session, or the node is gone");
            retryAtNs = nowNs + RETRY_NS;
        }
        return work;
    }

    private int connect(long nowNs) {
        try {
            if (connecting.isEmpty()) {
                connecting = connection.live().map(live -> AeronCluster.asyncConnect(context(live)));
            }
            cluster = connecting.map(AeronCluster.AsyncConnect::poll);
        } catch (AeronException refused) { // no leader yet, or the attempt timed out: ordinary while a node starts
            LOG.debug("not connected: {}", refused.toString());
            connecting.ifPresent(CloseHelper::quietClose);
            connecting = Optional.empty();
            retryAtNs = nowNs + RETRY_NS;
        }
        if (cluster.isPresent()) {
            connecting = Optional.empty();
            connectionCount++;
            keepAliveAtNs = nowNs;
            return 1;
        }
        return 0;
    }

    private static AeronCluster.Context context(Live live) {
        return new AeronCluster.Context()
                .aeron(live.aeron())
                .ownsAeronClient(false)
                .messageTimeoutNs(CONNECT_NS)
                .ingressChannel("aeron:ipc")
                .egressChannel("aeron:ipc")
                .egressListener(IGNORES_EGRESS)
                .errorHandler(JournalErrors.HANDLER);
    }

    private void disconnect(String why) {
        LOG.info(
                "session={} closed: {}",
                cluster.map(AeronCluster::clusterSessionId).orElse(-1L),
                why);
        cluster.ifPresent(CloseHelper::quietClose);
        cluster = Optional.empty();
    }

    @Override
    public long connectionCount() {
        return connectionCount;
    }

    @Override
    public void close() {
        isClosed = true;
        connecting.ifPresent(CloseHelper::quietClose);
        cluster.ifPresent(CloseHelper::quietClose);
        connecting = Optional.empty();
        cluster = Optional.empty();
    }
}
