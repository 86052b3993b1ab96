/// The program: its command line, and in time its configuration and wiring.
///
/// The only place that knows every module, and the only one that may end the process. Standard output belongs to the
/// answer of a command; everything else, logs included, goes to standard error. Start at [io.tidegate.app.Tidegate].
@NullMarked
package io.tidegate.app;

import org.jspecify.annotations.NullMarked;
