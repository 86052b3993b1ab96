package io.tidegate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.risk.LossStep;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.model.venue.VenueFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodesTest {
    /// Append only: a code that is here never changes its meaning.
    private static final String GOLDEN = """
            AssetClass: SPOT 1, FX 2, EQUITY 3, FUTURE 4, OPTION 5, TOKEN 6, POOL 7
            BalanceCause: OPENING 1, FILL 2, FEE 3, RESERVATION 4, ADJUSTMENT 5, STANDS 6, CORRECTION 7, \
            CASH_FLOW 8
            CashFlow: TRANSFER 1, FUNDING 2, INTEREST 3, GAS 4
            Duplicates: OFF 1, WARN 2, REFUSE 3
            EndKind: FILLED 1, CANCELLED 2, EXPIRED 3, REJECTED 4
            Evidence: NONE 1, NEVER_HANDED_OUT 2, NOT_SENT 3, VENUE_ANSWER 4, VENUE_STREAM 5, VENUE_LOOKUP 6, \
            PROVEN_ABSENT 7, PRESUMED_ABSENT 8, OPERATOR 9
            Flag: LATE_FILL 1, OVER_FILL 2, FILLS_MISSING 3, BEFORE_HAND_OUT 4, LIKELY_DUPLICATE 5, IN_DOUBT 6, \
            SELF_TRADE_ACROSS_VENUES 7, REDUCED_BEYOND 8, GROUP_OVER_FILL 9, FILL_CORRECTED 10, FILL_BUSTED 11
            GroupRole: NONE 1, OCO 2, OTO_FIRST 3, OTO_THEN 4, BRACKET_ENTRY 5, BRACKET_EXIT 6
            KillScope: ALL 1, ACCOUNT 2, VENUE_ACCOUNT 3, STRATEGY 4, INSTRUMENT 5
            LedgerAccount: VENUE 1, EXTERNAL 2, TRADING 3, FEES 4, VENUE_ROUNDING 5, UNEXPLAINED 6, \
            FUNDING 7, INTEREST 8, GAS 9
            Liquidity: UNKNOWN 1, MAKER 2, TAKER 3
            LossStep: NONE 1, SHRINK 2, NO_NEW 3, FLATTEN 4, STOP 5
            OrderStatus: PENDING 1, SUBMITTED 2, OPEN 3, PARTIALLY_FILLED 4, PENDING_CANCEL 5, PENDING_REPLACE 6, \
            FILLED 7, CANCELLED 8, REJECTED 9, EXPIRED 10
            OrderType: MARKET 1, LIMIT 2, STOP_LIMIT 3, STOP_MARKET 4, TRAILING_STOP 5, FLASH_LOAN_ARBITRAGE 6, \
            ATOMIC_SWAP 7
            PositionCause: OPEN 1, INCREASE 2, DECREASE 3, CLOSE 4, RECONCILE 5, CORRECTION 6, STANDS 7
            RefusalCode: BAD_FIELD 1, BEYOND_RANGE 2, UNKNOWN 3, NOT_SUPPORTED 4, KEY_REUSED 5, DUPLICATE_ORDER 6, \
            TOO_MANY_OPEN_ORDERS 7, TOO_MANY_ORDERS_PER_SECOND 8, VALUE_TOO_LARGE 9, OUTSIDE_COLLAR 10, \
            NO_REFERENCE 11, OFF_GRID 12, TOO_SMALL 13, TOO_LARGE 14, INSUFFICIENT_FUNDS 15, VENUE_CLOSED 16, \
            NO_VENUE 17, KILL_SWITCH 18, ALREADY_ENDED 19, OVER_PARENT 20, STALE_PROPOSAL 21, DEADLINE_PASSED 22, \
            NOT_LEASED 23, OUT_OF_SEQUENCE 24, BUSY 25, STORAGE_LOW 26, SKIPPED 27, \
            SELF_TRADE 28, REDUCE_ONLY 29, BAD_GROUP 30, POSITION_LIMIT 31, LOSS_LIMIT 32, \
            ORDER_TOO_LARGE 33
            SelfTrade: REFUSE_NEWER 1, CANCEL_OLDER 2, CANCEL_BOTH 3
            Side: BUY 1, SELL 2
            TimeInForce: GTC 1, IOC 2, FOK 3, GTD 4, DAY 5
            Trigger: LAST 1, BID_ASK 2, MARK 3
            Urgency: NORMAL 1, FAST 2, IMMEDIATE 3
            VenueFeature: STOP_LIMIT 1, STOP_MARKET 2, TRAILING_STOP 3, ICEBERG 4, GTD 5, REDUCE_ONLY 6, AMEND 7, \
            SELF_TRADE 8
            """;

    @Test
    void everyWordHasTheCodeThatItAlwaysHad() {
        assertEquals(GOLDEN, String.join("\n", table()) + "\n");
    }

    @Test
    void everyEnumThatAMessageCarriesIsInTheTable() {
        var carried = new TreeSet<String>();
        Kinds.COMMANDS.forEach(kind -> Kinds.enumsOf(kind).forEach(word -> carried.add(word.getSimpleName())));
        Kinds.EVENTS.forEach(kind -> Kinds.enumsOf(kind).forEach(word -> carried.add(word.getSimpleName())));
        var listed = table().stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(carried, listed);
    }

    @Test
    void everyCodeIsReadBackAsItsWord() throws WireException {
        for (var word : AssetClass.values()) {
            assertEquals(word, Codes.assetClass(Codes.of(word).value()));
        }
        for (var word : OrderStatus.values()) {
            assertEquals(word, Codes.orderStatus(Codes.of(word).value()));
        }
        for (var word : RefusalCode.values()) {
            assertEquals(word, Codes.refusalCode(Codes.of(word).value()));
        }
        for (var word : EndKind.values()) {
            assertEquals(
                    Optional.of(word),
                    Codes.optionalEndKind(Codes.of(Optional.of(word)).value()));
        }
        assertEquals(
                Optional.empty(),
                Codes.optionalEndKind(Codes.of(Optional.<EndKind>empty()).value()));
        assertEquals(true, Codes.yes("open", Codes.of(true).value()));
        assertEquals(false, Codes.yes("open", Codes.of(false).value()));
    }

    @Test
    void whatIsNoCodeIsRefusedByName() {
        for (int code : new int[] {0, 3, 127, 255}) {
            var problem = assertThrows(WireException.class, () -> Codes.side(code));
            assertEquals("side: code " + code + ", expected 1 to 2", problem.getMessage());
            assertThrows(WireException.class, () -> Codes.yes("open", code));
        }
    }

    private static List<String> table() {
        return List.of(
                line(
                        AssetClass.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        BalanceCause.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        CashFlow.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        Limits.Duplicates.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        EndKind.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        Evidence.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        Flag.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        GroupRole.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        KillScope.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        LedgerAccount.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        Liquidity.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        LossStep.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        OrderStatus.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        OrderType.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        PositionCause.values(),
                        word -> MoneyCodes.of(word).name(),
                        word -> MoneyCodes.of(word).value()),
                line(
                        RefusalCode.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        SelfTrade.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        Side.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        TimeInForce.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        Trigger.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(
                        Urgency.values(),
                        word -> Codes.of(word).name(),
                        word -> Codes.of(word).value()),
                line(VenueFeature.values(), VenueFeature::name, Codes::of));
    }

    /// Also checks that word and code bear the same name.
    private static <E extends Enum<E>> String line(E[] words, Function<E, String> name, ToIntFunction<E> code) {
        return words[0].getDeclaringClass().getSimpleName() + ": "
                + Arrays.stream(words)
                        .map(word -> {
                            assertEquals(word.name(), name.apply(word));
                            return word + " " + code.applyAsInt(word);
                        })
                        .collect(Collectors.joining(", "));
    }
}
