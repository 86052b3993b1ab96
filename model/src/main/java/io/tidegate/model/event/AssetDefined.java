package io.tidegate.model.event;

import io.tidegate.model.instrument.Asset;

/// An asset is known.
public record AssetDefined(Asset asset) implements Event {}
