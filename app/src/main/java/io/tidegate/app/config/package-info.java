/// What an operator sets: read from a file, checked as a whole, told wrong all at once.
///
/// Every key stands in one table, from which the example and the check of the documentation are made. Records only;
/// nothing here starts anything. Start at [io.tidegate.app.config.Configuration].
@NullMarked
package io.tidegate.app.config;

import org.jspecify.annotations.NullMarked;
