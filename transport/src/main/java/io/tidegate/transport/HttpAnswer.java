package io.tidegate.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An answer to a request.
///
/// @param status  100 to 599
/// @param headers in the order received; `Content-Length` and `Connection` are the transport's
/// @param body    the body's bytes, empty where there is none; not to be changed after the call
@SuppressWarnings("ArrayRecordComponent") // bytes as on the wire; equals and hashCode below compare them
public record HttpAnswer(int status, List<Header> headers, byte[] body) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /// An answer with a JSON body.
    public static HttpAnswer json(int status, String body) {
        return new HttpAnswer(
                status, List.of(new Header("Content-Type", "application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /// The body read as UTF-8.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpAnswer that
                && status == that.status
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
