/// The words: ids, instruments, exact numbers, orders, commands, events, refusals.
@NullMarked
package io.tidegate.model;

import org.jspecify.annotations.NullMarked;
