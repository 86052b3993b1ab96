/// The database: QuestDB's engine in this process, without its server, threads or ports. Start at
/// [io.tidegate.records.store.Store].
@NullMarked
package io.tidegate.records.store;

import org.jspecify.annotations.NullMarked;
