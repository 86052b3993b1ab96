/// Everything on one machine: a simulated venue on a loopback socket, the whole of `serve`, and a load of orders
/// over HTTP; and at the end our books against the venue's truth.
///
/// Start at [io.tidegate.app.demo.Demo]. One thread runs it.
@NullMarked
package io.tidegate.app.demo;

import org.jspecify.annotations.NullMarked;
