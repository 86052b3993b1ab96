package io.tidegate.api.http;

/// What bounds the interface.
///
/// @param answerTimeoutMs how long a request waits for the core, 1 to 60,000
/// @param inFlightMax     requests at once, 1 to 100,000; the next is answered 503
public record ApiSettings(int answerTimeoutMs, int inFlightMax) {
    /// Five seconds, a thousand at once.
    public static final ApiSettings DEFAULT = new ApiSettings(5_000, 1_000);

    public ApiSettings {
        if (answerTimeoutMs < 1 || answerTimeoutMs > 60_000 || inFlightMax < 1 || inFlightMax > 100_000) {
            throw new IllegalArgumentException("answer timeout " + answerTimeoutMs + " ms (1 to 60000), in flight "
                    + inFlightMax + " (1 to 100000)");
        }
    }
}
