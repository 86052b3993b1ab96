package io.tidegate.transport;

import java.net.URI;

/// Where a connection goes: scheme, host and port of an origin such as `wss://ws-api.example.com:443`.
///
/// @param scheme one of `http`, `https`, `ws`, `wss`; `https` and `wss` are TLS with a verified certificate
/// @param host   a DNS name or an address, without brackets
/// @param port   1 to 65535
public record Endpoint(String scheme, String host, int port) {
    public Endpoint {
        switch (scheme) {
            case "http", "https", "ws", "wss" -> {}
            default -> throw new IllegalArgumentException("scheme " + scheme + ": expected http, https, ws or wss");
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException("an endpoint needs a host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": expected 1 to 65535");
        }
    }

    /// Reads an origin; the port may be left out where the scheme has a usual one.
    ///
    /// @throws IllegalArgumentException when it is no origin, or has a path, a query or user information
    public static Endpoint parse(String origin) {
        URI uri = URI.create(origin);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException(origin + ": expected scheme://host[:port]");
        }
        if (uri.getUserInfo() != null
                || uri.getRawQuery() != null
                || (uri.getRawPath() != null && !uri.getRawPath().isEmpty())) {
            throw new IllegalArgumentException(origin + ": an origin has no path, query or user information");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : isTls(uri.getScheme()) ? 443 : 80;
        return new Endpoint(uri.getScheme(), uri.getHost(), port);
    }

    /// Whether bytes travel encrypted, which is the case for `https` and `wss`.
    public boolean isTls() {
        return isTls(scheme);
    }

    private static boolean isTls(String scheme) {
        return scheme.equals("https") || scheme.equals("wss");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
