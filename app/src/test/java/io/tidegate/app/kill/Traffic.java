package io.tidegate.app.kill;

import io.tidegate.app.client.ApiClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A client that does what clients of an exchange must do: a key of its own for each order, and the same request with
/// the same key again until there is an answer, whatever dies meanwhile. It remembers every order acknowledged to it.
///
/// One thread makes orders, each is asked for on a virtual thread.
final class Traffic implements AutoCloseable {
    private static final int IN_FLIGHT_MAX = 2_000;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GIVE_UP_NS = TimeUnit.MINUTES.toNanos(4);

    private record Market(String symbol, BigDecimal bid, BigDecimal ask, BigDecimal tick, BigDecimal lot) {}

    private record Resting(String id, long untilNs) {}

    private final Random random;
    private final String prefix;
    private final long everyNs;
    private final Map<String, Market> markets = new TreeMap<>();
    private final ConcurrentLinkedQueue<Resting> resting = new ConcurrentLinkedQueue<>();
    private final Map<String, String> idByKey = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> refused = new ConcurrentSkipListMap<>();
    private final Map<ServeProcess, Long> firstAcceptedNs = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger resent = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Semaphore free = new Semaphore(IN_FLIGHT_MAX);
    private final Thread thread = Thread.ofPlatform().name("traffic").daemon().unstarted(this::run);
    private volatile ServeProcess serve;
    private volatile boolean isStopped;
    private volatile boolean isTurnedAway; // no venue is open: clients knock less often then
    private int number;

    private Traffic(ServeProcess serve, int ordersPerSecond, long seed) {
        this.serve = serve;
        this.everyNs = TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        this.random = new Random(seed);
        this.prefix = "kill-" + seed + "-";
    }

    static Traffic start(ServeProcess serve, int ordersPerSecond, long seed) {
        var traffic = new Traffic(serve, ordersPerSecond, seed);
        traffic.thread.start();
        return traffic;
    }

    /// From here on to that process.
    void to(ServeProcess next) {
        serve = next;
    }

    /// Makes no more orders and waits until each has its answer.
    void stop() throws InterruptedException {
        isStopped = true;
        thread.join();
        if (!free.tryAcquire(IN_FLIGHT_MAX, 2, TimeUnit.MINUTES)) {
            violations.add("requests hang");
        }
    }

    /// Ids of orders acknowledged to us, by client key.
    Map<String, String> acknowledged() {
        return idByKey;
    }

    int acknowledgedCount() {
        return idByKey.size();
    }

    /// How often a request had to be sent again because the process died over it or was not ready.
    int resentCount() {
        return resent.get();
    }

    /// How many of these had become an order already.
    int repeatedCount() {
        return repeated.get();
    }

    /// Refusals by their code.
    Map<String, AtomicInteger> refused() {
        return refused;
    }

    /// When that process acknowledged its first new order, since its start; empty while it has none.
    Optional<Long> firstAcceptedMs(ServeProcess process) {
        return Optional.ofNullable(firstAcceptedNs.get(process)).map(TimeUnit.NANOSECONDS::toMillis);
    }

    /// What no client should ever see.
    Iterable<String> violations() {
        return violations;
    }

    private void run() {
        long nextNs = System.nanoTime();
        long nextLookNs = nextNs;
        while (!isStopped) {
            long nowNs = System.nanoTime();
            if (nowNs - nextLookNs >= 0) {
                look();
                nextLookNs = nowNs + LOOK_EVERY_NS;
            }
            cancelRested(nowNs);
            if (nowNs - nextNs < 0) {
                LockSupport.parkNanos(Math.min(nextNs - nowNs, PAUSE_NS));
            } else if (!serve.isAlive() || markets.isEmpty()) {
                nextNs = nowNs + everyNs; // nobody to send to: no crowd is saved up
                LockSupport.parkNanos(everyNs);
            } else {
                nextNs = isTurnedAway ? nowNs + PAUSE_NS : nextNs + everyNs;
                place();
            }
        }
    }

