package io.tidegate.wire;

import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.risk.LossStep;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.wire.sbe.BalanceCauseCode;
import io.tidegate.wire.sbe.CashFlowCode;
import io.tidegate.wire.sbe.LedgerAccountCode;
import io.tidegate.wire.sbe.LiquidityCode;
import io.tidegate.wire.sbe.LossStepCode;
import io.tidegate.wire.sbe.PositionCauseCode;

/// The words about money as codes on the wire, and back; see [Codes].
final class MoneyCodes {
    private static final BalanceCause[] BALANCE_CAUSES =
            Codes.table(BalanceCause.values(), value -> of(value).value());
    private static final CashFlow[] CASH_FLOWS =
            Codes.table(CashFlow.values(), value -> of(value).value());
    private static final LedgerAccount[] LEDGER_ACCOUNTS =
            Codes.table(LedgerAccount.values(), value -> of(value).value());
    private static final PositionCause[] POSITION_CAUSES =
            Codes.table(PositionCause.values(), value -> of(value).value());
    private static final Liquidity[] LIQUIDITIES =
            Codes.table(Liquidity.values(), value -> of(value).value());
    private static final LossStep[] LOSS_STEPS =
            Codes.table(LossStep.values(), value -> of(value).value());

    private MoneyCodes() {}

    static BalanceCauseCode of(BalanceCause value) {
        return switch (value) {
            case OPENING -> BalanceCauseCode.OPENING;
            case FILL -> BalanceCauseCode.FILL;
            case FEE -> BalanceCauseCode.FEE;
            case RESERVATION -> BalanceCauseCode.RESERVATION;
            case ADJUSTMENT -> BalanceCauseCode.ADJUSTMENT;
            case STANDS -> BalanceCauseCode.STANDS;
            case CORRECTION -> BalanceCauseCode.CORRECTION;
            case CASH_FLOW -> BalanceCauseCode.CASH_FLOW;
        };
    }

    static BalanceCause balanceCause(int code) throws WireException {
        return Codes.one(BALANCE_CAUSES, code, "balance cause");
    }

    static CashFlowCode of(CashFlow value) {
        return switch (value) {
            case TRANSFER -> CashFlowCode.TRANSFER;
            case FUNDING -> CashFlowCode.FUNDING;
            case INTEREST -> CashFlowCode.INTEREST;
            case GAS -> CashFlowCode.GAS;
        };
    }

    static CashFlow cashFlow(int code) throws WireException {
        return Codes.one(CASH_FLOWS, code, "cash flow");
    }

    static LedgerAccountCode of(LedgerAccount value) {
        return switch (value) {
            case VENUE -> LedgerAccountCode.VENUE;
            case EXTERNAL -> LedgerAccountCode.EXTERNAL;
            case TRADING -> LedgerAccountCode.TRADING;
            case FEES -> LedgerAccountCode.FEES;
            case VENUE_ROUNDING -> LedgerAccountCode.VENUE_ROUNDING;
            case UNEXPLAINED -> LedgerAccountCode.UNEXPLAINED;
            case FUNDING -> LedgerAccountCode.FUNDING;
            case INTEREST -> LedgerAccountCode.INTEREST;
            case GAS -> LedgerAccountCode.GAS;
        };
    }

    static LedgerAccount ledgerAccount(int code) throws WireException {
        return Codes.one(LEDGER_ACCOUNTS, code, "ledger account");
    }

    static PositionCauseCode of(PositionCause value) {
        return switch (value) {
            case OPEN -> PositionCauseCode.OPEN;
            case INCREASE -> PositionCauseCode.INCREASE;
            case DECREASE -> PositionCauseCode.DECREASE;
            case CLOSE -> PositionCauseCode.CLOSE;
            case RECONCILE -> PositionCauseCode.RECONCILE;
            case CORRECTION -> PositionCauseCode.CORRECTION;
            case STANDS -> PositionCauseCode.STANDS;
        };
    }

    static PositionCause positionCause(int code) throws WireException {
        return Codes.one(POSITION_CAUSES, code, "position cause");
    }

    static LiquidityCode of(Liquidity value) {
        return switch (value) {
            case UNKNOWN -> LiquidityCode.UNKNOWN;
            case MAKER -> LiquidityCode.MAKER;
            case TAKER -> LiquidityCode.TAKER;
        };
    }

    static Liquidity liquidity(int code) throws WireException {
        return Codes.one(LIQUIDITIES, code, "liquidity");
    }

    static LossStepCode of(LossStep value) {
        return switch (value) {
            case NONE -> LossStepCode.NONE;
            case SHRINK -> LossStepCode.SHRINK;
            case NO_NEW -> LossStepCode.NO_NEW;
            case FLATTEN -> LossStepCode.FLATTEN;
            case STOP -> LossStepCode.STOP;
        };
    }

    static LossStep lossStep(int code) throws WireException {
        return Codes.one(LOSS_STEPS, code, "loss step");
    }
}
