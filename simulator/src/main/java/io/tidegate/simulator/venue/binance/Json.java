package io.tidegate.simulator.venue.binance;

import io.tidegate.model.number.Amount;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON document in Binance's manner: numbers as strings with 8 decimals, times in ms or µs.
final class Json {
    /// Decimal places of every price, quantity and amount on the wire.
    static final int DECIMALS = 8;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
    private final boolean countsMicros;

    Json(boolean countsMicros) {
        this.countsMicros = countsMicros;
    }

    /// Ends the document; nothing can be written any more.
    byte[] bytes() {
        out.close();
        return bytes.toByteArray();
    }

    void beginObject() {
        out.writeStartObject();
    }

    void beginObject(String name) {
        out.writeObjectPropertyStart(name);
    }

    void endObject() {
        out.writeEndObject();
    }

    void beginArray() {
        out.writeStartArray();
    }

    void beginArray(String name) {
        out.writeArrayPropertyStart(name);
    }

    void endArray() {
        out.writeEndArray();
    }

    void name(String name) {
        out.writeName(name);
    }

    void text(String value) {
        out.writeString(value);
    }

    void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    void number(long value) {
        out.writeNumber(value);
    }

    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    void bool(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    void bool(boolean value) {
        out.writeBoolean(value);
    }

    void none() {
        out.writeNull();
    }

    void none(String name) {
        out.writeNullProperty(name);
    }

    /// A JSON value that is text already.
    void raw(String name, String json) {
        out.writeName(name);
        out.writeRawValue(json);
    }

    void time(long ns) {
        out.writeNumber(unit(ns));
    }

    void time(String name, long ns) {
        out.writeNumberProperty(name, unit(ns));
    }

    void decimal(String name, long value, int scale) {
        out.writeStringProperty(name, fixed(value, scale));
    }

    void decimal(String name, Amount value) {
        out.writeStringProperty(name, fixed(value));
    }

    void texts(String name, String... values) {
        out.writeArrayPropertyStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private long unit(long ns) {
        return Math.floorDiv(ns, countsMicros ? 1_000L : 1_000_000L);
    }

    static String fixed(long value, int scale) {
        return BigDecimal.valueOf(value, scale)
                .setScale(DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }

    static String fixed(Amount value) {
        return value.decimal().setScale(DECIMALS, RoundingMode.DOWN).toPlainString();
    }
}
