package io.tidegate.cluster;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much later than asked Linux may wake a parked thread.
///
/// The kernel's default is 50 us, so that a park of 50 us takes 120 us (measured on Linux 6, two cores); without slack it
/// takes 73. Other systems have no such setting: there nothing is done. Source: prctl(2), PR_SET_TIMERSLACK.
final class TimerSlack {
    private static final Logger LOG = LoggerFactory.getLogger(TimerSlack.class);
    private static final int PR_SET_TIMERSLACK = 29;
    private static final long LEAST_NS = 1;
    private static final Optional<MethodHandle> PRCTL = prctl();

    private TimerSlack() {}

    private static Optional<MethodHandle> prctl() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        var word = ValueLayout.JAVA_LONG;
        var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, word, word, word, word);
        return linker.defaultLookup()
                .find("prctl")
                .map(address -> linker.downcallHandle(address, shape, Linker.Option.firstVariadicArg(1)));
    }

    /// Has the calling thread woken as early as the system can; where it refuses, parks merely stay longer.
    static void tighten() {
        PRCTL.ifPresent(prctl -> {
            try {
                int refused = (int) prctl.invokeExact(PR_SET_TIMERSLACK, LEAST_NS, 0L, 0L, 0L);
                if (refused != 0) {
                    LOG.info("the system keeps its timer slack: parks take longer than asked");
                }
            } catch (Throwable impossible) { // a call of C throws nothing
                throw new IllegalStateException(impossible);
            }
        });
    }
}
