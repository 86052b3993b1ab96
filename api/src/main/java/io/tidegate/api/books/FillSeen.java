package io.tidegate.api.books;

import io.tidegate.model.event.FillBooked;

/// A booked execution, and when it was booked.
///
/// @param bookedNs log time, nanoseconds since 1970 UTC
public record FillSeen(FillBooked fill, long bookedNs) {}
