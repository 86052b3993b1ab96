/// The commands behind `./tidegate`, one class each.
///
/// Exit status: 0 done, 1 failed, 2 not understood. Standard output belongs to the answer; with `--json` it is
/// JSON and nothing else. Start at [io.tidegate.app.command.ServeCommand].
@NullMarked
package io.tidegate.app.command;

import org.jspecify.annotations.NullMarked;
