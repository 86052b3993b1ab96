/// How best to trade: routing as a pure function.
@NullMarked
package io.tidegate.execution;

import org.jspecify.annotations.NullMarked;
