package io.tidegate.model.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOrderIdTest {
    @Test
    void theChildIsReadBackFromItsId() {
        Laws.forAll(1_000, seed -> {
            int incarnation = seed.intBetween(1, Integer.MAX_VALUE);
            long childId = seed.longBetween(1, Long.MAX_VALUE);
            var id = ClientOrderId.of(incarnation, childId);
            assertEquals(OptionalLong.of(childId), ClientOrderId.child(id));
            assertTrue(id.matches("tg[a-z0-9]{1,6}-[a-z0-9]{1,13}"), id);
        });
    }

    @Test
    void anIdHasAtMost22Characters() {
        assertEquals("tgzik0zj-1y2p0ij32e8e7", ClientOrderId.of(Integer.MAX_VALUE, Long.MAX_VALUE));
        assertEquals(22, ClientOrderId.of(Integer.MAX_VALUE, Long.MAX_VALUE).length());
        assertEquals("tg1-1", ClientOrderId.of(1, 1));
    }

    @Test
    void twoChildrenOrTwoLivesNeverShareAnId() {
        Laws.forAll(1_000, seed -> {
            int incarnation = seed.intBetween(1, 10);
            int otherIncarnation = seed.intBetween(1, 10);
            long child = seed.longBetween(1, 50);
            long otherChild = seed.longBetween(1, 50);
            assertEquals(
                    incarnation == otherIncarnation && child == otherChild,
                    ClientOrderId.of(incarnation, child).equals(ClientOrderId.of(otherIncarnation, otherChild)));
        });
    }

    @Test
    void aVenueMayChangeTheCase() {
        Laws.forAll(seed -> {
            long childId = seed.longBetween(1, Long.MAX_VALUE);
            var id = ClientOrderId.of(seed.intBetween(1, Integer.MAX_VALUE), childId);
            assertEquals(OptionalLong.of(childId), ClientOrderId.child(id.toUpperCase(Locale.ROOT)));
        });
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "-",
                "tg",
                "tg-",
                "tg-1",
                "tg1-",
                "tg1",
                "tg11",
                "tg0-1",
                "tg1-0",
                "tg-1-1",
                "tg1--1",
                "tg+1-1",
                "tg1-+1",
                "tg01-1",
                "tg1-01",
                "tg1-1-1",
                "tg1-1 ",
                " tg1-1",
                "tg1 -1",
                "tgzik0zk-1",
                "tg1-1y2p0ij32e8e8",
                "tg1-zzzzzzzzzzzzzzzzzzzzzz",
                "hg1-1",
                "web_1a2b",
                "x-HNA2TXFJ1-1",
                "tg١-1",
                "tg1-１",
                "tg1-_",
                "tg1-é",
                "tg1-\u212A",
                "ıtg1-1"
            })
    void aForeignIdIsNotOurs(String id) {
        assertEquals(OptionalLong.empty(), ClientOrderId.child(id));
    }

    @Test
    void anyTextIsOursOnlyIfItIsJustWhatWeWouldHaveMade() {
        Laws.forAll(2_000, seed -> {
            var text = seed.chance(50) ? seed.text(30) : "tg" + seed.text(10) + "-" + seed.text(10);
            var child = ClientOrderId.child(text);
            if (child.isPresent()) {
                int dash = text.indexOf('-');
                int incarnation = Integer.parseInt(text.substring(2, dash), 36);
                assertEquals(text.toLowerCase(Locale.ROOT), ClientOrderId.of(incarnation, child.getAsLong()));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -1", "-2147483648, -9223372036854775808"})
    void numbersThatMakeNoIdAreRefused(int incarnation, long childId) {
        assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(incarnation, childId));
    }
}
