/// REST for people and programs.
@NullMarked
package io.tidegate.api;

import org.jspecify.annotations.NullMarked;
