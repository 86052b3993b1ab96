package io.tidegate.app.architecture.planted;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.agrona.collections.Long2ObjectHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of each.
public final class CallsWhatTheCoreMayNot {
    private final Logger log = LoggerFactory.getLogger("planted");
    private final double price = System.currentTimeMillis();
    private final float[] sizes = {};
    private final LongSupplier clock = System::nanoTime;

    void everything(Long2ObjectHashMap<String> orders) throws IOException {
        log.info("{} {} {} {}", Instant.now(), price, sizes, clock);
        log.info("{} {} {}", new Random(), UUID.randomUUID(), Math.random());
        Thread.onSpinWait();
        log.info("a bug is no thread, and may be thrown anywhere", new RuntimeException("an example"));
        new Socket("localhost", 1).close();
        log.info("{} {} {}", Files.exists(Path.of(".")), System.getenv("HOME"), Long.getLong("x"));
        log.info("{} {} {}", new HashMap<>(), Set.of(1, 2), Map.of(1, 2));
        log.info("{} {}", List.of(1).stream().collect(Collectors.toSet()), orders.get(1));
        orders.forEach((id, order) -> log.info("{} {}", id, order));
        orders.values().clear();
        System.exit(1);
    }
}
