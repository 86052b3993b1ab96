/// What is true: the deterministic state machine that decides and remembers.
///
/// The same commands at the same times give the same events, on every machine and in every replay. It knows no clock,
/// no thread, no bytes and no venue; one caller. Start at [io.tidegate.core.StateMachine] (the contract) and then at
/// `Engine` (the whole).
@NullMarked
package io.tidegate.core;

import org.jspecify.annotations.NullMarked;
