package io.tidegate.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidegate.app.client.ApiClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real file system of 400 MB under a real `serve`, filled up by somebody else; only where mounting is allowed.
@Tag("slow")
class FullDiskTest {
    private static final int RESERVE_MB = 100;
    private static final int MB = 1 << 20;
    private static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private int number;

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.resolve("disk").toString());
    }

    @Test
    void aDiskThatFillsUpEndsInRefusalsAndRoomEndsThem() throws Exception {
        Path disk = mounted();
        try (var venue = VenueProcess.start(folder, 5);
                var serve =
                        ServeProcess.start(folder, disk.resolve("data"), venue, new ServeSettings(256, RESERVE_MB))) {
            serve.awaitReady();
            String resting = awaitOrder(serve, "").text("id");
            Path filler = fill(disk, RESERVE_MB / 2);
            awaitOrder(serve, "STORAGE_LOW");
            var ready = serve.client().ask("GET", "/ready", Optional.empty());
            assertEquals(503, ready.status());
            assertThat(ready.body().toString()).contains("the disk is nearly full");
            assertEquals(
                    202,
                    serve.client()
                            .ask("DELETE", "/v1/orders/" + resting, Optional.empty())
                            .status());
            Files.delete(filler);
            awaitOrder(serve, "");
        }
    }

    @Test
    void aDiskWithoutAByteLeftIsNoHangAndLosesNoOrder() throws Exception {
        Path disk = mounted();
        ServeProcess serve = null;
        try (var venue = VenueProcess.start(folder, 6)) {
            serve = ServeProcess.start(folder, disk.resolve("data"), venue, new ServeSettings(256, 0));
            serve.awaitReady();
            String acknowledged = awaitOrder(serve, "").text("id");
            Path filler = fill(disk, 0);
            awaitEnd(serve);
            Files.delete(filler);
            serve = serve.killAndStart();
            serve.awaitReady();
            assertEquals(
                    200,
                    serve.client()
                            .ask("GET", "/v1/orders/" + acknowledged, Optional.empty())
                            .status());
            awaitOrder(serve, "");
        } finally {
            if (serve != null) {
                serve.close();
            }
        }
    }

    private Path mounted() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()) == 0, "mounting is refused");
        return disk;
    }

    /// Writes until so much is left.
    private static Path fill(Path disk, int leftMb) throws IOException {
        Path file = disk.resolve("filler");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (disk.toFile().getUsableSpace() > (long) leftMb * MB) {
                int bytes = (int) Math.min(MB, disk.toFile().getUsableSpace());
                var _ = channel.write(ByteBuffer.allocate(bytes));
            }
        } catch (IOException full) {
            assertThat(leftMb).as(full.getMessage()).isZero();
        }
        return file;
    }

    /// Places orders until one is answered with that code, "" for one that is taken.
    private ApiClient.Answer awaitOrder(ServeProcess serve, String code) throws IOException {
        long startNs = System.nanoTime();
        while (true) {
            var answer = place(serve);
            if (answer.isGood() ? code.isEmpty() : answer.text("code").equals(code)) {
                return answer;
            }
            assertThat(System.nanoTime() - startNs).as(answer.toString()).isLessThan(WAIT_MAX_NS);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /// Goes on asking: each request is answered or refused until the process ends by itself.
    private void awaitEnd(ServeProcess serve) throws InterruptedException {
        long startNs = System.nanoTime();
        while (serve.isAlive()) {
            assertThat(System.nanoTime() - startNs).as("hangs: " + serve.tail()).isLessThan(WAIT_MAX_NS);
            try {
                var _ = place(serve);
            } catch (IOException ended) {
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        assertThat(serve.exitStatus()).as(serve.tail()).isBetween(70, 82);
    }

    private ApiClient.Answer place(ServeProcess serve) throws IOException {
        var order = ApiClient.MAPPER
                .createObjectNode()
                .put("clientKey", "disk-" + ++number)
                .put("instrument", "BTC/USDT")
                .put("side", "BUY")
                .put("type", "LIMIT")
                .put("quantity", "0.0002")
                .put("price", restingPrice(serve));
        return serve.client().ask("POST", "/v1/orders", Optional.of(order));
    }

    /// Two per cent below the market, on the grid.
    private static String restingPrice(ServeProcess serve) throws IOException {
        var lines =
                serve.client().ask("GET", "/v1/venues", Optional.empty()).body().at("/venues/0/instruments");
        for (var line : lines) {
            if (line.get("instrument").stringValue().equals("BTC/USDT") && line.has("bid")) {
                return new BigDecimal(line.get("bid").stringValue())
                        .multiply(new BigDecimal("0.98"))
                        .setScale(2, RoundingMode.DOWN)
                        .toPlainString();
            }
        }
        return "60000";
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
