package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.record.RecordRun;
import io.tidegate.market.capture.CaptureSettings;
import io.tidegate.transport.Endpoint;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.market.MarketSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Records market data, raw and with times of receipt (SPEC MKT-4).
@Command(
        name = "record",
        description = "Records a venue's market streams into files that replay plays back, until it is told to stop.",
        mixinStandardHelpOptions = true)
public final class RecordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--venue", required = true, description = "whose streams: binance")
    private String venue = "";

    @Option(names = "--symbols", required = true, split = ",", description = "such as BTC/USDT,ETH/USDT")
    private List<String> symbols = List.of();

    @Option(names = "--out", required = true, description = "folder for the files; made if it is not there")
    private Path out = Path.of(".");

    @Option(
            names = "--site",
            defaultValue = "production",
            description = "production, testnet or demo; a simulated venue by --rest and --ws (${DEFAULT-VALUE})")
    private String site = "";

    @Option(
            names = "--rest",
            description = "origin of a simulated venue's REST interface, such as http://127.0.0.1:8080")
    private Optional<String> rest = Optional.empty();

    @Option(names = "--ws", description = "origin of a simulated venue's streams, such as ws://127.0.0.1:8080")
    private Optional<String> ws = Optional.empty();

    @Option(names = "--seconds", defaultValue = "0", description = "ends by itself after that; 0 for never")
    private int seconds;

    @Option(
            names = "--part-minutes",
            defaultValue = "60",
            description = "a new file begins after so long, 1 to 1440 (${DEFAULT-VALUE})")
    private int partMinutes;

    @Option(names = "--json", description = "one JSON object at the end: messages, lost, files")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (!venue.equals("binance")) {
            throw Arguments.wrong(spec, "--venue", "must be of: binance", venue);
        }
        Arguments.check(spec, "--seconds", seconds, 0, 31_536_000);
        Arguments.check(spec, "--part-minutes", partMinutes, 1, 1_440);
        for (String symbol : symbols) {
            if (!symbol.matches("[^/\\s]+/[^/\\s]+")) {
                throw Arguments.wrong(spec, "--symbols", "must be of the form BTC/USDT", symbol);
            }
        }
        var usual = CaptureSettings.usual();
        var files = new CaptureSettings(
                usual.partBytesMax(), Duration.ofMinutes(partMinutes).toNanos(), usual.checkLines());
        MarketSettings settings;
        try {
            settings = MarketSettings.of(site());
        } catch (IllegalArgumentException wrong) {
            throw Arguments.wrong(spec, "--site, --rest, --ws", String.valueOf(wrong.getMessage()), site);
        }
        var stopping = new Stopping();
        var hasDied = new AtomicBoolean();
        int status = 1;
        try (var run = RecordRun.binance(settings, symbols, out, files, (loop, why) -> {
            hasDied.set(true);
            System.err.println("record: " + loop + " died: " + why);
            stopping.now();
        })) {
            if (seconds == 0) {
                stopping.await();
            } else if (stopping.await(Duration.ofSeconds(seconds))) {
                spec.commandLine().getErr().println("record: told to stop");
            }
            var state = run.end();
            ObjectNode answer = ApiClient.MAPPER.createObjectNode();
            answer.put("messages", state.messages());
            answer.put("lost", state.lost());
            answer.put("files", state.files());
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? answer
                                    : "%,d messages in %d files under %s, %,d lost"
                                            .formatted(state.messages(), state.files(), out, state.lost()));
            status = hasDied.get() || state.lost() > 0 || state.messages() == 0 ? 1 : 0;
            return status;
        } catch (IOException cannotWrite) {
            spec.commandLine().getErr().println("cannot record: " + cannotWrite.getMessage());
            return 1;
        } finally {
            stopping.ended(status);
        }
    }

    private BinanceSite site() {
        if (rest.isPresent() || ws.isPresent()) {
            return BinanceSite.ownHost(Endpoint.parse(rest.orElse("")), Endpoint.parse(ws.orElse("")));
        }
        return switch (site) {
            case "production" -> BinanceSite.production();
            case "testnet" -> BinanceSite.testnet();
            case "demo" -> BinanceSite.demo();
            default -> throw new IllegalArgumentException("must be production, testnet or demo");
        };
    }
}
