package io.tidegate.world;

import io.tidegate.host.InMemoryJournal;
import io.tidegate.simulator.venue.binance.BinanceScript;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.simulated.SimulatedNetwork;
import io.tidegate.transport.simulated.Weather;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Everything that goes wrong, when, and for how long, from the seed; and its end, when all of it is made good.
final class Storm {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    /// Kinds of faults beside those that the network injects by itself; the names are the keys of the report.
    private enum Kind {
        CORE_CRASH,
        CORE_CRASH_WITH_LOST_TAIL,
        GATEWAY_CRASH,
        OFFERS_LOST,
        OFFERS_REPEATED,
        LOG_DISCONNECTED,
        READERS_HELD,
        CLOCK_STEP,
        SNAPSHOT,
        SNAPSHOT_LOST,
        NETWORK_STORM,
        VENUE_DOWN,
        VENUE_MAINTENANCE,
        VENUE_UNKNOWN_OUTCOMES,
        VENUE_BUSY,
        VENUE_SLOW_TO_SHOW,
        STREAM_BEFORE_ANSWER,
        STREAM_LOSS,
        STREAM_REPEATS,
        STREAM_TERMINATED,
        SERVER_SHUTDOWN,
        KILL_SWITCH
    }

    private record Mend(long atNs, long order, Runnable work) implements Comparable<Mend> {
        @Override
        public int compareTo(Mend other) {
            return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(order, other.order);
        }
    }

    private final Dice dice;
    private final long meanNs;
    private final InMemoryJournal journal;
    private final SimulatedNetwork network;
    private final Endpoint venue;
    private final BinanceScript script;
    private final GatewayProcess gateway;
    private final Operator operator;
    private final PriorityQueue<Mend> mends = new PriorityQueue<>();
    private final Map<String, Long> injected = new TreeMap<>();
    private long nextNs;
    private long mendCount;
    private long crashes;
    private long snapshotNumber;
    private boolean over;

    Storm(
            Dice dice,
            int faultsPerMinute,
            InMemoryJournal journal,
            SimulatedNetwork network,
            Endpoint venue,
            BinanceScript script,
            GatewayProcess gateway,
            Operator operator,
            long nowNs) {
        this.dice = dice;
        this.journal = journal;
        this.network = network;
        this.venue = venue;
        this.script = script;
        this.gateway = gateway;
        this.operator = operator;
        this.over = faultsPerMinute == 0;
        this.meanNs = over ? Long.MAX_VALUE : 60 * SECOND / faultsPerMinute;
        this.nextNs = over ? Long.MAX_VALUE : nowNs + 2 * SECOND + dice.waitNs(meanNs);
    }

    /// Mends what is due, and lets the next thing go wrong when its time has come.
    int poll(long nowNs) {
        int work = 0;
        while (!mends.isEmpty() && mends.peek().atNs <= nowNs) {
            mends.remove().work.run();
            work++;
        }
        if (journal.isDown() && mends.isEmpty()) {
            restartCore(nowNs); // a crash that was ordered some events ago has come
            work++;
        }
        while (!over && nowNs >= nextNs) {
            nextNs += dice.waitNs(meanNs);
            inject(dice.pick(List.of(Kind.values())), nowNs);
            work++;
        }
        return work;
    }

    /// No further faults; what is broken is mended now.
    void end(long nowNs) {
        over = true;
        nextNs = Long.MAX_VALUE;
        while (!mends.isEmpty()) {
            mends.remove().work.run();
        }
        if (journal.isDown()) {
            restartCore(nowNs);
        }
        journal.crashAfter(Long.MAX_VALUE);
        journal.loseOffers(0);
        journal.repeatOffers(0);
        network.weather(Weather.CALM);
    }

    long nextNs() {
        return Math.min(nextNs, mends.isEmpty() ? Long.MAX_VALUE : mends.peek().atNs);
    }

    /// How often each kind of fault was injected, the network's own included.
    Map<String, Long> injected() {
        var all = new TreeMap<>(injected);
        network.faultsInjected().forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return all;
    }

