@NullMarked
package io.tidegate.venues.binance.market;

import org.jspecify.annotations.NullMarked;
