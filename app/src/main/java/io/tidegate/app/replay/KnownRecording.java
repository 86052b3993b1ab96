package io.tidegate.app.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What an independent program found in a public recording (hftbacktest's examples of 8 August 2024), told apart by the
/// snapshot that it was built from: whoever has that file can see whether we find the same.
///
/// @param checkpoint a number of the venue at which the book's hash is known
record KnownRecording(
        String recording,
        long snapshot,
        long messages,
        long differences,
        long applied,
        long trades,
        long quotes,
        long bids,
        long asks,
        long compared,
        long samePrices,
        long same,
        long checkpoint,
        String checkpointHash,
        String endHash) {
    /// The recording that these books were built from, if it is known.
    static Optional<KnownRecording> of(List<BookResult> books) throws IOException {
        if (books.size() != 1) {
            return Optional.empty();
        }
        try (InputStream in =
                Objects.requireNonNull(KnownRecording.class.getResourceAsStream("/replay/known-recordings.json"))) {
            List<KnownRecording> all = new JsonMapper().readValue(in, new TypeReference<List<KnownRecording>>() {});
            return all.stream()
                    .filter(known -> known.snapshot == books.getFirst().snapshotId())
                    .findFirst();
        }
    }

    /// Everything in which a replay differs from what is known.
    List<String> differences(long messagesFound, BookResult found) {
        var differences = new ArrayList<String>();
        compare(differences, "messages", messages, messagesFound);
        compare(differences, "differences", this.differences, found.differences());
        compare(differences, "differences applied", applied, found.applied());
        compare(differences, "trades", trades, found.trades());
        compare(differences, "quotes", quotes, found.quotes());
        compare(differences, "bids at the end", bids, found.bids());
        compare(differences, "asks at the end", asks, found.asks());
        compare(differences, "quotes compared", compared, found.compared());
        compare(differences, "quotes with the same prices", samePrices, found.samePrices());
        compare(differences, "quotes with the same prices and quantities", same, found.same());
        String hash = found.checkpoints().stream()
                .filter(it -> it.updateId() == checkpoint)
                .map(Checkpoint::hash)
                .findFirst()
                .orElse("nothing");
        compare(differences, "hash at " + checkpoint, checkpointHash, hash);
        compare(differences, "hash at the end", endHash, found.end().hash());
        return differences;
    }

    private void compare(List<String> to, String what, Object known, Object found) {
        if (!known.equals(found)) {
            to.add(recording + ": " + what + ": expected " + known + ", found " + found);
        }
    }
}
