package io.tidegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFramingTest {
    @ParameterizedTest(name = "from {0} an event of {1} bytes ends at {2}")
    @CsvSource({
        "0, 0, 32",
        "0, 1, 64",
        "0, 32, 64",
        "0, 33, 96",
        "65472, 32, 65536", // fills the term to its end
        "65472, 33, 65632", // does not fit: 64 bytes of padding, then the event
        "65536, 32, 65600",
        "1048512, 100, 1048736"
    })
    void anEventIsAlignedAndNeverCrossesATerm(long position, int lengthBytes, long end) {
        assertEquals(end, EventFraming.next(position, lengthBytes, 1 << 16));
    }
}
