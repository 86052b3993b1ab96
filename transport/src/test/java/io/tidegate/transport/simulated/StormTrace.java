package io.tidegate.transport.simulated;

import io.tidegate.testkit.Seed;

/// Prints the traces of the first storms, for a comparison between two JVMs.
final class StormTrace {
    private StormTrace() {}

    public static void main(String... args) {
        System.out.print(ofFirst(20));
    }

    static String ofFirst(int count) {
        StringBuilder traces = new StringBuilder();
        for (long seed = 1; seed <= count; seed++) {
            SimulatedNetwork network = Storm.of(Seed.of(seed)).network;
            traces.append(seed)
                    .append(' ')
                    .append(network.traceHash())
                    .append(' ')
                    .append(network.faultsInjected())
                    .append('\n');
        }
        return traces.toString();
    }
}
