/// Recording what a feed receives, beside the feed's loop and without holding it up. Start at `Recorder`.
@NullMarked
package io.tidegate.feeds.record;

import org.jspecify.annotations.NullMarked;
