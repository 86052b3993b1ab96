package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.RefusalCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    static final PlaceOrder ORDER = new PlaceOrder(
            new OrderTerms(
                    "desk",
                    "",
                    "key",
                    1,
                    Side.BUY,
                    OrderType.MARKET,
                    TimeInForce.IOC,
                    1,
                    0,
                    0,
                    Trigger.LAST,
                    0,
                    0,
                    0,
                    0,
                    false,
                    false,
                    0,
                    Urgency.FAST,
                    0,
                    0,
                    ""),
            List.of(),
            0);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void whileTheDiskIsLowNewOrdersAreRefusedAndAllElseGoesOn() throws Exception {
        var free = new AtomicLong(10_000);
        var config = Nodes.config(folder).withReserveBytes(1_000);
        try (var _ = ClusterNode.start(config, TallyMachine::new, new Ending(), free::get);
                var client = Client.fromStart(folder)) {
            client.send(ORDER);
            assertTrue(client.hasSeen(CommandApplied.class));
            free.set(999);
            client.await(() -> last(client).low());
            client.send(ORDER);
            assertThat(client.recent())
                    .anyMatch(event -> event instanceof CommandRefused refused
                            && refused.refusal().code() == RefusalCode.STORAGE_LOW);
            client.marks(100);
            free.set(1_100);
            client.await(() -> !last(client).low());
            client.send(ORDER);
        }
        // The refusal is in the log: a replay on a disk with room refuses what was refused.
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.readToEnd();
            assertFalse(last(client).low());
        }
    }

    private static StorageChanged last(Client client) {
        var found = new StorageChanged(false, -1);
        for (Event event : client.recent()) {
            if (event instanceof StorageChanged changed) {
                found = changed;
            }
        }
        return found;
    }
}
