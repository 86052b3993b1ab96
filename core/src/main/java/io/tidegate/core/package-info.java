/// What is true: ledger, risk, order life.
@NullMarked
package io.tidegate.core;

import org.jspecify.annotations.NullMarked;
