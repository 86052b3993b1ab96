/// Moves bytes and nothing else: HTTP and WebSocket, as client and as server.
///
/// Every endpoint exists twice behind the same port: on real sockets (`transport.vertx`) and on a simulated network
/// driven by a seed (`transport.simulated`). A port has one owner thread, which polls it; callbacks happen inside
/// that poll and nowhere else. Start at [io.tidegate.transport.Network] (client) and [io.tidegate.transport.Face]
/// (server).
@NullMarked
package io.tidegate.transport;

import org.jspecify.annotations.NullMarked;
