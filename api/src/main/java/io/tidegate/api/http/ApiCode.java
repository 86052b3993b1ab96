package io.tidegate.api.http;

/// Why the interface itself, and not the core or routing, says no; the names are what clients see and never
/// change. A refusal of the core bears the name of its `RefusalCode` instead.
enum ApiCode {
    /// The body is no JSON object of the size allowed, or the query cannot be read.
    BAD_REQUEST(400, "the request cannot be read"),
    /// Fields are missing, unknown or break their rules; all of them are listed.
    BAD_FIELD(400, "fields break their rules"),
    /// No key, or one that is not known.
    UNAUTHORIZED(401, "a known key is needed"),
    /// The key's role does not allow it.
    FORBIDDEN(403, "the key's role does not allow it"),
    /// There is no such thing, or it is somebody else's.
    NOT_FOUND(404, "there is no such thing"),
    METHOD_NOT_ALLOWED(405, "that method is not offered here"),
    BODY_TOO_LARGE(413, "the body is too large"),
    /// The process is starting or stopping.
    NOT_READY(503, "not ready"),
    /// More is under way than we take; nothing was done.
    BUSY(503, "busy"),
    /// The core has not answered in time; the order may stand: ask by its key.
    NO_ANSWER_YET(504, "no answer yet");

    private final int status;
    private final String title;

    ApiCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
