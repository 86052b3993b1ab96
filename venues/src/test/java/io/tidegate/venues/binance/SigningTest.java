package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.venues.binance.Request.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The HMAC vectors 1 to 5 of binance.md section 2.1, with the venue's published sample key.
final class SigningTest {
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
        String frame = request.frame("1", signer, 1645423376532L);
        assertTrue(frame.endsWith("\"signature\":\"" + signature + "\"}}"), frame);
        String payload = "apiKey=%s&price=%s&quantity=%s&recvWindow=%d&side=%s&symbol=%s"
                .formatted(Conversation.KEY, price, quantity, window, side, symbol);
        payload += "&timeInForce=GTC&timestamp=1645423376532&type=LIMIT";
        assertEquals(signature, signer.sign(payload));
    }

    @Test
    void theSubscriptionIsSignedOverKeyAndTimeAlone() {
        String frame = new Requests(Symbols.of(List.of())).subscribe().frame("1", signer, 1649729878532L);
        assertTrue(
                frame.contains("\"signature\":\"1cf54395b336b0a9727ef27d5d98987962bc47aca6e13fe978612d0adee066ed\""),
                frame);
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
