/// What the sources and documents of the project promise, as tests that read them.
///
/// Each check is a function from a folder to complaints; it is run on the project, and on a small folder full of faults
/// to show that it finds them. Start at [io.tidegate.app.tidy.TidyTest].
@NullMarked
package io.tidegate.app.tidy;

import org.jspecify.annotations.NullMarked;
