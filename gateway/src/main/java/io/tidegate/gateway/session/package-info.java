/// Conversations with venues: sessions run over the network, kept alive, and asked as their limits allow.
///
/// A venue's session does no I/O. Here its effects become traffic, what happens becomes its inputs, and what is
/// asked of it waits its turn. One thread. Start at [io.tidegate.gateway.session.Calls], then
/// [io.tidegate.gateway.session.VenueLine].
@NullMarked
package io.tidegate.gateway.session;

import org.jspecify.annotations.NullMarked;
