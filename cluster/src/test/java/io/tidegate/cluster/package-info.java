/// The log on the real Aeron, in this process and in processes that are killed. Start at `ClusterNodeTest`.
@NullMarked
package io.tidegate.cluster;

import org.jspecify.annotations.NullMarked;
