package io.tidegate.simulator.venue.binance;

/// What an operation answers; written at once by the door through which the request came.
sealed interface Answer {
    record Done(Body body) implements Answer {}

    record Refused(BinanceError error) implements Answer {}

    /// Writes one JSON value.
    interface Body {
        void write(Json out);
    }

    static Answer done(Body body) {
        return new Done(body);
    }

    static Answer refused(BinanceError error) {
        return new Refused(error);
    }
}
