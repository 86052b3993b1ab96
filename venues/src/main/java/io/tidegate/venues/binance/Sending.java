package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidegate.venues.api.Effects;
import java.time.Duration;
import org.agrona.concurrent.UnsafeBuffer;

/// Signs requests with the venue's time and sends them, by socket or by REST.
final class Sending {
    /// The only connection: orders, answers and events.
    static final int SOCKET = 0;

    static final String SOCKET_TARGET = "/ws-api/v3";
    static final long CONNECT_WITHIN_NS = Duration.ofSeconds(10).toNanos();

    // Requests of one lane wait for each other, so cancels have one of their own.
    private static final int LANE_TIME = 0;
    private static final int LANE_CHANGES = 1;
    private static final int LANE_QUERIES = 2;

    private final BinanceSite site;
    private final Signer signer;
    private final ServerClock clock;
    private final UnsafeBuffer buffer = new UnsafeBuffer();

    Sending(BinanceSettings settings, ServerClock clock) {
        this.site = settings.site();
        this.signer = settings.signer();
        this.clock = clock;
    }

    void connect(Effects out) {
        out.connect(SOCKET, site.wsApi(), SOCKET_TARGET, CONNECT_WITHIN_NS);
    }

    /// @return false when the socket is not open: then nothing was sent
    boolean bySocket(long id, Request request, long nowNs, Effects out) {
        byte[] frame = request.frame(Long.toString(id), signer, clock.timestampMs(nowNs))
                .getBytes(UTF_8);
        buffer.wrap(frame);
        return out.send(SOCKET, buffer, 0, frame.length);
    }

    void byRest(long id, Request request, long nowNs, long timeoutNs, Effects out) {
        int lane = switch (request.operation()) {
            case TIME -> LANE_TIME;
            case CANCEL, CANCEL_ALL -> LANE_CHANGES;
            case STATUS, OPEN_ORDERS, TRADES, ACCOUNT, BOOK_TICKER, PING -> LANE_QUERIES;
            case PLACE, SUBSCRIBE -> throw new IllegalArgumentException(request.operation() + " goes by socket only");
        };
        out.http(id, lane, site.rest(), request.http(signer, clock.timestampMs(nowNs)), timeoutNs);
    }
}
