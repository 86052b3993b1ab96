package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidegate.venues.api.Effects;
import io.tidegate.venues.binance.BinanceSettings.OrdersBy;
import java.time.Duration;
import org.agrona.concurrent.UnsafeBuffer;

/// Signs requests with the venue's time and sends them, by socket or by REST.
final class Sending {
    /// The only connection: orders, answers and events.
    static final int SOCKET = 0;

    static final String SOCKET_TARGET = "/ws-api/v3";
    static final long CONNECT_WITHIN_NS = Duration.ofSeconds(10).toNanos();

    // Requests of one lane wait for each other, so cancels have one of their own, and orders several.
    private static final int LANE_TIME = 0;
    private static final int LANE_CHANGES = 1;
    private static final int LANE_QUERIES = 2;
    private static final int LANE_FIRST_ORDERS = 3;
    private static final int LANES_OF_ORDERS = 8;

    private final BinanceSite site;
    private final Signer signer;
    private final OrdersBy ordersBy;
    private final ServerClock clock;
    private final UnsafeBuffer buffer = new UnsafeBuffer();
    private boolean isLoggedOn;

    Sending(BinanceSettings settings, ServerClock clock) {
        this.site = settings.site();
        this.signer = settings.signer();
        this.ordersBy = settings.ordersBy();
        this.clock = clock;
    }

    void connect(Effects out) {
        isLoggedOn = false;
        out.connect(SOCKET, site.wsApi(), SOCKET_TARGET, CONNECT_WITHIN_NS);
    }

    /// Whether a new connection is logged on before anything else.
    boolean logsOn() {
        return signer.logsOn();
    }

    /// The connection speaks for the key from now on, until it ends.
    void loggedOn() {
        isLoggedOn = true;
    }

    boolean isLoggedOn() {
        return isLoggedOn;
    }

    /// Whether an operation goes by the socket while that is ready.
    boolean prefersSocket(Operation operation) {
        return ordersBy == OrdersBy.SOCKET || !operation.changes();
    }

    /// @return false when the socket is not open: then nothing was sent
    boolean bySocket(long id, Request request, long nowNs, Effects out) {
        byte[] frame = request.frame(Long.toString(id), signer, clock.timestampMs(nowNs), isLoggedOn)
                .getBytes(UTF_8);
        buffer.wrap(frame);
        return out.send(SOCKET, buffer, 0, frame.length);
    }

    void byRest(long id, Request request, long nowNs, long timeoutNs, Effects out) {
        out.http(
                id,
                lane(request.operation(), id),
                site.rest(),
                request.http(signer, clock.timestampMs(nowNs)),
                timeoutNs);
    }

    private static int lane(Operation operation, long id) {
        if (operation.path.isEmpty()) {
            throw new IllegalArgumentException(operation + " goes by socket only");
        }
        if (operation == Operation.TIME) {
            return LANE_TIME;
        }
        if (operation.isSubmission()) {
            return LANE_FIRST_ORDERS + (int) (id % LANES_OF_ORDERS);
        }
        return operation.changes() ? LANE_CHANGES : LANE_QUERIES;
    }
}
