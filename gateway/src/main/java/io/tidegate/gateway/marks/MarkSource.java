package io.tidegate.gateway.marks;

import io.tidegate.model.command.SetMark;
import io.tidegate.model.instrument.Instrument;
import java.util.Optional;

/// Where reference prices come from without a question to the venue, such as a feed of market data beside the gateway.
@FunctionalInterface
public interface MarkSource {
    /// Knows nothing: the venues are asked.
    MarkSource NONE = (_, _) -> Optional.empty();

    /// The reference price of an instrument, of which the core may be told. The gateway's thread; must not block.
    ///
    /// @return empty when none is known that is young enough
    Optional<SetMark> mark(Instrument instrument, long nowNs);
}
