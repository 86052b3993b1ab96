/// What the core says has happened: the only thing that anybody else may believe about orders and money.
///
/// Events follow from the log alone, in one order, each with a dense number and the hash of the one before. Some are
/// also lines of an image or a snapshot: then they say what stands instead of what changed, in the same words. Start at
/// [io.tidegate.model.event.Event].
@NullMarked
package io.tidegate.model.event;

import org.jspecify.annotations.NullMarked;
