package io.tidegate.app.demo;

import io.tidegate.app.client.ApiClient;
import io.tidegate.model.order.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Orders of every kind at a steady rate, over HTTP as any client sends them: resting ones that are cancelled later,
/// ones that take, IOC, FOK and MARKET, and a few that must be refused.
///
/// One thread drives it; requests run on virtual threads.
final class Load {
    private static final int IN_FLIGHT_MAX = 2_000;
    private static final long LOOK_EVERY_NS = 200_000_000L;
    private static final long REST_NS = 1_000_000_000L;
    private static final BigDecimal TAKING = new BigDecimal("0.002");
    private static final BigDecimal RESTING = new BigDecimal("0.01");
    private static final int VALUE_MIN = 6;
    private static final int VALUE_SPREAD = 20;

    /// What an order is like; the numbers are shares of a hundred.
    private enum Kind {
        TAKE(30),
        REST(25),
        MARKET(20),
        IOC(10),
        FOK(8),
        REFUSED(7);

        private final int percent;

        Kind(int percent) {
            this.percent = percent;
        }
    }

    /// Where a market stands and in which steps it trades.
    private record Market(String symbol, BigDecimal bid, BigDecimal ask, BigDecimal tick, BigDecimal lot) {}

    private record Resting(String id, long untilNs) {}

    private final ApiClient client;
    private final Random random;
    private final Map<String, Market> markets = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Resting> resting = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(IN_FLIGHT_MAX);
    private final AtomicLong placed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final String prefix;
    private long nextLookNs = Long.MIN_VALUE;
    private long number;

    Load(ApiClient client, long seed) {
        this.client = client;
        this.random = new Random(seed);
        this.prefix = "demo-" + Long.toString(seed, 36).replace('-', 'm') + "-";
    }

    /// Places orders until told to stop, then waits for every answer.
    void run(int rate, BooleanSupplier isWanted) throws IOException {
        long everyNs = 1_000_000_000L / rate;
        look();
        long nextNs = System.nanoTime();
        while (isWanted.getAsBoolean()) {
            long nowNs = System.nanoTime();
            if (nowNs - nextLookNs >= 0) {
                look();
                nextLookNs = nowNs + LOOK_EVERY_NS;
            }
            cancelRested(nowNs);
            if (nowNs - nextNs >= 0) {
                nextNs += everyNs;
                place();
            } else {
                LockSupport.parkNanos(Math.min(nextNs - nowNs, LOOK_EVERY_NS));
            }
        }
        free.acquireUninterruptibly(IN_FLIGHT_MAX);
        free.release(IN_FLIGHT_MAX);
    }

    /// Requests that became an order.
    long placedCount() {
        return placed.get();
    }

    /// Requests that were refused, most of them on purpose.
    long refusedCount() {
        return refused.get();
    }

    /// Requests without an answer.
    int unansweredCount() {
        return unanswered.get();
    }

    /// Asks for the end of everything that is open.
    void cancelAll() throws IOException {
        ApiClient.Answer open = client.ask("GET", "/v1/orders?open=true&limit=1000", Optional.empty());
        var orders = open.body().get("orders");
        if (orders != null) {
            for (JsonNode order : orders) {
                var _ = client.ask("DELETE", "/v1/orders/" + order.get("id").stringValue(), Optional.empty());
            }
        }
    }

    private void look() throws IOException {
        ApiClient.Answer answer = client.ask("GET", "/v1/venues", Optional.empty());
        for (JsonNode venue : answer.body().get("venues")) {
            for (JsonNode line : venue.get("instruments")) {
                if (line.has("bid")) {
                    var market = new Market(
                            line.get("instrument").stringValue(),
                            number(line, "bid"),
                            number(line, "ask"),
                            number(line, "tick"),
                            number(line, "lot"));
                    markets.put(market.symbol(), market);
                }
            }
        }
    }

    private static BigDecimal number(JsonNode line, String field) {
        return new BigDecimal(line.get(field).stringValue());
    }

