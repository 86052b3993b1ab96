@NullMarked
package io.tidegate.venues.binance;

import org.jspecify.annotations.NullMarked;
