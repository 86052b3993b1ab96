/// From events to rows: what each table says, and which event makes which row. Start at
/// [io.tidegate.records.history.History].
@NullMarked
package io.tidegate.records.history;

import org.jspecify.annotations.NullMarked;
