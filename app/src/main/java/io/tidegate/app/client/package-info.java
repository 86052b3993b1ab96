/// The other end of our HTTP interface, for commands and for the demonstration's load.
///
/// Safe from any thread; each call blocks until it is answered. Start at [io.tidegate.app.client.ApiClient].
@NullMarked
package io.tidegate.app.client;

import org.jspecify.annotations.NullMarked;
