package io.tidegate.transport;

/// Why a request has no answer, or a connection ended: what is certain about the bytes, and words for an operator.
///
/// @param certainty what is known about the bytes that were to be sent
/// @param reason    one line without secrets, such as `connection refused` or `no answer within 5 s`
public record Loss(Certainty certainty, String reason) {
    /// What a loss says about the bytes handed over for sending.
    public enum Certainty {
        /// No byte left this process: the peer cannot have seen the request.
        NOT_SENT,
        /// Bytes may have arrived: the peer may have acted on them.
        MAYBE_SENT
    }

    public static Loss notSent(String reason) {
        return new Loss(Certainty.NOT_SENT, reason);
    }

    public static Loss maybeSent(String reason) {
        return new Loss(Certainty.MAYBE_SENT, reason);
    }
}
