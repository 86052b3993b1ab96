package io.tidegate.records.store;

import io.questdb.cairo.TableWriter;
import io.questdb.std.str.Utf8String;
import io.tidegate.records.store.Column.Kind;

/// One row in the making: its values in the order of the table's columns, then [#append].
///
/// A value of another kind than its column, one too many or one too few is a bug and throws; nothing of the row is
/// written then.
public final class Row {
    private final Table table;
    private final TableWriter.Row row;
    private int index;

    Row(Table table, TableWriter.Row row, long number) {
        this.table = table;
        this.row = row;
        row.putLong(1, number);
    }

    /// A word of few; "" for none.
    public Row symbol(String value) {
        int column = next(Kind.SYMBOL);
        if (!value.isEmpty()) {
            row.putSym(column, value);
        }
        return this;
    }

    /// Any text.
    public Row text(String value) {
        row.putVarchar(next(Kind.TEXT), new Utf8String(value));
        return this;
    }

    public Row whole(long value) {
        row.putLong(next(Kind.WHOLE), value);
        return this;
    }

    /// A plain decimal such as `-12.50`; "" for none.
    public Row decimal(String value) {
        int column = next(Kind.DECIMAL);
        if (!value.isEmpty()) {
            row.putDecimalStr(column, value);
        }
        return this;
    }

    /// Nanoseconds since 1970 UTC; 0 for none.
    public Row time(long ns) {
        int column = next(Kind.TIME);
        if (ns != 0) {
            row.putTimestamp(column, ns);
        }
        return this;
    }

    /// Adds the row to what the next commit writes.
    public void append() {
        if (index != table.columns().size()) {
            cancel("a row of " + index + " values, expected " + table.columns().size());
        }
        row.append();
    }

    private int next(Kind kind) {
        if (index >= table.columns().size()) {
            cancel("more values than columns");
        }
        Column column = table.columns().get(index);
        if (column.kind() != kind) {
            cancel(column.name() + " is " + column.kind() + ", not " + kind);
        }
        return Table.firstColumn() + index++;
    }

    private void cancel(String why) {
        row.cancel();
        throw new IllegalStateException(table.name() + ": " + why);
    }
}
