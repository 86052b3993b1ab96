package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Market;
import io.tidegate.transport.Replies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/// Who listens to which market stream. An event is made once, however many listen; a stream without a listener costs
/// nothing.
final class MarketStreams {
    private final Symbols symbols;
    private final Map<String, Channel> channels = new LinkedHashMap<>(); // in the order of the first subscription
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);

    private record Channel(StreamName name, Feed feed, List<StreamSession> listeners) {}

    MarketStreams(Symbols symbols) {
        this.symbols = symbols;
    }

    void subscribe(StreamSession session, String stream, long nowNs) {
        if (session.streams.add(stream)) {
            channels.computeIfAbsent(stream, text -> open(StreamName.parse(text, symbols), nowNs))
                    .listeners()
                    .add(session);
        }
    }

    void unsubscribe(StreamSession session, String stream) {
        var channel = channels.get(stream);
        if (session.streams.remove(stream) && channel != null) {
            channel.listeners().remove(session);
            if (channel.listeners().isEmpty()) {
                channel.feed().end();
                channels.remove(stream);
            }
        }
    }

    /// A connection is gone.
    void forget(StreamSession session) {
        List.copyOf(session.streams).forEach(stream -> unsubscribe(session, stream));
    }

    private Channel open(StreamName name, long nowNs) {
        return new Channel(name, feed(name, nowNs), new ArrayList<>());
    }

    private Feed feed(StreamName name, long nowNs) {
        return switch (name.kind()) {
            case DEPTH -> {
                var feed = new DepthFeed(market(name), name.everyNs(), nowNs);
                market(name).watchLevels(feed);
                yield feed;
            }
            case TRADE -> {
                var feed = new TradeFeed(market(name));
                market(name).watchPrints(feed);
                yield feed;
            }
            case AGGREGATE_TRADE -> new AggregateFeed(market(name));
            case BOOK_TICKER -> new BookTickerFeed(market(name));
            case KLINE -> new KlineFeed(market(name), name, nowNs);
            case PARTIAL_DEPTH -> timed(name, nowNs, TimedFeed.partialDepth(market(name), name.levels()));
            case TICKER -> timed(name, nowNs, TimedFeed.ticker(market(name)));
            case MINI_TICKER -> timed(name, nowNs, TimedFeed.miniTicker(market(name)));
            case AVERAGE_PRICE -> timed(name, nowNs, TimedFeed.averagePrice(market(name)));
            case ALL_MINI_TICKERS -> timed(name, nowNs, TimedFeed.allMiniTickers(symbols.all()));
            case SILENT -> (_, _) -> Long.MAX_VALUE;
        };
    }

    private static Market market(StreamName name) {
        return name.market().orElseThrow();
    }

    private static Feed timed(StreamName name, long nowNs, TimedFeed.Event event) {
        return new TimedFeed(name.everyNs(), nowNs, event);
    }

    /// Sends what has happened, then what is due: whoever gets a difference of the book has had the best prices.
    ///
    /// @return when something is due next; `Long.MAX_VALUE` for never
    long flush(long nowNs, Replies out) {
        long nextNs = Long.MAX_VALUE;
        for (Channel channel : channels.values()) {
            if (channel.name().everyNs() == 0) {
                nextNs = Math.min(nextNs, poll(channel, nowNs, out));
            }
        }
        for (Channel channel : channels.values()) {
            if (channel.name().everyNs() != 0) {
                nextNs = Math.min(nextNs, poll(channel, nowNs, out));
            }
        }
        return nextNs;
    }

    private long poll(Channel channel, long nowNs, Replies out) {
        return channel.feed().poll(nowNs, event -> send(channel, event, out));
    }

    private void send(Channel channel, Answer.Body event, Replies out) {
        var inMillis = new Frames(channel.name().text(), event, false);
        var inMicros = new Frames(channel.name().text(), event, true);
        for (StreamSession session : channel.listeners()) {
            byte[] frame = (session.countsMicros ? inMicros : inMillis).frame(session.isCombined);
            buffer.wrap(frame);
            out.send(session.connection, buffer, 0, frame.length);
        }
    }

    /// One event in both envelopes, each written when the first listener needs it.
    private static final class Frames {
        private static final byte[] NONE = {};

        private final String stream;
        private final Answer.Body event;
        private final boolean countsMicros;
        private byte[] raw = NONE;
        private byte[] combined = NONE;

        Frames(String stream, Answer.Body event, boolean countsMicros) {
            this.stream = stream;
            this.event = event;
            this.countsMicros = countsMicros;
        }

        byte[] frame(boolean isCombined) {
            if (raw.length == 0) {
                var json = new Json(countsMicros);
                event.write(json);
                raw = json.bytes();
            }
            if (isCombined && combined.length == 0) {
                var json = new Json(countsMicros);
                json.beginObject();
                json.text("stream", stream);
                json.raw("data", new String(raw, StandardCharsets.UTF_8));
                json.endObject();
                combined = json.bytes();
            }
            return isCombined ? combined : raw;
        }
    }
}
