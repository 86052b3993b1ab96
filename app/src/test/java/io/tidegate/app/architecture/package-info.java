/// The rules of ARCHITECTURE.md as tests over all modules: who may know whom, and what the core may never call.
///
/// They read compiled main classes, so they stand in the last module, which sees all others. Each rule is also shown
/// a class that breaks it, in `planted`. Start at [io.tidegate.app.architecture.ModulesTest].
@NullMarked
package io.tidegate.app.architecture;

import org.jspecify.annotations.NullMarked;
