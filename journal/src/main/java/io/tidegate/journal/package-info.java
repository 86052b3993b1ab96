/// The ports to the log, all that others know of it: commands in, events out.
///
/// A [io.tidegate.journal.Journal] opens both. Over its bare ends stand the two classes that everybody uses: a
/// [io.tidegate.journal.CommandSender] numbers commands and sends again what has not come back, so that each is
/// applied once; an [io.tidegate.journal.EventReader] reads events on from a mark and checks that none is missing
/// or changed. Neither knows how the log is kept. Every object here has one owner thread. Start at `Journal`.
@NullMarked
package io.tidegate.journal;

import org.jspecify.annotations.NullMarked;
