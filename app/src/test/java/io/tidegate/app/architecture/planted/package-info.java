/// What the rules must find. Nothing here is ever run. Start at
/// [io.tidegate.app.architecture.planted.CallsWhatTheCoreMayNot].
@NullMarked
package io.tidegate.app.architecture.planted;

import org.jspecify.annotations.NullMarked;
