package io.tidegate.venues.words;

import io.tidegate.venues.api.Capabilities;
import java.util.List;

/// Speaks one venue's language without talking to it. Pure; any thread.
public interface VenueWords {
    /// What the venue can do, with its documented limits.
    Capabilities capabilities();

    /// What a wish can be about, the values of [Wish#op].
    List<String> operations();

    /// The exact request that a wish becomes.
    Rendering render(Wish wish, RenderSettings settings);

    /// What payloads can be said to be, besides `auto`.
    List<String> kinds();

    /// What a payload says.
    ///
    /// @param kind    `auto`, or what the payload must be, one of [#kinds]
    /// @param status  HTTP's status that it came with; 200 for a frame
    Reading parse(String kind, int status, byte[] payload);
}
