package io.tidegate.records.store;

/// One column of a table.
///
/// @param name lower case with underscores
public record Column(String name, Kind kind) {
    /// What a column holds, and the database's word for it.
    public enum Kind {
        /// One of a small set of words, such as a venue's name.
        SYMBOL("symbol"),
        /// Any text.
        TEXT("varchar"),
        WHOLE("long"),
        /// An exact decimal number: 39 digits before the point and 18 behind it, what an amount can be.
        DECIMAL("decimal(57,18)"),
        /// Nanoseconds since 1970 UTC.
        TIME("timestamp_ns");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    public static Column symbol(String name) {
        return new Column(name, Kind.SYMBOL);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    public static Column decimal(String name) {
        return new Column(name, Kind.DECIMAL);
    }

    public static Column time(String name) {
        return new Column(name, Kind.TIME);
    }

    String sql() {
        return name + " " + kind.sql;
    }
}
