package io.tidegate.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Matches a recorded flow of 100,000 commands and compares every event with what another matching engine gave
/// (exchange-core 0.5.3's order book). The data are read where they lie: `tidegate.shared` names the folder that holds
/// `data/matching-flow`, by default the sibling `shared` of the project's root.
class RecordedFlowTest {
    @Test
    void theRecordedFlowGivesTheRecordedEventsAndTheRecordedBook() {
        Path shared = Path.of(
                System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"));
        Path folder = shared.resolve("data").resolve("matching-flow").normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                "SKIPPED: the recorded flow is not at " + folder + "; say where with -Dtidegate.shared=…");
        var book = new OrderBook(new Instrument(1, "TEST/FLOW", AssetClass.SPOT, 1, 2, 0, 0));
        var events = new ArrayList<String>();
        for (String line : rows(folder.resolve("seed7-commands.csv.gz"))) {
            apply(line.split(",", -1), book, events);
        }
        assertThat(events).isEqualTo(rows(folder.resolve("seed7-expected.csv.gz")));
        assertThat(levels(book)).containsExactlyInAnyOrderElementsOf(rows(folder.resolve("seed7-final-l2.csv.gz")));
    }

    /// Columns: seq, op, orderId, side, price, size, user.
    private static void apply(String[] row, OrderBook book, List<String> events) {
        String seq = row[0];
        long id = Long.parseLong(row[2]);
        Side side = row[3].equals("B") ? Side.BUY : Side.SELL;
        long price = Long.parseLong(row[4]);
        long size = Long.parseLong(row[5]);
        boolean isKnown = switch (row[1]) {
            case "GTC" -> {
                book.place(
                        new Placement.Limit(id, side, price, size, TimeInForce.GTC, false),
                        event -> tell(seq, event, events));
                yield true;
            }
            case "IOC" -> {
                book.place(
                        new Placement.Limit(id, side, price, size, TimeInForce.IOC, false),
                        event -> tell(seq, event, events));
                yield true;
            }
            case "CANCEL" -> book.cancel(id, event -> tell(seq, event, events));
            case "REDUCE" -> book.reduce(id, size, event -> tell(seq, event, events));
            case "MOVE" -> book.move(id, price, event -> tell(seq, event, events));
            default -> throw new IllegalArgumentException("unknown command in row " + seq + ": " + row[1]);
        };
        if (!isKnown) {
            events.add(seq + ",UNKNOWN_ORDER," + id + ",,,,");
        }
    }

    /// Columns: seq, type, takerOrderId, makerOrderId, price, size, makerCompleted.
    private static void tell(String seq, MatchEvent event, List<String> events) {
        switch (event) {
            case MatchEvent.Accepted _ -> {}
            case MatchEvent.Traded t ->
                events.add(seq + ",TRADE," + t.takerId() + "," + t.makerId() + "," + t.price() + "," + t.quantity()
                        + "," + (t.makerLeft() == 0));
            case MatchEvent.Prevented _ -> throw new IllegalStateException("not in this flow: " + event);
            case MatchEvent.Reduced r ->
                events.add(seq + ",REDUCED," + r.orderId() + ",," + r.price() + "," + r.quantity() + ",");
            case MatchEvent.Ended e -> {
                switch (e.end()) {
                    case CANCELLED ->
                        events.add(seq + ",REDUCED," + e.orderId() + ",," + e.price() + "," + e.left() + ",");
                    case IOC_REST ->
                        events.add(seq + ",IOC_CANCELLED," + e.orderId() + ",," + e.price() + "," + e.left() + ",");
                    case FILLED -> {}
                    case FOK_UNFILLABLE, NO_LIQUIDITY, WOULD_TAKE, SELF_TRADE ->
                        throw new IllegalStateException("not in this flow: " + e);
                }
            }
        }
    }

    private static List<String> levels(OrderBook book) {
        var rows = new ArrayList<String>();
        for (Side side : Side.values()) {
            for (PriceLevel level : book.levels(side, Integer.MAX_VALUE)) {
                rows.add((side == Side.BUY ? "B," : "S,") + level.price() + "," + level.quantity() + ","
                        + level.orderCount());
            }
        }
        return rows;
    }

    private static List<String> rows(Path file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
