/// The words that every other module speaks: exact numbers, instruments, orders, venues, commands, events, refusals.
///
/// Immutable values without behaviour that needs a clock, a thread or a byte layout. Packages are nouns; start at
/// [io.tidegate.model.command.Command] (what may be asked of the core) and [io.tidegate.model.event.Event] (what it
/// answers with).
@NullMarked
package io.tidegate.model;

import org.jspecify.annotations.NullMarked;
