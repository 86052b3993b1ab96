package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.api.books.Books;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.api.words.PositionWords;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Positions with profit and loss, and their history.
final class PositionResource {
    private static final long HISTORY_DEFAULT = 100;
    private static final long HISTORY_MAX = 10_000;

    /// How far positions are added up.
    private enum Level {
        VENUE,
        INSTRUMENT,
        ASSET
    }

    private final Books books;
    private final PositionWords words;

    PositionResource(Books books) {
        this.books = books;
        this.words = new PositionWords(books.listings(), books.money());
    }

    /// `GET /v1/positions[?by=VENUE|INSTRUMENT|ASSET]`
    HttpAnswer show(Asked asked) {
        var query = new Query(asked.request().query());
        Level level = query.word("by", Level.class).orElse(Level.VENUE);
        List<FieldProblem> problems = query.problems();
        if (!problems.isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, problems).answer();
        }
        Set<Integer> own = own(asked.caller());
        ObjectNode to = Body.MAPPER.createObjectNode();
        ArrayNode list = to.putArray("positions");
        switch (level) {
            case VENUE -> words.byVenue(own, asked.receivedNs(), list);
            case INSTRUMENT -> words.byInstrument(own, asked.receivedNs(), list);
            case ASSET -> words.byAsset(own, list);
        }
        return HttpAnswer.json(200, to.toString());
    }

    /// `GET /v1/positions/history[?instrument=&limit=]`
    HttpAnswer history(Asked asked) {
        var query = new Query(asked.request().query());
        Optional<Instrument> instrument =
                query.read("instrument", "must be a listed instrument", books.listings()::instrument);
        long countMax = query.whole("limit", 1, HISTORY_MAX).orElse(HISTORY_DEFAULT);
        List<FieldProblem> problems = query.problems();
        if (!problems.isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, problems).answer();
        }
        ObjectNode to = Body.MAPPER.createObjectNode();
        words.history(own(asked.caller()), instrument, countMax, to.putArray("history"));
        return HttpAnswer.json(200, to.toString());
    }

    private Set<Integer> own(Caller caller) {
        return books.listings().venues(caller.account()).stream()
                .map(venue -> venue.venueAccount().id())
                .collect(Collectors.toSet());
    }
}
