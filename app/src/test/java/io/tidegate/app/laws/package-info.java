/// Laws that hold between modules, and can be tried only where all of them are seen.
///
/// Tests only. Start at any of them.
@NullMarked
package io.tidegate.app.laws;

import org.jspecify.annotations.NullMarked;
