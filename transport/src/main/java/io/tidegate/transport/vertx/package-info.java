/// Real sockets by Vert.x: its handlers only copy bytes into the owner's queue; there is no logic in a callback.
///
/// Each port has one owner thread besides the event loops of the process, which are shared: see
/// [io.tidegate.transport.vertx.EventLoops]. Vert.x and Netty log by SLF4J; at level ERROR they are quiet. Start at
/// [io.tidegate.transport.vertx.VertxNetwork] (client) and [io.tidegate.transport.vertx.VertxListener] (server of a
/// face); [io.tidegate.transport.vertx.VertxHttpServer] answers people, on virtual threads.
@NullMarked
package io.tidegate.transport.vertx;

import org.jspecify.annotations.NullMarked;
