package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.cluster.ClusterJournal;
import io.tidegate.records.Recorder;
import io.tidegate.records.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the history of a `serve` on this machine, in a process of its own: nothing in the order path waits for it.
@Command(
        name = "records",
        description =
                "Keeps the history of a running serve in a database, until it is told to stop. Started again, it goes"
                        + " on where it was.",
        mixinStandardHelpOptions = true)
public final class RecordsCommand implements Callable<Integer> {
    private static final long IDLE_NS = 20_000_000;
    private static final int KEEP_DAYS_MAX = 36_500;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--data-folder", required = true, description = "the serve's node.data-folder")
    private Path dataFolder = Path.of("data");

    @Option(names = "--out", required = true, description = "folder of the database; made if it is not there")
    private Path out = Path.of("records");

    @Option(names = "--keep-days", defaultValue = "365", description = "how long rows are kept (${DEFAULT-VALUE})")
    private int keepDays = 365;

    @Option(names = "--seconds", defaultValue = "0", description = "ends by itself after that; 0 for never")
    private int seconds;

    @Option(names = "--json", description = "one JSON object at the end: events, lastEvent, behindBytes")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Arguments.check(spec, "--keep-days", keepDays, 1, KEEP_DAYS_MAX);
        Arguments.check(spec, "--seconds", seconds, 0, 31_536_000);
        var stopping = new Stopping();
        int status = 1;
        try (var journal = ClusterJournal.connect(dataFolder);
                var recorder = Recorder.open(out, keepDays, journal)) {
            record(recorder, stopping);
            tell(recorder);
            status = 0;
        } catch (StoreException | IllegalStateException cannot) {
            spec.commandLine().getErr().println("cannot record: " + cannot.getMessage());
        } finally {
            stopping.ended(status);
        }
        return status;
    }

    private void record(Recorder recorder, Stopping stopping) {
        long startNs = System.nanoTime();
        long lastNs =
                seconds == 0 ? Long.MAX_VALUE : Duration.ofSeconds(seconds).toNanos();
        long nowNs = startNs;
        while (!stopping.isAsked() && nowNs - startNs < lastNs) {
            if (recorder.poll(nowNs) == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
            nowNs = System.nanoTime();
        }
        recorder.commit();
    }

    private void tell(Recorder recorder) {
        ObjectNode line = ApiClient.MAPPER.createObjectNode();
        line.put("events", recorder.eventCount());
        line.put("lastEvent", recorder.committedNumber());
        line.put("behindBytes", recorder.behindBytes());
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? line
                                : recorder.eventCount() + " events read, the last is number "
                                        + recorder.committedNumber());
        spec.commandLine().getOut().flush();
    }
}
