/// What venues say, turned into commands: each fact attributed to its child, none lost, few repeated.
///
/// The core decides what a fact does; here it is only put into words that the core knows. One thread. Start at
/// [io.tidegate.gateway.facts.Facts].
@NullMarked
package io.tidegate.gateway.facts;

import org.jspecify.annotations.NullMarked;
