/// Who asks, and what they may do (SPEC SEC-1).
///
/// Only hashes of keys are held, never a key. Immutable, safe from any thread. Start at
/// [io.tidegate.api.access.KeyRing].
@NullMarked
package io.tidegate.api.access;

import org.jspecify.annotations.NullMarked;
