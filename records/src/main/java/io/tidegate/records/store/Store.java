package io.tidegate.records.store;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.CloseHelper;

/// The tables in one folder. What has been committed survives `kill -9` at any moment.
///
/// One thread. Errors of the database (a full disk, a damaged file) come as [StoreException].
public final class Store implements AutoCloseable {
    private final CairoEngine engine;
    private final SqlExecutionContext context;
    private final ApplyWal2TableJob apply;
    private final WalPurgeJob purge;
    private final CheckWalTransactionsJob check;
    private final Map<String, WalWriter> writers = new LinkedHashMap<>();

    private Store(CairoEngine engine) {
        this.engine = engine;
        this.context = new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
        this.apply = new ApplyWal2TableJob(engine, 1);
        this.purge = new WalPurgeJob(engine);
        this.check = new CheckWalTransactionsJob(engine);
    }

    /// Opens the database in a folder, or begins one. The database's own complaints go to `database.log` beside it.
    ///
    /// @throws StoreException when it cannot be opened
    public static Store open(Path folder) {
        try {
            Files.createDirectories(folder);
            logTo(folder.resolveSibling("database.log"), folder.resolveSibling("database-log.conf"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + folder, unwritable);
        }
        try {
            var engine = new CairoEngine(new DefaultCairoConfiguration(folder.toString()));
            engine.load();
            var store = new Store(engine);
            store.applyAll();
            return store;
        } catch (CairoException failure) {
            throw new StoreException("cannot open " + folder, failure);
        }
    }

    /// The database reads its log's settings from the file that this property names, once, when its first class is
    /// loaded.
    private static void logTo(Path log, Path settings) throws IOException {
        Files.writeString(settings, """
                writers=file
                w.file.class=io.questdb.log.LogFileWriter
                w.file.location=%s
                w.file.level=ERROR,CRITICAL
                """.formatted(log.toAbsolutePath()));
        System.setProperty("out", settings.toAbsolutePath().toString());
    }

    /// Makes a table unless it is there.
    public void create(Table table) {
        execute(table.createSql());
        writers.computeIfAbsent(table.name(), name -> engine.getWalWriter(engine.verifyTableName(name)));
    }

    private void execute(String sql) {
        try {
            engine.execute(sql, context);
        } catch (SqlException | CairoException failure) {
            throw new StoreException(sql, failure);
        }
    }

    /// Begins a row of a table that was created here.
    ///
    /// @param timeNs the event's log time, nanoseconds since 1970 UTC
    /// @param number the event's number
    public Row row(Table table, long timeNs, long number) {
        WalWriter writer = writers.get(table.name());
        if (writer == null) {
            throw new IllegalStateException(table.name() + " was not created");
        }
        try {
            return new Row(table, writer.newRow(timeNs), number);
        } catch (CairoException failure) {
            throw new StoreException("a row of " + table.name(), failure);
        }
    }

    /// Makes all rows durable and visible.
    public void commit() {
        try {
            writers.values().forEach(WalWriter::commit);
        } catch (CairoException failure) {
            throw new StoreException("commit", failure);
        }
        applyAll();
    }

    private void applyAll() {
        check.run(0);
        boolean isMore;
        do {
            isMore = apply.run(0);
        } while (isMore);
        purge.drain(0);
    }

    /// Asks the database.
    ///
    /// @param sql in the database's own words
    /// @return rows of values as text, "" where there is none
    /// @throws StoreException when the question makes no sense to it
    public List<List<String>> ask(String sql) {
        try (RecordCursorFactory factory = engine.select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            var cells = Cells.of(factory.getMetadata());
            var rows = new ArrayList<List<String>>();
            while (cursor.hasNext()) {
                rows.add(cells.texts(cursor.getRecord()));
            }
            return rows;
        } catch (SqlException | CairoException failure) {
            throw new StoreException(sql, failure);
        }
    }

    @Override
    public void close() {
        writers.values().forEach(CloseHelper::quietClose);
        CloseHelper.quietCloseAll(apply, purge, context, engine);
    }
}
