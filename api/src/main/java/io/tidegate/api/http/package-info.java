/// The resources: what can be asked over HTTP, and every answer that there is.
///
/// Called on virtual threads, which may wait. An error is `application/problem+json` and names field, rule and value
/// (RFC 9457). Start at [io.tidegate.api.http.Api].
@NullMarked
package io.tidegate.api.http;

import org.jspecify.annotations.NullMarked;
