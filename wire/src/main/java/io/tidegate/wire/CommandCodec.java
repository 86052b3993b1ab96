package io.tidegate.wire;

import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.ReportAcknowledged;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportEnded;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.wire.sbe.ActivateRulesDecoder;
import io.tidegate.wire.sbe.AdjustPositionDecoder;
import io.tidegate.wire.sbe.AmendOrderDecoder;
import io.tidegate.wire.sbe.BeginImageDecoder;
import io.tidegate.wire.sbe.CancelOrderDecoder;
import io.tidegate.wire.sbe.ClaimVenueDecoder;
import io.tidegate.wire.sbe.CommandEnvelopeDecoder;
import io.tidegate.wire.sbe.CommandEnvelopeEncoder;
import io.tidegate.wire.sbe.DefineAssetDecoder;
import io.tidegate.wire.sbe.DefineInstrumentDecoder;
import io.tidegate.wire.sbe.DefineVenueAccountDecoder;
import io.tidegate.wire.sbe.HeartbeatDecoder;
import io.tidegate.wire.sbe.MessageHeaderDecoder;
import io.tidegate.wire.sbe.OpenSourceDecoder;
import io.tidegate.wire.sbe.PlaceOrderDecoder;
import io.tidegate.wire.sbe.ProposeChildrenDecoder;
import io.tidegate.wire.sbe.ReportAbsentDecoder;
import io.tidegate.wire.sbe.ReportAcknowledgedDecoder;
import io.tidegate.wire.sbe.ReportAmendRefusedDecoder;
import io.tidegate.wire.sbe.ReportAmendedDecoder;
import io.tidegate.wire.sbe.ReportBalanceDecoder;
import io.tidegate.wire.sbe.ReportCancelRefusedDecoder;
import io.tidegate.wire.sbe.ReportCashFlowDecoder;
import io.tidegate.wire.sbe.ReportEndedDecoder;
import io.tidegate.wire.sbe.ReportFillCorrectedDecoder;
import io.tidegate.wire.sbe.ReportFillDecoder;
import io.tidegate.wire.sbe.ReportNotSentDecoder;
import io.tidegate.wire.sbe.ReportParkedDecoder;
import io.tidegate.wire.sbe.ReportStorageDecoder;
import io.tidegate.wire.sbe.ReportUnknownDecoder;
import io.tidegate.wire.sbe.SetGateDecoder;
import io.tidegate.wire.sbe.SetGridDecoder;
import io.tidegate.wire.sbe.SetInstrumentLimitsDecoder;
import io.tidegate.wire.sbe.SetKillSwitchDecoder;
import io.tidegate.wire.sbe.SetLimitsDecoder;
import io.tidegate.wire.sbe.SetLossLimitsDecoder;
import io.tidegate.wire.sbe.SetMarkDecoder;
import io.tidegate.wire.sbe.StartIncarnationDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/// Commands as bytes, and back. Laid out by `tidegate.xml`; each family of commands has its own class. One thread.
public final class CommandCodec {
    /// No message is longer, in bytes; a buffer to encode into has room for as much.
    public static final int MAX_LENGTH = 8192;
    /// How much of a message [#source] and [#sequence] read, in bytes.
    public static final int ENVELOPE_LENGTH =
            MessageHeaderDecoder.ENCODED_LENGTH + CommandEnvelopeDecoder.ENCODED_LENGTH;

    private final CommandEnvelopeEncoder envelopeEncoder = new CommandEnvelopeEncoder();
    private final CommandEnvelopeDecoder envelopeDecoder = new CommandEnvelopeDecoder();
    private final MessageWriter writer = new MessageWriter();
    private final MessageReader reader = new MessageReader();
    private final LifeCommands life = new LifeCommands();
    private final DefinitionCommands definitions = new DefinitionCommands();
    private final OrderCommands orders = new OrderCommands();
    private final ReportCommands reports = new ReportCommands();
    private final MoneyCommands money = new MoneyCommands();
    private final RiskMessages risk = new RiskMessages();

