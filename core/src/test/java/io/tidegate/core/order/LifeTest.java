package io.tidegate.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.OrderStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {
    /// The whole table: rows in the order of the statuses, columns in the order of the happenings; `!` is flagged.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # from            | handed out       | venue has it     | part fill         | last fill | cancel asked     | replace asked    | replaced, 0      | replaced, n      | refused, 0       | refused, n       | venue ends it | time ends | refused  | refused, n
        PENDING           | SUBMITTED        | OPEN!            | PARTIALLY_FILLED! | FILLED!   | CANCELLED        | PENDING          | PENDING          | PENDING          | PENDING          | PENDING          | PENDING       | EXPIRED   | REJECTED | CANCELLED
        SUBMITTED         | SUBMITTED        | OPEN             | PARTIALLY_FILLED  | FILLED    | PENDING_CANCEL   | SUBMITTED        | SUBMITTED        | SUBMITTED        | SUBMITTED        | SUBMITTED        | CANCELLED     | EXPIRED   | REJECTED | CANCELLED
        OPEN              | OPEN             | OPEN             | PARTIALLY_FILLED  | FILLED    | PENDING_CANCEL   | PENDING_REPLACE  | OPEN             | OPEN             | OPEN             | OPEN             | CANCELLED     | EXPIRED   | REJECTED | CANCELLED
        PARTIALLY_FILLED  | PARTIALLY_FILLED | PARTIALLY_FILLED | PARTIALLY_FILLED  | FILLED    | PENDING_CANCEL   | PENDING_REPLACE  | PARTIALLY_FILLED | PARTIALLY_FILLED | PARTIALLY_FILLED | PARTIALLY_FILLED | CANCELLED     | EXPIRED   | REJECTED | CANCELLED
        PENDING_CANCEL    | PENDING_CANCEL   | PENDING_CANCEL   | PENDING_CANCEL    | FILLED    | PENDING_CANCEL   | PENDING_CANCEL   | PENDING_CANCEL   | PENDING_CANCEL   | OPEN             | PARTIALLY_FILLED | CANCELLED     | EXPIRED   | REJECTED | CANCELLED
        PENDING_REPLACE   | PENDING_REPLACE  | PENDING_REPLACE  | PENDING_REPLACE   | FILLED    | PENDING_REPLACE  | PENDING_REPLACE  | OPEN             | PARTIALLY_FILLED | OPEN             | PARTIALLY_FILLED | CANCELLED     | EXPIRED   | REJECTED | CANCELLED
        FILLED            | FILLED           | FILLED           | FILLED!           | FILLED!   | FILLED           | FILLED           | FILLED           | FILLED           | FILLED           | FILLED           | FILLED        | FILLED    | FILLED   | FILLED
        CANCELLED         | CANCELLED        | CANCELLED        | CANCELLED!        | CANCELLED! | CANCELLED       | CANCELLED        | CANCELLED        | CANCELLED        | CANCELLED        | CANCELLED        | CANCELLED     | CANCELLED | CANCELLED | CANCELLED
        REJECTED          | REJECTED         | REJECTED         | REJECTED!         | REJECTED! | REJECTED         | REJECTED         | REJECTED         | REJECTED         | REJECTED         | REJECTED         | REJECTED      | REJECTED  | REJECTED | REJECTED
        EXPIRED           | EXPIRED          | EXPIRED          | EXPIRED!          | EXPIRED!  | EXPIRED          | EXPIRED          | EXPIRED          | EXPIRED          | EXPIRED          | EXPIRED          | EXPIRED       | EXPIRED   | EXPIRED  | EXPIRED
        """)
    void everyHappeningDoesToEveryStatusWhatTheTableSays(
            OrderStatus from,
            String c1,
            String c2,
            String c3,
            String c4,
            String c5,
            String c6,
            String c7,
            String c8,
            String c9,
            String c10,
            String c11,
            String c12,
            String c13,
            String c14) {
        List<String> expected = List.of(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14);
        List<String> found = Arrays.stream(Happening.values())
                .map(happening -> Life.next(from, happening))
                .map(step -> step.to() + (step.flagged() ? "!" : ""))
                .toList();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void noReportLeadsBackToPendingOrSubmitted() {
        for (OrderStatus from : OrderStatus.values()) {
            for (Happening happening : Happening.values()) {
                OrderStatus to = Life.next(from, happening).to();
                boolean back = to == OrderStatus.PENDING || to == OrderStatus.SUBMITTED;
                assertThat(back && to != from && happening != Happening.HANDED_OUT)
                        .as(from + " + " + happening + " = " + to)
                        .isFalse();
            }
        }
    }
}
