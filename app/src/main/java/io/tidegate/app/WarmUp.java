package io.tidegate.app;

import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The run that the launcher watches to make its start-up cache: walks through what every command needs. Whatever is
/// loaded here starts faster later.
@Command(name = "warm-up", hidden = true, description = "Loads what most commands need, and ends.")
final class WarmUp implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Override
    public Integer call() {
        spec.root().commandLine().usage(spec.commandLine().getOut());
        LoggerFactory.getLogger(WarmUp.class).info("warmed up on {}", Runtime.version());
        return 0;
    }
}
