package io.tidegate.records.store;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordMetadata;
import io.questdb.std.Decimal256;
import io.questdb.std.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the values of a result as text, by the types of its columns.
final class Cells {
    private final int[] types;
    private final Decimal256 decimal = new Decimal256();

    private Cells(int[] types) {
        this.types = types;
    }

    static Cells of(RecordMetadata metadata) {
        int[] types = new int[metadata.getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = metadata.getColumnType(i);
        }
        return new Cells(types);
    }

    List<String> texts(Record row) {
        var texts = new ArrayList<String>(types.length);
        for (int column = 0; column < types.length; column++) {
            texts.add(text(row, column));
        }
        return List.copyOf(texts);
    }

    private String text(Record row, int column) {
        return switch (ColumnType.tagOf(types[column])) {
            case ColumnType.SYMBOL -> string(row.getSymA(column));
            case ColumnType.VARCHAR -> string(row.getVarcharA(column));
            case ColumnType.STRING -> string(row.getStrA(column));
            case ColumnType.LONG -> whole(row.getLong(column));
            case ColumnType.TIMESTAMP -> whole(row.getTimestamp(column));
            case ColumnType.INT -> Integer.toString(row.getInt(column));
            case ColumnType.DOUBLE -> Double.toString(row.getDouble(column));
            case ColumnType.BOOLEAN -> Boolean.toString(row.getBool(column));
            case ColumnType.DECIMAL256 -> decimal(row, column);
            default ->
                throw new IllegalArgumentException(
                        "column " + column + " is a " + ColumnType.nameOf(types[column]) + ", which is not read here");
        };
    }

    private String decimal(Record row, int column) {
        row.getDecimal256(column, decimal);
        if (decimal.isNull()) {
            return "";
        }
        decimal.setScale(ColumnType.getDecimalScale(types[column]));
        return decimal.toBigDecimal().stripTrailingZeros().toPlainString();
    }

    private static String whole(long value) {
        return value == Numbers.LONG_NULL ? "" : Long.toString(value);
    }

    private static String string(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
