package io.tidegate.venues.binance;

import io.tidegate.transport.Header;
import io.tidegate.transport.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// An operation with its parameters; timestamp and signature are added when it is rendered, at the moment
/// of sending.
///
/// The two ways sign differently (binance.md section 2): REST signs the query exactly as sent, percent-encoded; the
/// WebSocket API signs the raw parameters with the API key among them, sorted by name.
record Request(Operation operation, List<Parameter> parameters) {
    Request {
        parameters = List.copyOf(parameters);
    }

    /// A parameter; what is JSON, such as a number, stands without quotes in a frame.
    record Parameter(String name, String value, boolean isJson) {
        static Parameter text(String name, String value) {
            return new Parameter(name, value, false);
        }

        static Parameter number(String name, long value) {
            return new Parameter(name, Long.toString(value), true);
        }

        static Parameter list(String name, List<String> values) {
            return new Parameter(
                    name, values.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]")), true);
        }
    }

    static Request of(Operation operation, Parameter... parameters) {
        return new Request(operation, List.of(parameters));
    }

    /// The frame that asks by WebSocket.
    ///
    /// @param id          how the answer will name it
    /// @param timestampMs the venue's time as we know it
    /// @param isLoggedOn  whether the connection speaks for the key already, so that no frame is signed but
    /// the logon's
    String frame(String id, Signer signer, long timestampMs, boolean isLoggedOn) {
        List<Parameter> sent = new ArrayList<>(parameters);
        if (operation.isSigned && isLoggedOn && operation != Operation.LOGON) {
            sent.add(Parameter.number("timestamp", timestampMs));
            sent.sort(Comparator.comparing(Parameter::name));
        } else if (operation.isSigned) {
            sent.add(Parameter.text("apiKey", signer.apiKey()));
            sent.add(Parameter.number("timestamp", timestampMs));
            sent.sort(Comparator.comparing(Parameter::name));
            sent.add(Parameter.text("signature", signer.sign(raw(sent))));
        }
        StringBuilder frame = new StringBuilder(400);
        frame.append("{\"id\":").append(Json.quoted(id));
        frame.append(",\"method\":").append(Json.quoted(operation.frameMethod));
        if (!sent.isEmpty()) {
            String body = sent.stream()
                    .map(p -> Json.quoted(p.name()) + ':' + (p.isJson() ? p.value() : Json.quoted(p.value())))
                    .collect(Collectors.joining(","));
            frame.append(",\"params\":{").append(body).append('}');
        }
        return frame.append('}').toString();
    }

    /// The request that asks by REST; all parameters are in the query, which the venue takes for every method.
    HttpRequest http(Signer signer, long timestampMs) {
        if (!operation.isSigned) {
            String query = encoded(parameters);
            return HttpRequest.of(
                    operation.httpMethod, operation.path + (query.isEmpty() ? "" : "?" + query), List.of());
        }
        List<Parameter> sent = new ArrayList<>(parameters);
        sent.add(Parameter.number("timestamp", timestampMs));
        String payload = encoded(sent);
        return HttpRequest.of(
                operation.httpMethod,
                operation.path + '?' + payload + "&signature=" + encoded(signer.sign(payload)),
                List.of(new Header("X-MBX-APIKEY", signer.apiKey())));
    }

    private static String raw(List<Parameter> parameters) {
        return parameters.stream().map(p -> p.name() + '=' + p.value()).collect(Collectors.joining("&"));
    }

    private static String encoded(List<Parameter> parameters) {
        return parameters.stream().map(p -> p.name() + '=' + encoded(p.value())).collect(Collectors.joining("&"));
    }

    /// Percent-encoding of RFC 3986; the JDK's is that of HTML forms.
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
