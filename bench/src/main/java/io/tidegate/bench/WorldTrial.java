package io.tidegate.bench;

import io.tidegate.bench.Figure.Durability;
import io.tidegate.world.World;
import io.tidegate.world.WorldSettings;
import java.time.Duration;

/// The whole system in one thread from one seed, as the simulation tests run it.
final class WorldTrial implements Trial {
    private static final Duration WARM_UP = Duration.ofMinutes(5);
    private static final Duration SIMULATED = Duration.ofMinutes(30);
    private static final int SEEDS = 3;

    @Override
    public String name() {
        return "world";
    }

    @Override
    public String method() {
        return "Three seeds of 30 simulated minutes with fifteen faults a minute, all invariants checked, on one thread"
                + " after a warm-up world; events of the core, messages and timers of the network per second of wall time.";
    }

    @Override
    public void run(Figures to) {
        new World(1, WorldSettings.stormy()).run(WARM_UP);
        long events = 0;
        long startNs = System.nanoTime();
        for (long seed = 1; seed <= SEEDS; seed++) {
            events += new World(seed, WorldSettings.stormy()).run(SIMULATED).events();
        }
        double seconds = (System.nanoTime() - startNs) / 1e9;
        to.add(
                new Figure(name(), "simulated events, faults and checks included", Durability.NONE, "events/s"),
                events / seconds);
        to.add(
                new Figure(name(), "simulated time per wall time", Durability.NONE, "x"),
                SEEDS * SIMULATED.toSeconds() / seconds);
    }
}
