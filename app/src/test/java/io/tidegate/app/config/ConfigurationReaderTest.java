package io.tidegate.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final String GOOD = """
            [api]
            port = 0
            [[api.keys]]
            name = "desk"
            account = "main"
            role = "trader"
            sha256 = "%s"
            [[instruments]]
            symbol = "BTC/USDT"
            base = "BTC"
            quote = "USDT"
            price-scale = 2
            quantity-scale = 5
            [[venues]]
            venue = "binance"
            account = "main"
            realm = "sandbox"
            key = "${KEY}"
            secret = "${SECRET}"
            [[venues.instruments]]
            symbol = "BTC/USDT"
            tick = "0.01"
            lot = "0.00001"
            quantity-min = "0.00001"
            quantity-max = "9000"
            """.formatted("ab".repeat(32));
    private static final Map<String, String> ENVIRONMENT = Map.of("KEY", "my-key", "SECRET", "my-secret");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aGoodOneIsReadAndNeverShowsItsSecret() {
        var read = ConfigurationReader.read(GOOD, false, folder, ENVIRONMENT);
        assertThat(read).isInstanceOf(ConfigurationReader.Result.Good.class);
        var configuration = ((ConfigurationReader.Result.Good) read).configuration();
        VenueSettings venue = configuration.venues().getFirst();
        assertThat(venue.secret().reveal()).isEqualTo("my-secret");
        assertThat(configuration.toString()).doesNotContain("my-secret");
        assertThat(configuration.http().api().answerTimeoutMs()).isEqualTo(5_000);
        assertThat(venue.grids().getFirst().at(2, 5).tick()).isEqualTo(1);
    }

    @Test
    void theExamplePassesItsOwnCheck() {
        assertThat(ConfigurationReader.read(ConfigurationExample.toml(), false, folder, Map.of()))
                .isInstanceOf(ConfigurationReader.Result.Good.class);
    }

    @Test
    void yamlSaysTheSame() {
        String yaml = """
                api:
                  port: 99999
                venues:
                  - venue: binance
                    colour: red
                """;
        assertThat(problems(yaml, true).stream().map(problem -> problem.line() + " " + problem.key()))
                .contains("2 api.port", "5 venues[0].colour", "4 venues[0].account");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}, expected {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    port = 99999            | port = 0              | 2:api.port                      | 0 to 65535
                    port = "x"              | port = 0              | 2:api.port                      | a whole number
                    port = 1.5              | port = 0              | 2:api.port                      | 0 to 65535
                    port = true             | port = 0              | 2:api.port                      | 0 to 65535
                    prot = 1                | port = 0              | 2:api.prot                      | no such key
                    role = "king"           | role = "trader"       | 6:api.keys[0].role              | viewer
                    account = "a b"         | account = "main"      | 5:api.keys[0].account           | letters
                    price-scale = 14        | price-scale = 2       | 13:instruments[0].quantity-scale| at most 4
                    realm = "own-host"      | realm = "sandbox"     | 14:venues[0].rest               | own-host needs
                    rest = "https://api.binance.com" | realm = "sandbox" | 17:venues[0].rest          | testnet
                    secret = "plain"        | secret = "${SECRET}"  | 19:venues[0].secret             | never written here
                    secret = "${NOT_SET}"   | secret = "${SECRET}"  | 19:venues[0].secret             | NOT_SET to be set
                    credentials-file = "no" | secret = "${SECRET}"  | 19:venues[0].credentials-file   | can be read
                    tick = "0.001"          | tick = "0.01"         | 20:venues[0].instruments[0]     | decimals
                    tick = "1e5"            | tick = "0.01"         | 22:venues[0].instruments[0].tick | plain decimal
                    """)
    void whatIsWrongIsToldWithItsLine(String line, String insteadOf, String where, String expected) {
        String text = GOOD.replace(insteadOf, line);
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(problems(text, false)).anySatisfy(problem -> {
            assertThat(problem.line() + ":" + problem.key()).isEqualTo(where.strip());
            assertThat(problem.expected()).contains(expected.strip());
            assertThat(problem.value()).doesNotContain("plain");
        });
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfLines() {
        String text = GOOD.replace("port = 0", "port = -1")
                .replace("role = \"trader\"", "role = 7")
                .replace("price-scale = 2", "")
                .replace("quantity-max = \"9000\"", "quantity-max = \"0\"\nmood = \"bad\"");
        List<ConfigProblem> problems = problems(text, false);
        assertThat(problems.stream().map(ConfigProblem::key))
                .contains(
                        "api.port",
                        "api.keys[0].role",
                        "instruments[0].price-scale",
                        "venues[0].instruments[0]",
                        "venues[0].instruments[0].mood");
        assertThat(problems.stream().map(ConfigProblem::line)).isSorted();
    }

    @Test
    void whatIsNoTomlIsToldWithItsLine() {
        assertThat(problems("[api]\nport = = 1\n", false)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.expected()).startsWith("TOML");
        });
        assertThat(problems("[api]\nport = 1\nport = 2\n", false)).hasSize(1);
    }

    @Test
    void aSandboxCannotReachProductionNorTheOtherWayRound() {
        for (String[] pair : new String[][] {
            {"sandbox", "https://api.binance.com"},
            {"production", "https://testnet.binance.vision"},
            {"sandbox", "http://127.0.0.1:1"},
            {"production", "http://127.0.0.1:1"},
            {"own-host", "https://api.binance.com"}
        }) {
            String text = GOOD.replace(
                    "realm = \"sandbox\"",
                    "realm = \"" + pair[0] + "\"\nrest = \"" + pair[1] + "\"\nwebsocket = \"ws://127.0.0.1:1\"");
            assertThat(problems(text, false)).as(pair[0] + " " + pair[1]).isNotEmpty();
        }
    }

    @Test
    void aPrivateKeyThatCannotBeReadIsToldWithoutShowingIt() {
        var environment =
                Map.of("KEY", "my-key", "SECRET", "-----BEGIN PRIVATE KEY-----\\nTUVI\\n-----END PRIVATE KEY-----");
        var read = ConfigurationReader.read(GOOD, false, folder, environment);
        assertThat(read).isInstanceOfSatisfying(ConfigurationReader.Result.Bad.class, bad -> {
            ConfigProblem problem = bad.problems().getFirst();
            assertThat(problem.key()).isEqualTo("venues[0].secret");
            assertThat(problem.toString()).contains("neither Ed25519 nor RSA").doesNotContain("TUVI");
        });
    }

    @Test
    void credentialsComeFromAFileToo() throws IOException {
        Files.writeString(folder.resolve("binance.key"), "key=abc\nsecret = def\n");
        String text = GOOD.replace("key = \"${KEY}\"", "")
                .replace("secret = \"${SECRET}\"", "credentials-file = \"binance.key\"");
        var read = ConfigurationReader.read(text, false, folder, Map.of());
        assertThat(read).isInstanceOfSatisfying(ConfigurationReader.Result.Good.class, good -> {
            assertThat(good.configuration().venues().getFirst().apiKey()).isEqualTo("abc");
            assertThat(good.configuration().venues().getFirst().secret().reveal())
                    .isEqualTo("def");
        });
    }

    @Test
    void theDocumentationNamesEveryKeyWithItsDefaultAndItsRange() throws IOException {
        Path document = Path.of(System.getProperty("tidegate.root", "..")).resolve("docs/configuration.md");
        var rows = new ArrayList<String>();
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("| `")) {
                rows.add(line);
            }
        }
        assertThat(rows)
                .containsExactlyElementsOf(
                        Keys.ALL.stream().map(ConfigurationReaderTest::row).toList());
    }

    static String row(Key key) {
        return "| `" + key.path() + "` | " + key.usualWords() + " | " + key.range() + " | " + key.words() + " |";
    }

    private List<ConfigProblem> problems(String text, boolean isYaml) {
        var read = ConfigurationReader.read(text, isYaml, folder, ENVIRONMENT);
        assertThat(read).isInstanceOf(ConfigurationReader.Result.Bad.class);
        return ((ConfigurationReader.Result.Bad) read).problems();
    }
}
