package io.tidegate.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says: ours as the jar's manifest has it, and Java's.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var ours = Optional.ofNullable(Tidegate.class.getPackage().getImplementationVersion());
        return new String[] {"tidegate " + ours.orElse("not packaged"), "Java " + Runtime.version()};
    }
}
