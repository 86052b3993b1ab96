/// Real sockets by Vert.x: its handlers only copy bytes into the owner's queue; there is no logic in a callback.
/// Start at `VertxNetwork` (client) and `VertxListener` (server).
@NullMarked
package io.tidegate.transport.vertx;

import org.jspecify.annotations.NullMarked;
