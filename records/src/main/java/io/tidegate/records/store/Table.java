package io.tidegate.records.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of what happened: one row for each event that concerns it.
///
/// Every table begins with `ts`, the log time of the event, and `number`, its number in the stream. Together they are
/// the
/// key: a row that is written again replaces itself. Partitions are days, and a day that is older than `keepDays` is
/// dropped.
///
/// @param columns what follows those two
public record Table(String name, int keepDays, List<Column> columns) {
    private static final List<Column> KEY = List.of(Column.time("ts"), Column.whole("number"));

    public Table {
        if (keepDays < 1) {
            throw new IllegalArgumentException(name + ": kept for " + keepDays + " days, at least 1");
        }
        columns = List.copyOf(columns);
    }

    static int firstColumn() {
        return KEY.size();
    }

    String createSql() {
        String all =
                Stream.concat(KEY.stream(), columns.stream()).map(Column::sql).collect(Collectors.joining(", "));
        return "create table if not exists " + name + " (" + all + ") timestamp(ts) partition by day ttl " + keepDays
                + "d wal dedup upsert keys(ts, number)";
    }
}
