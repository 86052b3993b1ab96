package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every accounting case with numbers worked by hand: 100 BTC, 1,000,000 USDT and 5 BNB to begin with.
class AccountingTest {
    private static final int BNB = 3;

    private final Scene scene = new Scene();
    private final Map<String, Side> sides = new HashMap<>();

    @ParameterizedTest(name = "{0}: {1} gives {2} costing {3}, realised {4}")
    @CsvSource(delimiter = '|', textBlock = """
        # case            | executions: side, quantity, price, what the venue says it was worth, fee                              | held | cost                   | realised               | BTC     | USDT        | BNB  | rounding
        open              | a BUY 2 100                                                                                           | 2    | 200                    | 0                      | 102     | 999800      | 5    | 0
        open short        | a SELL 2 100                                                                                          | -2   | -200                   | 0                      | 98      | 1000200     | 5    | 0
        add               | a BUY 2 100; b BUY 1 130                                                                              | 3    | 330                    | 0                      | 103     | 999670      | 5    | 0
        reduce            | a BUY 3 100; b SELL 1 130                                                                             | 2    | 200                    | 30                     | 102     | 999830      | 5    | 0
        reduce, remainder | a BUY 3 33.33 = 100; b SELL 1 40                                                                      | 2    | 66.666666666666666667  | 6.666666666666666667   | 102     | 999940      | 5    | 0.01
        close             | a BUY 2 100; b SELL 2 95                                                                              | 0    | 0                      | -10                    | 100     | 999990      | 5    | 0
        close, remainder  | a BUY 3 33.33 = 100; b SELL 1 40; c SELL 2 40                                                         | 0    | 0                      | 20                     | 100     | 1000020     | 5    | 0.01
        through zero      | a BUY 2 100; b SELL 5 110                                                                             | -3   | -330                   | 20                     | 97      | 1000350     | 5    | 0
        back through zero | a SELL 2 100; b BUY 5 90                                                                              | 3    | 270                    | 20                     | 103     | 999750      | 5    | 0
        fee in base       | a BUY 2 100 fee 0.002 BTC                                                                             | 2    | 200                    | 0                      | 101.998 | 999800      | 5    | 0
        fee in quote      | a BUY 2 100 fee 0.2 USDT                                                                              | 2    | 200                    | 0                      | 102     | 999799.8    | 5    | 0
        fee in a third    | a BUY 2 100 fee 0.01 BNB                                                                              | 2    | 200                    | 0                      | 102     | 999800      | 4.99 | 0
        rebate            | a BUY 2 100 fee -0.05 USDT                                                                            | 2    | 200                    | 0                      | 102     | 999800.05   | 5    | 0
        rounding bought   | a BUY 1.5 0.33 = 0.49                                                                                 | 1.5  | 0.49                   | 0                      | 101.5   | 999999.51   | 5    | -0.005
        rounding sold     | a SELL 1.5 0.33 = 0.49                                                                                | -1.5 | -0.49                  | 0                      | 98.5    | 1000000.49  | 5    | 0.005
        price corrected   | a BUY 2 100; b SELL 1 120; correct a 2 110                                                            | 1    | 110                    | 10                     | 101     | 999900      | 5    | 0
        size corrected    | a BUY 2 100; b SELL 1 120; correct a 1.5 100                                                          | 0.5  | 50                     | 20                     | 100.5   | 999970      | 5    | 0
        late commission   | a BUY 2 100; correct a 2 100 fee 0.2 USDT                                                             | 2    | 200                    | 0                      | 102     | 999799.8    | 5    | 0
        fee moved         | a BUY 2 100 fee 0.2 USDT; correct a 2 100 fee 0.01 BNB                                                | 2    | 200                    | 0                      | 102     | 999800      | 4.99 | 0
        rounding undone   | a BUY 1.5 0.33 = 0.49; correct a 1.5 0.34                                                             | 1.5  | 0.51                   | 0                      | 101.5   | 999999.49   | 5    | 0
        bust              | a BUY 2 100 fee 0.2 USDT; b BUY 2 110; c SELL 2 120; bust a                                           | 0    | 0                      | 20                     | 100     | 1000020     | 5    | 0
        bust of the first | a BUY 2 100; b SELL 1 120; bust a                                                                     | -1   | -120                   | 0                      | 99      | 1000120     | 5    | 0
        bust of all       | a BUY 2 100 fee 0.002 BTC; bust a                                                                     | 0    | 0                      | 0                      | 100     | 1000000     | 5    | 0
        bust, fee kept    | a BUY 2 100 fee 0.2 USDT; correct a 0 0 fee 0.2 USDT                                                  | 0    | 0                      | 0                      | 100     | 999999.8    | 5    | 0
        corrected twice   | a BUY 2 100; correct a 1 100; correct a 3 90                                                          | 3    | 270                    | 0                      | 103     | 999730      | 5    | 0
        bust taken back   | a BUY 2 100; b SELL 1 130; bust a; correct a 2 100                                                    | 1    | 100                    | 30                     | 101     | 999930      | 5    | 0
        """)
    void everyCaseIsBookedToTheLastUnit(
            String name,
            String executions,
            String held,
            String cost,
            String realised,
            String btc,
            String usdt,
            String bnb,
            String rounding) {
        scene.apply(new DefineAsset("BNB"));
        scene.apply(new ReportBalance(1, BNB, Amount.parse("5"), 0));
        for (String execution : executions.split("; ", -1)) {
            scene.nowNs++;
            scene.apply(command(List.of(execution.trim().split(" +", -1))));
            assertThat(scene.engine.imbalances()).isEmpty();
        }
        PositionChanged position = scene.position(1);
        assertThat(position.quantity()).isEqualTo(quantity(held));
        assertThat(position.cost()).isEqualTo(Amount.parse(cost));
        assertThat(position.realised()).isEqualTo(Amount.parse(realised));
        assertThat(scene.balance(1, Scene.BTC).total()).isEqualTo(Amount.parse(btc));
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse(usdt));
        assertThat(scene.balance(1, BNB).total()).isEqualTo(Amount.parse(bnb));
        assertThat(sum(LedgerAccount.VENUE_ROUNDING, Scene.USDT)).isEqualTo(Amount.parse(rounding));
    }

    private Amount sum(LedgerAccount account, int asset) {
        var lines = new ArrayList<Event>();
        scene.engine.snapshot(lines::add);
        return Scene.all(LedgerStands.class, lines).stream()
                .filter(line -> line.ledgerAccount() == account && line.venueAccount() == 1 && line.asset() == asset)
                .map(LedgerStands::sum)
                .reduce(Amount.ZERO, Amount::plus);
    }

    private Command command(List<String> words) {
        if (words.getFirst().equals("bust")) {
            return correction(words.get(1), "0", "0", Amount.ZERO, 0);
        }
        int fee = words.indexOf("fee");
        Amount paid = fee < 0 ? Amount.ZERO : Amount.parse(words.get(fee + 1));
        int feeAsset = fee < 0 ? 0 : 1 + List.of("BTC", "USDT", "BNB").indexOf(words.get(fee + 2));
        if (words.getFirst().equals("correct")) {
            return correction(words.get(1), words.get(2), words.get(3), paid, feeAsset);
        }
        sides.put(words.getFirst(), Side.valueOf(words.get(1)));
        int worth = words.indexOf("=");
        return new ReportFill(
                1,
                1,
                0,
                "v",
                words.getFirst(),
                Side.valueOf(words.get(1)),
                quantity(words.get(2)),
                Amount.parse(words.get(3)),
                worth < 0 ? product(words.get(2), words.get(3)) : Amount.parse(words.get(worth + 1)),
                paid,
                feeAsset,
                Liquidity.TAKER,
                scene.nowNs,
                Evidence.VENUE_STREAM);
    }

    private ReportFillCorrected correction(String trade, String quantity, String price, Amount fee, int feeAsset) {
        return new ReportFillCorrected(
                1,
                1,
                "v",
                trade,
                sides.getOrDefault(trade, Side.BUY),
                quantity(quantity),
                Amount.parse(price),
                product(quantity, price),
                fee,
                feeAsset,
                scene.nowNs,
                Evidence.VENUE_STREAM,
                "");
    }

    private static long quantity(String decimal) {
        return new BigDecimal(decimal).movePointRight(3).longValueExact();
    }

    private static Amount product(String quantity, String price) {
        return Amount.of(new BigDecimal(quantity).multiply(new BigDecimal(price)));
    }
}
