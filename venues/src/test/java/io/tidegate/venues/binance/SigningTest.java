package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.venues.binance.Request.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors 1 to 7 of binance.md section 2.1, with the venue's published sample keys; for RSA, where it
/// has none, a key made here and the JDK's check of what it signs.
final class SigningTest {
    /// The venue's published sample key, PKCS#8 in base64.
    static final String ED25519 = "MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u";

    private static final String REST_PAYLOAD =
            "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";

    private final Signer signer = Signer.hmac(Conversation.KEY, Conversation.SECRET);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            LTCBTC                                                 | c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71
            １２３４５６                                           | e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3
            """)
    void aRestRequestIsSignedAsItIsSentPercentEncoded(String symbol, String signature) {
        Request request = Request.of(
                Operation.PLACE,
                Parameter.text("symbol", symbol),
                Parameter.text("side", "BUY"),
                Parameter.text("type", "LIMIT"),
                Parameter.text("timeInForce", "GTC"),
                Parameter.text("quantity", "1"),
                Parameter.text("price", "0.1"),
                Parameter.number("recvWindow", 5000));
        var http = request.http(signer, 1499827319559L);
        assertTrue(http.query().endsWith("&timestamp=1499827319559&signature=" + signature), http.query());
        assertEquals(Conversation.KEY, http.header("X-MBX-APIKEY").orElseThrow());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            SELL | BTCUSDT      | 52000.00   | 0.01000000 | 100  | aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24
            BUY  | １２３４５６ | 0.10000000 | 1.00000000 | 5000 | b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd
            """)
    void aFrameIsSignedOverItsSortedRawParameters(
            String side, String symbol, String price, String quantity, long window, String signature) {
        Request request = Request.of(
                Operation.PLACE,
                Parameter.text("symbol", symbol),
                Parameter.text("side", side),
                Parameter.text("type", "LIMIT"),
                Parameter.text("timeInForce", "GTC"),
                Parameter.text("quantity", quantity),
                Parameter.text("price", price),
                Parameter.number("recvWindow", window));
        String frame = request.frame("1", signer, 1645423376532L, false);
        assertTrue(frame.endsWith("\"signature\":\"" + signature + "\"}}"), frame);
        String payload = "apiKey=%s&price=%s&quantity=%s&recvWindow=%d&side=%s&symbol=%s"
                .formatted(Conversation.KEY, price, quantity, window, side, symbol);
        payload += "&timeInForce=GTC&timestamp=1645423376532&type=LIMIT";
        assertEquals(signature, signer.sign(payload));
    }

    @Test
    void theSubscriptionIsSignedOverKeyAndTimeAlone() {
        String frame = Requests.subscribe(false).frame("1", signer, 1649729878532L, false);
        assertTrue(
                frame.contains("\"signature\":\"1cf54395b336b0a9727ef27d5d98987962bc47aca6e13fe978612d0adee066ed\""),
                frame);
    }

    static List<String> formsOfAKey() {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + ED25519 + "\n-----END PRIVATE KEY-----\n";
        return List.of(ED25519, pem, pem.replace("\n", "\r\n"), pem.replace("\n", "\\n"));
    }

    @ParameterizedTest
    @MethodSource("formsOfAKey")
    void anEd25519KeySignsInWhateverFormItIsGiven(String secret) {
        Signer ours = Signer.of(Conversation.KEY, secret);
        assertTrue(ours.logsOn());
        assertEquals(
                "PdyZthZkWH6iRM43rd8+UBP8CPxkW5TJq6Wxsjy8vl5St2O54RDvgGcqRWskW7xWLdftHLxCKA0PDzjLt26eDg==",
                ours.sign("apiKey=" + Conversation.KEY + "&timestamp=1649729878532"));
        assertEquals(
                "WfzGnDebxAC6/SQQ8IgxO2A8zV0I3v3OTWs0IkFAqkrVzaUtwtzJI7VQf3QCKbPbYawE7LohsWhJm55b7ZPBAQ==",
                ours.sign(REST_PAYLOAD));
        assertFalse(ours.toString().contains(ED25519.substring(20)));
    }

    @Test
    void aSignatureInBase64IsPercentEncodedInAQueryAndPlainInAFrame() {
        Signer ours = Signer.of(Conversation.KEY, ED25519);
        String query = Requests.balances().http(ours, 1499827319559L).query();
        String signature = ours.sign(query.substring(0, query.indexOf("&signature=")));
        assertTrue(signature.matches(".*[+/=].*"), signature);
        assertTrue(query.endsWith("&signature=" + URLEncoder.encode(signature, StandardCharsets.UTF_8)), query);
        assertTrue(Requests.logOn().frame("1", ours, 1649729878532L, false).contains("\"signature\":\""));
    }

    @Test
    void anRsaKeySignsWithPkcs1AndSha256AndDoesNotLogOn() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair pair = generator.generateKeyPair();
        String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        Signer ours = Signer.of(Conversation.KEY, secret);
        assertFalse(ours.logsOn());
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(pair.getPublic());
        check.update(REST_PAYLOAD.getBytes(StandardCharsets.UTF_8));
        assertTrue(check.verify(Base64.getDecoder().decode(ours.sign(REST_PAYLOAD))));
    }

    @Test
    void anyOtherTextIsAnHmacSecret() {
        assertEquals(
                signer.sign(REST_PAYLOAD),
                Signer.of(Conversation.KEY, Conversation.SECRET).sign(REST_PAYLOAD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -----BEGIN RSA PRIVATE KEY-----\\nMIIEow==\\n-----END RSA PRIVATE KEY-----       | must be PKCS#8
            -----BEGIN ENCRYPTED PRIVATE KEY-----\\nMIIE\\n-----END ENCRYPTED PRIVATE KEY----- | without a passphrase
            -----BEGIN PRIVATE KEY-----\\n!!!\\n-----END PRIVATE KEY-----                     | not base64
            -----BEGIN PRIVATE KEY-----\\nTUVI\\n-----END PRIVATE KEY-----                    | neither Ed25519 nor RSA
            """)
    void aKeyThatCannotBeReadIsRefusedWithoutShowingIt(String secret, String words) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Signer.of(Conversation.KEY, secret));
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::getMessage);
        assertFalse(String.valueOf(refused.getMessage()).contains("MII"));
    }

    @Test
    void reservedCharactersAreEncodedAsUrisAreAndNotAsFormsAre() {
        var http = Request.of(Operation.BOOK_TICKER, Parameter.text("symbol", "a b*c~d+e&f=g%h"))
                .http(signer, 0);
        assertEquals("symbol=a%20b%2Ac~d%2Be%26f%3Dg%25h", http.query());
    }

    @Test
    void noSecretIsPrintedOrAcceptedEmpty() {
        List<String> shown = new ArrayList<>();
        shown.add(signer.toString());
        shown.add(BinanceSettings.of(Conversation.SITE, signer, List.of()).toString());
        assertFalse(shown.toString().contains(Conversation.SECRET));
        assertFalse(shown.toString().contains(Conversation.KEY));
        assertThrows(IllegalArgumentException.class, () -> Signer.hmac("", "secret"));
        assertThrows(IllegalArgumentException.class, () -> Signer.hmac("key", ""));
    }
}
