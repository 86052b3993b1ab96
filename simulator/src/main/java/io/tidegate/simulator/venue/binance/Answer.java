package io.tidegate.simulator.venue.binance;

import java.util.Optional;

/// What an operation answers; written at once by the door through which the request came.
sealed interface Answer {
    record Done(Body body) implements Answer {}

    /// @param data details beside code and message, for answers that have them
    record Refused(BinanceError error, Optional<Body> data) implements Answer {}

    /// Writes one JSON value.
    interface Body {
        void write(Json out);
    }

    static Answer done(Body body) {
        return new Done(body);
    }

    static Answer refused(BinanceError error) {
        return new Refused(error, Optional.empty());
    }
}
