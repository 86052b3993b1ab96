package io.tidegate.model.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueTermsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0", "1000, 9223372036854775807, 9223372036854775807, 9223372036854775807"})
    void theEndsOfTheRangesAreTaken(int feeReserveBps, long sendWithinNs, long requestExpiryNs, long visibilityNs) {
        var terms = new VenueTerms(feeReserveBps, sendWithinNs, requestExpiryNs, visibilityNs);
        assertEquals(feeReserveBps, terms.feeReserveBps());
        assertEquals(sendWithinNs, terms.sendWithinNs());
        assertEquals(requestExpiryNs, terms.requestExpiryNs());
        assertEquals(visibilityNs, terms.visibilityNs());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0, 0", "1001, 1, 0, 0", "0, 0, 0, 0", "0, -1, 0, 0", "0, 1, -1, 0", "0, 1, 0, -1"})
    void whatIsBeyondIsRefused(int feeReserveBps, long sendWithinNs, long requestExpiryNs, long visibilityNs) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new VenueTerms(feeReserveBps, sendWithinNs, requestExpiryNs, visibilityNs));
    }

    @Test
    void aVenueAccountBearsTheNameThatPeopleUse() {
        var terms = new VenueTerms(10, 1, 0, 0);
        assertEquals("binance:main", new VenueAccount(1, "desk-7", "binance", "main", terms).name());
    }
}
