/// The running system: its parts, their threads, how it starts and how it stops.
///
/// Start at [io.tidegate.app.serve.Wiring], which builds everything from top to bottom and reads like the picture in
/// ARCHITECTURE.md. Any thread may start and stop it.
@NullMarked
package io.tidegate.app.serve;

import org.jspecify.annotations.NullMarked;
