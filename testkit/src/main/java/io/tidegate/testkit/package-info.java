/// Seeded laws and simulated clocks for tests.
@NullMarked
package io.tidegate.testkit;

import org.jspecify.annotations.NullMarked;
