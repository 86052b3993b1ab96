package io.tidegate.app.replay;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a replay came to.
///
/// @param known             the public recording that it is, whose figures were compared; empty for any other
/// @param unreadable        messages that are not what the venue's documents describe
/// @param spanNs            from the first message to the last, by their times
/// @param messagesPerSecond as they were replayed
/// @param problems          everything that is not as it should be; empty for a recording that is whole
public record ReplayResult(
        List<String> files,
        Optional<String> known,
        long messages,
        long unreadable,
        long spanNs,
        long messagesPerSecond,
        List<BookResult> books,
        List<String> problems) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /// Whether nothing is missing, doubled or moved, as far as can be told.
    public boolean isWhole() {
        return problems.isEmpty();
    }

    /// One object.
    public String json() {
        ObjectNode to = MAPPER.createObjectNode();
        var names = to.putArray("files");
        files.forEach(names::add);
        known.ifPresent(name -> to.put("knownRecording", name));
        to.put("messages", messages);
        to.put("messagesPerSecond", messagesPerSecond);
        to.put("unreadable", unreadable);
        to.put("gaps", books.stream().mapToLong(BookResult::gaps).sum());
        to.put("repeated", books.stream().mapToLong(BookResult::repeated).sum());
        var list = to.putArray("books");
        books.forEach(book -> write(book, list.addObject()));
        var found = to.putArray("problems");
        problems.forEach(found::add);
        to.put("ok", isWhole());
        return to.toString();
    }

    private static void write(BookResult book, ObjectNode to) {
        to.put("symbol", book.symbol());
        to.put("condition", book.condition().name());
        to.put("snapshotId", book.snapshotId());
        to.put("differences", book.differences());
        to.put("applied", book.applied());
        to.put("trades", book.trades());
        to.put("quotes", book.quotes());
        to.put("gaps", book.gaps());
        to.put("repeated", book.repeated());
        to.put("quotesCompared", book.compared());
        to.put("quotesSamePrices", book.samePrices());
        to.put("quotesSame", book.same());
        var checkpoints = to.putArray("checkpoints");
        book.checkpoints()
                .forEach(checkpoint -> checkpoints
                        .addObject()
                        .put("updateId", checkpoint.updateId())
                        .put("hash", checkpoint.hash()));
        to.put("endUpdateId", book.end().updateId());
        to.put("endHash", book.end().hash());
        to.put("bids", book.bids());
        to.put("asks", book.asks());
        to.put("bestBid", book.bestBid());
        to.put("bestAsk", book.bestAsk());
    }

    /// A few lines for people.
    public String words() {
        var to = new StringBuilder();
        to.append(String.join(" ", files))
                .append(known.map(name -> " is known as " + name).orElse(""))
                .append(String.format(
                        ": %,d messages, %,d a second, %,d unreadable%n", messages, messagesPerSecond, unreadable));
        for (BookResult book : books) {
            to.append(String.format(
                    "  %s: %s, %,d of %,d differences applied, %,d trades, %,d quotes, %d gaps, %d repeated%n",
                    book.symbol(),
                    book.condition(),
                    book.applied(),
                    book.differences(),
                    book.trades(),
                    book.quotes(),
                    book.gaps(),
                    book.repeated()));
            to.append(String.format(
                    "    held against %,d quotes of the venue: %,d have the same prices, %,d the same quantities too%n",
                    book.compared(), book.samePrices(), book.same()));
            book.checkpoints()
                    .forEach(it -> to.append("    hash at ")
                            .append(it.updateId())
                            .append(": ")
                            .append(it.hash())
                            .append(System.lineSeparator()));
            to.append(String.format(
                    "    hash at the end, %d: %s; %d bids, %d asks, best %s / %s%n",
                    book.end().updateId(),
                    book.end().hash(),
                    book.bids(),
                    book.asks(),
                    book.bestBid(),
                    book.bestAsk()));
        }
        problems.forEach(problem -> to.append("  wrong: ").append(problem).append(System.lineSeparator()));
        return to.append(isWhole() ? "  whole" : "  not whole").toString();
    }
}
