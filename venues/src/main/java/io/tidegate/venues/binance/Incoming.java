package io.tidegate.venues.binance;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A frame taken apart: an answer to something asked, or an event of the account.
sealed interface Incoming {
    /// An answer.
    ///
    /// @param id   what the request was called, "" where the venue could not tell
    /// @param used its counters
    record Answered(String id, Answer answer, List<Counters.Counter> used) implements Incoming {}

    /// An event, out of its envelope `{"subscriptionId":…,"event":{…}}`; `serverShutdown` comes without a subscription.
    record Event(Fields event) implements Incoming {}

    /// @throws Drift when it is neither
    static Incoming read(byte[] bytes) {
        Fields frame = Fields.of(Json.read(bytes), "frame");
        if (frame.has("event")) {
            return new Event(frame.object("event"));
        }
        if (!frame.has("status")) {
            throw new Drift("frame: expected an event or an answer");
        }
        return new Answered(id(frame.node("id")), Answer.ofFrame(frame), Counters.ofFrame(frame));
    }

    private static String id(JsonNode id) {
        if (id.isString()) {
            return id.stringValue();
        }
        return id.isIntegralNumber() ? id.toString() : "";
    }
}
