package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.model.order.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every row of binance.md section 3.4, where SPEC ORD-4 decides what the sheet leaves open.
final class StatusTableTest {
    @ParameterizedTest(name = "{0} {1} {2} = {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            NEW              | ''                                  | NONE                  | OPEN             | ''
            PENDING_NEW      | ''                                  | NONE                  | OPEN             | ''
            PENDING_CANCEL   | ''                                  | NONE                  | OPEN             | ''
            PARTIALLY_FILLED | ''                                  | NONE                  | PARTIALLY_FILLED | ''
            FILLED           | ''                                  | NONE                  | FILLED           | ''
            CANCELED         | ''                                  | NONE                  | CANCELLED        | ''
            REJECTED         | ''                                  | INSUFFICIENT_BALANCES | REJECTED         | INSUFFICIENT_BALANCES
            REJECTED         | REJECTED                            | NONE                  | REJECTED         | REJECTED
            EXPIRED          | ''                                  | NONE                  | EXPIRED          | ''
            EXPIRED          | NONE                                | NONE                  | EXPIRED          | ''
            EXPIRED          | UNFILLED_IOC_QUANTITY_EXPIRED       | NONE                  | EXPIRED          | UNFILLED_IOC_QUANTITY_EXPIRED
            EXPIRED          | UNFILLED_FOK_ORDER_EXPIRED          | NONE                  | EXPIRED          | UNFILLED_FOK_ORDER_EXPIRED
            EXPIRED          | INSUFFICIENT_LIQUIDITY              | NONE                  | EXPIRED          | INSUFFICIENT_LIQUIDITY
            EXPIRED          | EXECUTION_RULE_PRICE_RANGE_EXCEEDED | NONE                  | EXPIRED          | EXECUTION_RULE_PRICE_RANGE_EXCEEDED
            EXPIRED          | EXCHANGE_CANCELED                   | NONE                  | CANCELLED        | EXCHANGE_CANCELED
            EXPIRED_IN_MATCH | ''                                  | NONE                  | CANCELLED        | EXPIRED_IN_MATCH
            """)
    void aWordOfTheVenueIsOneOfOurs(
            String word, String expiryReason, String rejectReason, OrderStatus status, String reason) {
        assertEquals(status, StatusTable.status(word, expiryReason));
        assertEquals(reason, StatusTable.reason(word, expiryReason, rejectReason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "new", "CANCELLED", "DONE"})
    void anUnknownWordIsNeverGuessed(String word) {
        assertThrows(Drift.class, () -> StatusTable.status(word, ""));
    }
}