    long crashes() {
        return crashes;
    }

    private void inject(Kind kind, long nowNs) {
        injected.merge(kind.name(), 1L, Long::sum);
        long whileNs = dice.between(50, 20_000) * MS;
        switch (kind) {
            case CORE_CRASH -> journal.crashAfter(dice.between(0, 40));
            case CORE_CRASH_WITH_LOST_TAIL -> {
                // What a snapshot has seen is on the disk with it, so the tail is lost only as far back as that.
                long sinceSnapshot = journal.recorded().number() - snapshotNumber;
                journal.truncateEvents((int) Math.min(sinceSnapshot, dice.between(1, 30)));
                mend(nowNs + dice.between(1, 3_000) * MS, () -> restartCore(nowNs));
            }
            case GATEWAY_CRASH -> {
                if (gateway.isUp()) {
                    crashes++;
                    gateway.kill();
                    mend(nowNs + dice.between(1, 8_000) * MS, gateway::start);
                }
            }
            case OFFERS_LOST -> journal.loseOffers((int) dice.between(1, 5));
            case OFFERS_REPEATED -> journal.repeatOffers((int) dice.between(1, 5));
            case LOG_DISCONNECTED -> journal.disconnect();
            case READERS_HELD -> {
                journal.holdReaders();
                mend(nowNs + dice.between(10, 4_000) * MS, journal::releaseReaders);
            }
            case CLOCK_STEP -> {
                long stepNs = dice.between(-2_000, 2_000) * MS;
                journal.shiftStampNs(stepNs);
                mend(nowNs + whileNs, () -> journal.shiftStampNs(-stepNs));
            }
            case SNAPSHOT -> {
                journal.snapshot();
                snapshotNumber = journal.recorded().number();
            }
            case SNAPSHOT_LOST -> journal.snapshotLost();
            case NETWORK_STORM -> {
                network.weather(Weather.stormy((int) dice.between(5, 300)).patience(3 * SECOND, 15 * SECOND));
                mend(nowNs + whileNs, () -> network.weather(Weather.CALM));
            }
            case VENUE_DOWN -> network.downUntil(venue, nowNs + whileNs);
            case VENUE_MAINTENANCE -> network.unavailableUntil(venue, nowNs + whileNs);
            case VENUE_UNKNOWN_OUTCOMES -> {
                script.unknownOutcomePercent((int) dice.between(5, 60));
                mend(nowNs + whileNs, () -> script.unknownOutcomePercent(0));
            }
            case VENUE_BUSY -> {
                script.busyPercent((int) dice.between(5, 60));
                mend(nowNs + whileNs, () -> script.busyPercent(0));
            }
            case VENUE_SLOW_TO_SHOW -> {
                script.visibleAfterNs(dice.between(10, 5_000) * MS);
                mend(nowNs + whileNs, () -> script.visibleAfterNs(0));
            }
            case STREAM_BEFORE_ANSWER -> {
                script.streamBeforeAnswer(true);
                mend(nowNs + whileNs, () -> script.streamBeforeAnswer(false));
            }
            case STREAM_LOSS -> {
                script.streamLossPercent((int) dice.between(5, 60));
                mend(nowNs + whileNs, () -> script.streamLossPercent(0));
            }
            case STREAM_REPEATS -> {
                script.streamRepeatPercent((int) dice.between(5, 60));
                mend(nowNs + whileNs, () -> script.streamRepeatPercent(0));
            }
            case STREAM_TERMINATED -> script.terminateStreams();
            case SERVER_SHUTDOWN -> script.shutdown(dice.between(0, 3_000) * MS);
            case KILL_SWITCH -> {
                operator.turn(true);
                mend(nowNs + whileNs, () -> operator.turn(false));
            }
        }
    }

    private void restartCore(long nowNs) {
        if (journal.isDown()) {
            crashes++;
            journal.restart();
            operator.live(nowNs);
        }
    }

    private void mend(long atNs, Runnable work) {
        mends.add(new Mend(atNs, ++mendCount, work));
    }
}
