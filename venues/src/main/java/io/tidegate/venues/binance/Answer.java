package io.tidegate.venues.binance;

import io.tidegate.transport.HttpAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What the venue answered, by whichever way (binance.md section 3.2, last row, and section 7).
sealed interface Answer {
    /// Stands for a refusal without a code of the venue's.
    int NO_CODE = 0;

    /// It did what was asked.
    record Result(JsonNode body) implements Answer {}

    /// It did not, or something on the way failed.
    ///
    /// @param status      HTTP's, or that of the frame, which follows the same meanings
    /// @param code        the venue's, negative, or [#NO_CODE]
    /// @param message     its words
    /// @param retryAtMs   not before this time by the venue's clock; 0 where it names none
    /// @param retryAfterS not before so many seconds have passed; 0 where it names none
    /// @param data        what the refusal says besides, missing where it says nothing
    record Refused(int status, int code, String message, long retryAtMs, long retryAfterS, JsonNode data)
            implements Answer {
        /// A refusal that says nothing besides.
        Refused(int status, int code, String message, long retryAtMs, long retryAfterS) {
            this(status, code, message, retryAtMs, retryAfterS, MissingNode.getInstance());
        }

        /// The venue's code, or the status where it gave none.
        String codeText() {
            return code == NO_CODE ? "HTTP " + status : Integer.toString(code);
        }

        /// For an operator; the first word is the category.
        String words() {
            return ErrorTable.meaning(this).category() + " " + codeText() + " " + message;
        }
    }

    /// A frame's answer: `status` with `result` or `error`.
    ///
    /// @throws Drift when it is neither
    static Answer ofFrame(Fields frame) {
        long status = frame.number("status");
        if (status < 100 || status > 599) {
            throw frame.expected("status", "100 to 599");
        }
        if (status < 300) {
            return new Result(frame.node("result"));
        }
        Fields error = frame.object("error");
        long retryAtMs = 0;
        if (error.has("data")
                && error.node("data").isObject()
                && error.object("data").has("retryAfter")) {
            retryAtMs = error.object("data").timeNs("retryAfter") / 1_000_000;
        }
        return new Refused((int) status, code(error), error.text("msg"), retryAtMs, 0, error.node("data"));
    }

    /// An HTTP answer; a refusal may have any body, HTML too.
    ///
    /// @throws Drift when it says success and is not JSON
    static Answer ofHttp(HttpAnswer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            return new Result(Json.read(answer.body()));
        }
        long retryAfterS = answer.header("Retry-After").map(Answer::seconds).orElse(0L);
        try {
            Fields error = Fields.of(Json.read(answer.body()), "error");
            return new Refused(answer.status(), code(error), error.text("msg"), 0, retryAfterS, error.node("data"));
        } catch (Drift notTheirs) {
            String text = answer.text();
            String start = text.substring(0, Math.min(150, text.length()));
            return new Refused(answer.status(), NO_CODE, start, 0, retryAfterS);
        }
    }

    /// Whether nothing came where a result was promised.
    static boolean isEmpty(JsonNode body) {
        return body instanceof MissingNode || body.isNull();
    }

    /// A refusal that stands within an answer, without a status of its own.
    ///
    /// @throws Drift when it is none
    static Refused within(int status, Fields error) {
        return new Refused(status, code(error), error.text("msg"), 0, 0, error.node("data"));
    }

    private static int code(Fields error) {
        long code = error.number("code");
        if (code >= 0 || code < -1_000_000) {
            throw error.expected("code", "a negative code");
        }
        return (int) code;
    }

    private static long seconds(String header) {
        return header.matches("[0-9]{1,9}") ? Long.parseLong(header) : 0;
    }
}
