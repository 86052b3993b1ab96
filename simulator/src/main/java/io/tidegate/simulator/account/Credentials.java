package io.tidegate.simulator.account;

/// How an account proves itself.
///
/// @param apiKey sent along with each request
/// @param secret known to the account and the venue; signs
public record Credentials(String apiKey, String secret) {
    /// The key only: the secret stays out of logs, even a simulated one.
    @Override
    public String toString() {
        return apiKey;
    }
}
