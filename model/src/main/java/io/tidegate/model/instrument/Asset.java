package io.tidegate.model.instrument;

/// Something that can be owned and owed, such as `BTC` or `USDT`.
///
/// @param id   given by the core in the order of definition, from 1
/// @param code 1 to 24 characters of `A-Z 0-9 . -`, the field's usual code
public record Asset(int id, String code) {}
