package io.tidegate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TidegateTest {
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final StringWriter complaints = new StringWriter();

    @Test
    void versionNamesOursAndJavas() {
        assertThat(run("--version")).isZero();
        assertThat(answered()).startsWith("tidegate ").contains("Java 25");
    }

    @Test
    void helpListsTheCommandsButNotTheHiddenOnes() {
        assertThat(run("--help")).isZero();
        assertThat(answered()).startsWith("Usage: tidegate").doesNotContain("warm-up");
    }

    @Test
    void whatIsNotUnderstoodIsTwoAndLeavesTheAnswerEmpty() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(answered()).isEmpty();
        assertThat(complaints.toString()).contains("frobnicate");
    }

    @Test
    void noCommandAtAllIsNotUnderstoodEither() {
        assertThat(run()).isEqualTo(2);
        assertThat(complaints.toString()).contains("Usage: tidegate");
    }

    @Test
    void warmUpEndsWell() {
        assertThat(run("warm-up")).isZero();
    }

    @Test
    void whatExistsIsNoLongerPromised() {
        assertThat(Commands.PROMISED).as("strike it from Commands.PROMISED").noneMatch(Commands.existing()::contains);
    }

    private int run(String... args) {
        return Tidegate.commandLine(new PrintStream(answers, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(complaints, true))
                .execute(args);
    }

    private String answered() {
        return answers.toString(StandardCharsets.UTF_8);
    }
}
