package io.tidegate.simulator.venue.binance;

import java.util.function.ToIntFunction;

/// Something that can be asked for, by REST and by WebSocket alike.
///
/// @param access who may ask
/// @param weight what asking costs, by its parameters, which it must not read
record Operation(Access access, ToIntFunction<Parameters> weight, Handler handler) {
    /// Who may ask, and what follows.
    enum Access {
        PUBLIC,
        /// Signed; reads.
        SIGNED,
        /// Signed; changes orders, and costs no weight when it succeeds.
        TRADE,
        /// Signed; places an order, so that order counts are shown besides.
        PLACE;

        boolean isSigned() {
            return this != PUBLIC;
        }

        boolean isTrade() {
            return this == TRADE || this == PLACE;
        }
    }

    /// Does what is asked for. Reads all its parameters before it changes anything.
    interface Handler {
        Answer handle(Call call);
    }
}
