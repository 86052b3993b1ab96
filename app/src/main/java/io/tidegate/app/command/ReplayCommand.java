package io.tidegate.app.command;

import io.tidegate.app.replay.Replay;
import io.tidegate.app.replay.ReplayResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays recordings of market data back and says whether they are whole (SPEC MKT-4).
@Command(
        name = "replay",
        description =
                "Builds books from recorded market data, each file by itself, and holds them against the venue's own"
                        + " quotes, sequence and checksums. Exit status 1 when anything is missing, doubled, moved or different.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--venue", required = true, description = "whose messages they are: binance")
    private String venue = "";

    @Parameters(paramLabel = "FILE", description = "recordings: lines of <received, ns> <message>, gzip or not")
    private List<Path> files = List.of();

    @Option(names = "--joined", description = "the files are parts of one recording, in that order")
    private boolean joined;

    @Option(names = "--snapshot", description = "the book to begin with, as REST answered it")
    private Optional<Path> snapshot = Optional.empty();

    @Option(names = "--updates", description = "differences that follow the snapshot, one message a line")
    private Optional<Path> updates = Optional.empty();

    @Option(
            names = "--speed",
            defaultValue = "0",
            description = "1 as recorded, 2 twice as fast, 0 as fast as can be (${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--price-scale", defaultValue = "8", description = "decimals of prices, 0 to 18 (${DEFAULT-VALUE})")
    private int priceScale;

    @Option(
            names = "--quantity-scale",
            defaultValue = "8",
            description = "decimals of quantities, 0 to 18, with the price's at most 18 (${DEFAULT-VALUE})")
    private int quantityScale;

    @Option(names = "--json", description = "one JSON object for each recording")
    private boolean json;

    @Override
    public Integer call() {
        if (!venue.equals("binance")) {
            throw Arguments.wrong(spec, "--venue", "must be of: binance", venue);
        }
        Arguments.check(spec, "--price-scale", priceScale, 0, 18);
        Arguments.check(spec, "--quantity-scale", quantityScale, 0, 18 - priceScale);
        if (!(speed >= 0 && speed <= 1_000_000)) {
            throw Arguments.wrong(spec, "--speed", "must be 0 to 1000000", String.valueOf(speed));
        }
        var all = new ArrayList<>(files);
        updates.ifPresent(all::add);
        if (all.isEmpty()) {
            throw Arguments.wrong(spec, "FILE", "must be given", "none");
        }
        var settings = new Replay.Settings(snapshot, speed, priceScale, quantityScale);
        boolean areWhole = true;
        for (List<Path> recording :
                joined ? List.of(all) : all.stream().map(List::of).toList()) {
            areWhole &= replay(recording, settings);
        }
        return areWhole ? 0 : 1;
    }

    private boolean replay(List<Path> recording, Replay.Settings settings) {
        try {
            ReplayResult result = Replay.of(recording, settings);
            spec.commandLine().getOut().println(json ? result.json() : result.words());
            return result.isWhole();
        } catch (IOException cannotRead) {
            spec.commandLine().getErr().println("cannot replay: " + cannotRead.getMessage());
            return false;
        }
    }
}
