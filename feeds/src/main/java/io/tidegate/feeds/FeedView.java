package io.tidegate.feeds;

/// How one line of a feed is.
///
/// @param isUp        whether all its streams flow
/// @param starts      how often it was connected, or tried to be
/// @param messages    how many were received
/// @param problems    how many could not be read, or refused
/// @param lastProblem why it was down last, or what could not be read; "" if never
public record FeedView(String name, boolean isUp, long starts, long messages, long problems, String lastProblem) {}
