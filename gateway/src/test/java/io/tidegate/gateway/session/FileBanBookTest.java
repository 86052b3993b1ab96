package io.tidegate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBanBookTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void bansAreRememberedByTheNextLife() {
        Path file = folder.resolve("bans");
        var book = new FileBanBook(file);
        assertThat(book.untilNs("binance")).isZero();
        book.ban("binance", 200);
        book.ban("kraken", 300);
        book.ban("binance", 100);
        var again = new FileBanBook(file);
        assertThat(again.untilNs("binance")).isEqualTo(200);
        assertThat(again.untilNs("kraken")).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance soon", "binance -1", "binance 1 2", "binance 99999999999999999999"})
    void aBanThatCannotBeReadIsNotIgnored(String line) throws IOException {
        Path file = folder.resolve("bans");
        Files.writeString(file, line + "\n");
        assertThatThrownBy(() -> new FileBanBook(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
