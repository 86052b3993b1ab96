/// What stands, as read from the event stream: orders with their history, money, listings, venues, kill switches.
///
/// One writer, the thread that reads the events; any number of readers, who need no lock: each thing that they
/// get is immutable and whole, while two things asked for one after the other may lie an event apart. Nothing
/// here is the truth, only what it was a moment ago. Start at [io.tidegate.api.books.Books].
@NullMarked
package io.tidegate.api.books;

import org.jspecify.annotations.NullMarked;
