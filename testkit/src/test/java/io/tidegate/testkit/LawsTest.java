package io.tidegate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class LawsTest {
    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void forgetWhatTheCommandLineAskedFor() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("laws."));
    }

    @AfterEach
    void putBack() {
        System.setProperties(before);
    }

    @Test
    void aLawIsTriedOn200DifferentSeeds() {
        var seen = new HashSet<Long>();
        Laws.forAll(seed -> assertThat(seen.add(seed.value())).isTrue());
        assertThat(seen).hasSize(200);
    }

    @Test
    void aLawIsTriedAsOftenAsAskedButNotFewerThan100Times() {
        var tried = new AtomicInteger();
        Laws.forAll(100, _ -> tried.incrementAndGet());
        assertThat(tried).hasValue(100);
        assertThatThrownBy(() -> Laws.forAll(99, _ -> {})).hasMessage("a law is tried on at least 100 cases, not 99");
    }

    @Test
    void aFailureNamesTheSeedTheSizeAndHowToRunItAgain() {
        assertThatThrownBy(() -> Laws.forAll(seed -> assertThat(seed.value()).isNotEqualTo(17)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("law does not hold for seed 17 at size 1: ")
                .hasMessageContaining(
                        "./tidegate test -Dtest=LawsTest#aFailureNamesTheSeedTheSizeAndHowToRunItAgain -D")
                .hasMessageEndingWith("-Dlaws.seed=17 -Dlaws.size=1")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void aFailureIsReportedAtTheSmallestSizeThatShowsIt() {
        assertThatThrownBy(
                        () -> Laws.forAll(seed -> assertThat(seed.count(1_000)).isLessThan(40)))
                .hasMessageContaining(" at size 5: ");
    }

    @Test
    void aNamedSeedRunsAlone() {
        System.setProperty("laws.seed", "-48123");
        System.setProperty("laws.size", "7");
        var seen = new ArrayList<String>();
        Laws.forAll(seed -> seen.add(seed.toString()));
        assertThat(seen).containsExactly("seed -48123 at size 7");
    }

    @Test
    void aNamedSeedThatFailsIsReportedAsItIs() {
        System.setProperty("laws.seed", "9");
        assertThatThrownBy(() -> Laws.forAll(seed -> assertThat(seed.value()).isZero()))
                .hasMessageContaining("seed 9 at size 100");
    }

    @Test
    void theLastOfAllSeedsRunsTooAndWhatIsNoSeedIsRefused() {
        System.setProperty("laws.seed", Long.toString(Long.MAX_VALUE));
        assertThatThrownBy(() -> Laws.forAll(_ -> assertThat(1).isZero()))
                .hasMessageContaining("seed " + Long.MAX_VALUE);
        System.setProperty("laws.seed", "48,123");
        assertThatThrownBy(() -> Laws.forAll(_ -> {})).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void freshSeedsBeginWhereTheyAreAskedTo() {
        System.setProperty("laws.first", "5000");
        var seen = new ArrayList<Long>();
        Laws.forAll(100, seed -> seen.add(seed.value()));
        assertThat(seen).startsWith(5_000L, 5_001L).endsWith(5_099L);
    }

    @Test
    void anAssumptionThatDoesNotHoldIsAFailure() {
        assertThatThrownBy(() -> Laws.forAll(_ -> Assumptions.abort("never tried")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never tried");
    }
}
