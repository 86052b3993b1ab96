package io.tidegate.app;

import io.tidegate.app.demo.Demo;
import io.tidegate.app.demo.DemoSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The run that the launcher watches to make its start-up cache: the whole system for two seconds. Whatever is loaded
/// and run here starts faster later.
@Command(name = "warm-up", hidden = true, description = "Loads what most commands need, and ends.")
final class WarmUp implements Callable<Integer> {
    private static final int SECONDS = 2;
    private static final int RATE = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Override
    public Integer call() throws IOException {
        spec.root().commandLine().usage(spec.commandLine().getOut());
        LoggerFactory.getLogger(WarmUp.class).info("warmed up on {}", Runtime.version());
        var demo = new Demo(new DemoSettings(SECONDS, RATE, 1), () -> true, line -> {});
        return demo.run().violations().isEmpty() ? 0 : 1;
    }
}
