/// Recording market data from venues into files. Start at `RecordRun`.
@NullMarked
package io.tidegate.app.record;

import org.jspecify.annotations.NullMarked;
