/// REST for people and programs: authenticates, parses, routes, journals, answers.
///
/// Requests come on virtual threads and may wait; everything that touches the journal happens on one thread, the
/// desk's. The packages form a line: `books` (what stands) and `words` (our JSON) ← `access` (who may) ← `desk`
/// (commands out, events in) ← `http` (the resources). Start at [io.tidegate.api.http.Api].
@NullMarked
package io.tidegate.api;

import org.jspecify.annotations.NullMarked;
