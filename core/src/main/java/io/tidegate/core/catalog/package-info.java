/// What exists: assets, instruments, venue accounts with their leases, gates and grids, and reference prices.
///
/// Ids are given here in the order of definition, so that every replay gives the same. One caller. Start at
/// [io.tidegate.core.catalog.Catalog].
@NullMarked
package io.tidegate.core.catalog;

import org.jspecify.annotations.NullMarked;
