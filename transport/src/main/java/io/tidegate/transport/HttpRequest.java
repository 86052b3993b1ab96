package io.tidegate.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A request as it stands on the wire, less the origin.
///
/// @param method  upper case, such as `GET`
/// @param target  path and query exactly as sent, percent-encoded, such as `/api/v3/order?symbol=BTCUSDT`
/// @param headers in the order sent; `Host`, `Content-Length` and `Connection` are the transport's
/// @param body    the body's bytes, empty where there is none; not to be changed after the call
@SuppressWarnings("ArrayRecordComponent") // bytes as on the wire; equals and hashCode below compare them
public record HttpRequest(String method, String target, List<Header> headers, byte[] body) {
    private static final byte[] NONE = {};

    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /// A request without a body.
    public static HttpRequest of(String method, String target, List<Header> headers) {
        return new HttpRequest(method, target, headers, NONE);
    }

    /// Refuses what would not be one request on the wire, such as a line break within a header: the method is of
    /// upper-case letters, the target starts with `/` and is printable ASCII, headers have no control characters.
    ///
    /// @throws IllegalArgumentException naming the part, and never a value, which may be a secret
    public void checkSendable() {
        check(!method.isEmpty() && method.chars().allMatch(c -> c >= 'A' && c <= 'Z'), "method");
        check(target.startsWith("/") && target.chars().allMatch(c -> c > ' ' && c < 0x7f), "target");
        for (Header header : headers) {
            String name = header.name();
            check(!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':'), "name of a header");
            check(header.value().chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f)), "header " + name);
        }
    }

    private static void check(boolean isSendable, String part) {
        if (!isSendable) {
            throw new IllegalArgumentException("a request cannot be sent: HTTP does not allow its " + part);
        }
    }

    /// The target up to the question mark.
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /// The target behind the question mark, as sent; empty where there is none.
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
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
        return other instanceof HttpRequest that
                && method.equals(that.method)
                && target.equals(that.target)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * method.hashCode() + target.hashCode()) + Arrays.hashCode(body);
    }

    /// Method and path only: a query or a header may hold a signature or a key.
    @Override
    public String toString() {
        return method + " " + path() + " (" + body.length + " bytes)";
    }
}
