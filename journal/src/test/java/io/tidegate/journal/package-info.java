/// The sender and the reader against scripted ends of a log. Start at `CommandSenderTest`.
@NullMarked
package io.tidegate.journal;

import org.jspecify.annotations.NullMarked;