    private void place() {
        List<Market> known = new ArrayList<>(markets.values());
        if (known.isEmpty()) {
            return; // no reference yet
        }
        known.sort((a, b) -> a.symbol().compareTo(b.symbol()));
        Market market = known.get(random.nextInt(known.size()));
        Kind kind = kind(random.nextInt(100));
        ObjectNode order = order(market, kind);
        send(() -> {
            ApiClient.Answer answer = client.ask("POST", "/v1/orders", Optional.of(order));
            if (answer.isGood()) {
                placed.incrementAndGet();
                if (kind == Kind.REST) {
                    resting.add(new Resting(answer.text("id"), System.nanoTime() + REST_NS));
                }
            } else {
                refused.incrementAndGet();
            }
        });
    }

    private static Kind kind(int percent) {
        int left = percent;
        for (Kind kind : Kind.values()) {
            left -= kind.percent;
            if (left < 0) {
                return kind;
            }
        }
        return Kind.TAKE;
    }

    private ObjectNode order(Market market, Kind kind) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal value = BigDecimal.valueOf(VALUE_MIN + random.nextInt(VALUE_SPREAD));
        BigDecimal quantity = onGrid(value.divide(market.bid(), 18, RoundingMode.UP), market.lot(), RoundingMode.UP);
        ObjectNode order = ApiClient.MAPPER.createObjectNode();
        order.put("clientKey", prefix + ++number);
        order.put("strategy", kind.name().toLowerCase(Locale.ROOT));
        order.put("instrument", market.symbol());
        order.put("side", side.name());
        order.put("type", kind == Kind.MARKET ? "MARKET" : "LIMIT");
        order.put("quantity", quantity.toPlainString());
        switch (kind) {
            case MARKET -> {}
            case TAKE -> order.put("price", taking(market, side));
            case IOC, FOK -> order.put("timeInForce", kind.name()).put("price", taking(market, side));
            case REST -> order.put("price", resting(market, side));
            case REFUSED -> spoil(order, market, side);
        }
        return order;
    }

    /// One of the ways in which an order must be refused.
    private void spoil(ObjectNode order, Market market, Side side) {
        order.put("price", resting(market, side));
        switch (random.nextInt(4)) {
            case 0 -> order.put("quantity", market.lot().toPlainString()); // below the venue's least value
            case 1 ->
                order.put(
                        "price",
                        market.bid().add(market.tick().movePointLeft(1)).toPlainString());
            case 2 -> order.put("instrument", "NONE/SUCH");
            default ->
                order.put(
                        "price",
                        (side == Side.BUY ? market.ask().multiply(BigDecimal.TWO) : market.tick()).toPlainString());
        }
    }

    private static String taking(Market market, Side side) {
        return away(market, side == Side.BUY ? market.ask() : market.bid(), TAKING, side == Side.BUY);
    }

    private static String resting(Market market, Side side) {
        return away(market, side == Side.BUY ? market.bid() : market.ask(), RESTING, side == Side.SELL);
    }

    private static String away(Market market, BigDecimal from, BigDecimal share, boolean up) {
        BigDecimal price = from.multiply(BigDecimal.ONE.add(up ? share : share.negate()));
        return onGrid(price, market.tick(), RoundingMode.DOWN).toPlainString();
    }

    private static BigDecimal onGrid(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value.divide(step, 0, mode).multiply(step).stripTrailingZeros();
    }

    private void cancelRested(long nowNs) {
        Resting next;
        while ((next = resting.peek()) != null && nowNs - next.untilNs() >= 0) {
            String id = next.id();
            resting.remove();
            send(() -> {
                var _ = client.ask("DELETE", "/v1/orders/" + id, Optional.empty()); // it may have ended by itself
            });
        }
    }

    @FunctionalInterface
    private interface Request {
        void send() throws IOException;
    }

    private void send(Request request) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().start(() -> {
            try {
                request.send();
            } catch (IOException lost) {
                unanswered.incrementAndGet();
            } finally {
                free.release();
            }
        });
    }
}
