package io.tidegate.app.replay;

import io.tidegate.market.book.Condition;
import java.util.List;

/// What became of one instrument's book in a replay.
///
/// @param snapshotId  the venue's number of the snapshot that it was built from first, 0 if none
/// @param applied     differences that the book shows
/// @param gaps        how often messages are missing, by their numbers
/// @param repeated    messages that are not newer than what came before
/// @param compared    quotes of the venue that the book was held against
/// @param samePrices  of these, with the same best prices
/// @param same        of these, with the same quantities too
/// @param checkpoints the book after each thousandth difference that was applied
/// @param bestBid     at the end, "" when nobody bids
/// @param problems    everything that is not as it should be
record BookResult(
        String symbol,
        Condition condition,
        long snapshotId,
        long differences,
        long applied,
        long trades,
        long quotes,
        long gaps,
        long repeated,
        long compared,
        long samePrices,
        long same,
        List<Checkpoint> checkpoints,
        Checkpoint end,
        long bids,
        long asks,
        String bestBid,
        String bestAsk,
        List<String> problems) {}
