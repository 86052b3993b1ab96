package io.tidegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.bench.Figure.Durability;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Figure RATE = new Figure("log", "accepted orders", Durability.DISK, "orders/s");

    @Test
    void theMedianIsAValueThatWasMeasured() {
        assertEquals(2, Figures.median(List.of(3.0, 1.0, 2.0)));
        assertEquals(2, Figures.median(List.of(4.0, 2.0, 3.0, 1.0)));
    }

    @Test
    void latenciesOfNothingAreNotReported() {
        var figures = new Figures();
        figures.addLatency("wire", "order to wire", Durability.NONE, new Histogram(3));
        assertThat(figures.all()).isEmpty();
    }

    @Test
    void machinesReadOneObjectWithEveryValue() {
        var figures = new Figures();
        List.of(30.0, 10.0, 20.0).forEach(value -> figures.add(RATE, value));
        var report = new Report("2 cores", List.of(new LogTrial()), figures.all(), List.of("idle: no"));
        var json = new JsonMapper().readTree(report.json());
        var figure = json.get("figures").get(0);
        assertEquals(20, figure.get("median").doubleValue());
        assertEquals(3, figure.get("values").size());
        assertEquals("disk", figure.get("durability").stringValue());
        assertEquals("idle: no", json.get("failures").get(0).stringValue());
        assertThat(json.get("methods").get("log").stringValue()).contains("window");
    }

    @Test
    void peopleReadMedianLeastAndMost() {
        var figures = new Figures();
        List.of(30_000.0, 10_000.0, 20_000.0).forEach(value -> figures.add(RATE, value));
        assertThat(new Report("2 cores", List.of(), figures.all(), List.of()).words())
                .containsPattern("accepted orders +disk +20,000 +10,000 +30,000 +orders/s");
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"123456.7, '123,457'", "99.94, 99.9", "9.994, 9.99", "0, 0.00"})
    void numbersHaveThreeDigitsThatCount(double value, String words) {
        assertEquals(words, Report.number(value));
    }
}
