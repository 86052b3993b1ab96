/// What may be asked of the core: orders given by clients, and facts that the edge has learnt.
///
/// Every command travels through the log; the core is a pure function of it. Start at
/// [io.tidegate.model.command.Command].
@NullMarked
package io.tidegate.model.command;

import org.jspecify.annotations.NullMarked;
