/// What our tests stand on: laws that are tried on many seeds, and a clock that only tests move.
///
/// Knows nothing of the rest of Tidegate, so that the tests of every module can use it; main code never does (an
/// architecture test holds that). One thread per law. Start at [io.tidegate.testkit.Laws].
@NullMarked
package io.tidegate.testkit;

import org.jspecify.annotations.NullMarked;