    /// Writes a command at `offset`.
    ///
    /// @param source   the sender's number
    /// @param sequence the command's number among the sender's
    /// @return how many bytes it takes, at most [#MAX_LENGTH]
    /// @throws IllegalArgumentException when a text or a proposal is too long; names the field and the size
    public int encode(long source, long sequence, Command command, MutableDirectBuffer buffer, int offset) {
        writer.start(buffer, offset);
        encode(command);
        envelopeEncoder
                .wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH)
                .source(source)
                .sequence(sequence);
        return writer.length();
    }

    /// The sender's number; of a message with at least [#ENVELOPE_LENGTH] bytes, sound or not.
    public long source(DirectBuffer buffer, int offset) {
        return envelopeDecoder
                .wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH)
                .source();
    }

    /// The command's number among the sender's; of a message with at least [#ENVELOPE_LENGTH] bytes, sound or not.
    public long sequence(DirectBuffer buffer, int offset) {
        return envelopeDecoder
                .wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH)
                .sequence();
    }

    /// Reads the command that fills `length` bytes from `offset`.
    ///
    /// @throws WireException when the bytes are not exactly one command
    public Command decode(DirectBuffer buffer, int offset, int length) throws WireException {
        int templateId = reader.start(buffer, offset, length);
        try {
            var command = decode(templateId);
            reader.end();
            return command;
        } catch (WireException | IllegalArgumentException problem) { // the latter from records that check their range
            throw WireException.within(templateId, problem);
        }
    }

    private void encode(Command command) {
        switch (command) {
            case OpenSource it -> life.encode(it, writer);
            case StartIncarnation it -> life.encode(it, writer);
            case ActivateRules it -> life.encode(it, writer);
            case Heartbeat it -> life.encode(it, writer);
            case ReportStorage it -> life.encode(it, writer);
            case BeginImage it -> life.encode(it, writer);
            case DefineAsset it -> definitions.encode(it, writer);
            case DefineInstrument it -> definitions.encode(it, writer);
            case DefineVenueAccount it -> definitions.encode(it, writer);
            case SetGrid it -> definitions.encode(it, writer);
            case SetLimits it -> definitions.encode(it, writer);
            case SetMark it -> definitions.encode(it, writer);
            case PlaceOrder it -> orders.encode(it, writer);
            case ProposeChildren it -> orders.encode(it, writer);
            case CancelOrder it -> orders.encode(it, writer);
            case AmendOrder it -> orders.encode(it, writer);
            case SetKillSwitch it -> orders.encode(it, writer);
            case ClaimVenue it -> orders.encode(it, writer);
            case SetGate it -> orders.encode(it, writer);
            case ReportNotSent it -> reports.encode(it, writer);
            case ReportAcknowledged it -> reports.encode(it, writer);
            case ReportFill it -> reports.encode(it, writer);
            case ReportEnded it -> reports.encode(it, writer);
            case ReportCancelRefused it -> reports.encode(it, writer);
            case ReportAmended it -> reports.encode(it, writer);
            case ReportAmendRefused it -> reports.encode(it, writer);
            case ReportUnknown it -> reports.encode(it, writer);
            case ReportAbsent it -> reports.encode(it, writer);
            case ReportBalance it -> reports.encode(it, writer);
            case ReportParked it -> reports.encode(it, writer);
            case ReportFillCorrected it -> money.encode(it, writer);
            case ReportCashFlow it -> money.encode(it, writer);
            case AdjustPosition it -> money.encode(it, writer);
            case SetInstrumentLimits it -> risk.encode(it, writer);
            case SetLossLimits it -> risk.encode(it, writer);
        }
    }

    private Command decode(int templateId) throws WireException {
        return switch (templateId) {
            case OpenSourceDecoder.TEMPLATE_ID -> life.openSource(reader);
            case StartIncarnationDecoder.TEMPLATE_ID -> life.startIncarnation(reader);
            case ActivateRulesDecoder.TEMPLATE_ID -> life.activateRules(reader);
            case HeartbeatDecoder.TEMPLATE_ID -> life.heartbeat(reader);
            case ReportStorageDecoder.TEMPLATE_ID -> life.reportStorage(reader);
            case BeginImageDecoder.TEMPLATE_ID -> life.beginImage(reader);
            case DefineAssetDecoder.TEMPLATE_ID -> definitions.defineAsset(reader);
            case DefineInstrumentDecoder.TEMPLATE_ID -> definitions.defineInstrument(reader);
            case DefineVenueAccountDecoder.TEMPLATE_ID -> definitions.defineVenueAccount(reader);
            case SetGridDecoder.TEMPLATE_ID -> definitions.setGrid(reader);
            case SetLimitsDecoder.TEMPLATE_ID -> definitions.setLimits(reader);
            case SetMarkDecoder.TEMPLATE_ID -> definitions.setMark(reader);
            case PlaceOrderDecoder.TEMPLATE_ID -> orders.placeOrder(reader);
            case ProposeChildrenDecoder.TEMPLATE_ID -> orders.proposeChildren(reader);
            case CancelOrderDecoder.TEMPLATE_ID -> orders.cancelOrder(reader);
            case AmendOrderDecoder.TEMPLATE_ID -> orders.amendOrder(reader);
            case SetKillSwitchDecoder.TEMPLATE_ID -> orders.setKillSwitch(reader);
            case ClaimVenueDecoder.TEMPLATE_ID -> orders.claimVenue(reader);
            case SetGateDecoder.TEMPLATE_ID -> orders.setGate(reader);
            case ReportNotSentDecoder.TEMPLATE_ID -> reports.reportNotSent(reader);
            case ReportAcknowledgedDecoder.TEMPLATE_ID -> reports.reportAcknowledged(reader);
            case ReportFillDecoder.TEMPLATE_ID -> reports.reportFill(reader);
            case ReportEndedDecoder.TEMPLATE_ID -> reports.reportEnded(reader);
            case ReportCancelRefusedDecoder.TEMPLATE_ID -> reports.reportCancelRefused(reader);
            case ReportAmendedDecoder.TEMPLATE_ID -> reports.reportAmended(reader);
            case ReportAmendRefusedDecoder.TEMPLATE_ID -> reports.reportAmendRefused(reader);
            case ReportUnknownDecoder.TEMPLATE_ID -> reports.reportUnknown(reader);
            case ReportAbsentDecoder.TEMPLATE_ID -> reports.reportAbsent(reader);
            case ReportBalanceDecoder.TEMPLATE_ID -> reports.reportBalance(reader);
            case ReportParkedDecoder.TEMPLATE_ID -> reports.reportParked(reader);
            case ReportFillCorrectedDecoder.TEMPLATE_ID -> money.reportFillCorrected(reader);
            case ReportCashFlowDecoder.TEMPLATE_ID -> money.reportCashFlow(reader);
            case AdjustPositionDecoder.TEMPLATE_ID -> money.adjustPosition(reader);
            case SetInstrumentLimitsDecoder.TEMPLATE_ID -> risk.setInstrumentLimits(reader);
            case SetLossLimitsDecoder.TEMPLATE_ID -> risk.setLossLimits(reader);
            default -> throw new WireException("no command has this template id");
        };
    }
}
