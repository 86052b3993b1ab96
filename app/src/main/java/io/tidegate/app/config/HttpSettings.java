package io.tidegate.app.config;

import io.tidegate.api.http.ApiSettings;

/// Where and how clients are served.
///
/// @param host address to bind; 127.0.0.1 keeps it to this machine
/// @param port 0 to 65535; 0 chooses a free one
public record HttpSettings(String host, int port, ApiSettings api) {}
