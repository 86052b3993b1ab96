package io.tidegate.transport.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkContract;
import java.util.function.BooleanSupplier;

/// The contract on the simulated twin, in calm weather.
final class SimulatedContractTest extends NetworkContract {
    private static final long START_NS = 1_767_225_600_000_000_000L;

    private final SimulatedNetwork world = new SimulatedNetwork(1, START_NS);
    private final Network client = world.client("10.0.0.1");

    SimulatedContractTest() {
        world.host(echo("http"), face);
    }

    @Override
    protected Network network() {
        return client;
    }

    @Override
    protected Endpoint echo(String scheme) {
        return new Endpoint(scheme, "echo.test", 80);
    }

    @Override
    protected Endpoint nobody(String scheme) {
        return new Endpoint(scheme, "nobody.test", 80);
    }

    @Override
    protected void until(BooleanSupplier condition, int limit) {
        long deadlineNs = world.nowNs() + 20 * SECOND_NS;
        while (!condition.getAsBoolean()) {
            if (client.poll(told, limit) == 0) {
                assertThat(world.nextNs())
                        .as("the next happening after %s", told.all)
                        .isLessThan(deadlineNs);
                world.advanceTo(world.nextNs());
            }
        }
    }
}
