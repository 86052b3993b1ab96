/// The journal on Aeron Cluster and Aeron Archive: a thin adapter around the host.
///
/// ```text
///   ClusterJournal ──commands──▶ consensus module ──log──▶ CoreService ▸ CoreHost ──▶ EventRecording ──▶ archive
///        ▲                                                                                              │
///        └──────────────────────────── replay from the archive, never live ────────────────────────────┘
///   Caretaker: heartbeat and its echo, free space, snapshots by log growth, images, purging
/// ```
///
/// Threads: driver, archive, consensus module, service (owns the host), caretaker; each journal end belongs to the
/// thread that uses it. Start at [io.tidegate.cluster.ClusterNode]; users of the log at
/// [io.tidegate.cluster.ClusterJournal].
@NullMarked
package io.tidegate.cluster;

import org.jspecify.annotations.NullMarked;
