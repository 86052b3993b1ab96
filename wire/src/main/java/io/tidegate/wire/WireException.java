package io.tidegate.wire;

/// Bytes that are not a message of ours: says what is wrong, in which message and where, and what was expected.
///
/// Checked, because bytes from outside may be anything, and whoever reads them must have an answer to that.
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    WireException(String problem) {
        super(problem);
    }

    private WireException(String problem, Throwable cause) {
        super(problem, cause);
    }

    /// The same, with the message in which it was found.
    static WireException within(int templateId, Throwable problem) {
        return new WireException("message " + templateId + ": " + problem.getMessage(), problem);
    }
}