    private void look() {
        try {
            var answer = serve.client().ask("GET", "/v1/venues", Optional.empty());
            for (JsonNode venue : answer.body().get("venues")) {
                for (JsonNode line : venue.get("instruments")) {
                    if (line.has("bid")) {
                        String symbol = line.get("instrument").stringValue();
                        markets.put(
                                symbol,
                                new Market(
                                        symbol,
                                        number(line, "bid"),
                                        number(line, "ask"),
                                        number(line, "tick"),
                                        number(line, "lot")));
                    }
                }
            }
        } catch (IOException down) {
            LockSupport.parkNanos(everyNs);
        }
    }

    private static BigDecimal number(JsonNode line, String field) {
        return new BigDecimal(line.get(field).stringValue());
    }

    private void place() {
        var known = List.copyOf(markets.values());
        Market market = known.get(random.nextInt(known.size()));
        boolean isBuy = random.nextBoolean();
        int kind = random.nextInt(10);
        boolean rests = kind < 3;
        BigDecimal value = BigDecimal.valueOf(6L + random.nextInt(20));
        BigDecimal steps = value.divide(market.bid.multiply(market.lot), 0, RoundingMode.UP);
        BigDecimal touch = isBuy == rests ? market.bid : market.ask;
        BigDecimal away = new BigDecimal(rests ? "0.01" : "0.002");
        BigDecimal price = touch.multiply(BigDecimal.ONE.add(isBuy == rests ? away.negate() : away));
        ObjectNode order = ApiClient.MAPPER.createObjectNode();
        String key = prefix + ++number;
        order.put("clientKey", key);
        order.put("instrument", market.symbol);
        order.put("side", isBuy ? "BUY" : "SELL");
        order.put("type", "LIMIT");
        order.put("quantity", steps.multiply(market.lot).toPlainString());
        order.put(
                "price",
                price.divide(market.tick, 0, RoundingMode.DOWN)
                        .multiply(market.tick)
                        .toPlainString());
        if (kind >= 7) {
            order.put("timeInForce", "IOC");
        }
        free.acquireUninterruptibly();
        Thread.ofVirtual().start(() -> {
            try {
                askUntilAnswered(key, order, rests);
            } finally {
                free.release();
            }
        });
    }

    private void askUntilAnswered(String key, ObjectNode order, boolean rests) {
        long giveUpNs = System.nanoTime() + GIVE_UP_NS;
        while (System.nanoTime() - giveUpNs < 0) {
            ServeProcess asked = serve;
            try {
                var answer = asked.client().ask("POST", "/v1/orders", Optional.of(order));
                if (answer.status() < 500) {
                    answered(key, answer, asked, rests);
                    return;
                }
            } catch (IOException died) {
                while (asked.equals(serve) && !asked.isAlive() && System.nanoTime() - giveUpNs < 0) {
                    LockSupport.parkNanos(PAUSE_NS);
                }
            }
            resent.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NS);
        }
        violations.add("no answer for " + key);
    }

    private void answered(String key, ApiClient.Answer answer, ServeProcess asked, boolean rests) {
        isTurnedAway = answer.text("code").equals("NO_VENUE");
        if (!answer.isGood()) {
            refused.computeIfAbsent(answer.text("code"), _ -> new AtomicInteger())
                    .incrementAndGet();
            return;
        }
        String id = answer.text("id");
        if (idByKey.put(key, id) != null) {
            violations.add(key + " was answered twice");
        }
        if (answer.status() == 200) {
            repeated.incrementAndGet();
        } else {
            firstAcceptedNs.putIfAbsent(asked, System.nanoTime() - asked.startedNs());
        }
        if (rests) {
            resting.add(new Resting(id, System.nanoTime() + REST_NS));
        }
    }

    private void cancelRested(long nowNs) {
        for (Resting next = resting.peek(); next != null && nowNs - next.untilNs() >= 0; next = resting.peek()) {
            String id = next.id();
            resting.remove();
            Thread.ofVirtual().start(() -> {
                try {
                    var _ = serve.client().ask("DELETE", "/v1/orders/" + id, Optional.empty());
                } catch (IOException died) {
                    resting.add(new Resting(id, System.nanoTime() + REST_NS));
                }
            });
        }
    }

    @Override
    public void close() {
        isStopped = true;
    }
}
