/// The journal on Aeron Cluster and Archive.
@NullMarked
package io.tidegate.cluster;

import org.jspecify.annotations.NullMarked;
