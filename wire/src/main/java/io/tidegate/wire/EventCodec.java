package io.tidegate.wire;

import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.event.RulesActivated;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.wire.sbe.AmendReadyDecoder;
import io.tidegate.wire.sbe.AmendRefusedDecoder;
import io.tidegate.wire.sbe.AssetDefinedDecoder;
import io.tidegate.wire.sbe.BalanceChangedDecoder;
import io.tidegate.wire.sbe.BalanceCheckedDecoder;
import io.tidegate.wire.sbe.CancelReadyDecoder;
import io.tidegate.wire.sbe.CashFlowBookedDecoder;
import io.tidegate.wire.sbe.ChargeStandsDecoder;
import io.tidegate.wire.sbe.ChildAmendedDecoder;
import io.tidegate.wire.sbe.ChildHeldDecoder;
import io.tidegate.wire.sbe.ChildMovedDecoder;
import io.tidegate.wire.sbe.ChildReadyDecoder;
import io.tidegate.wire.sbe.ChildStandsDecoder;
import io.tidegate.wire.sbe.CommandAppliedDecoder;
import io.tidegate.wire.sbe.CommandRefusedDecoder;
import io.tidegate.wire.sbe.CoreStandsDecoder;
import io.tidegate.wire.sbe.EventEnvelopeDecoder;
import io.tidegate.wire.sbe.EventEnvelopeEncoder;
import io.tidegate.wire.sbe.FactParkedDecoder;
import io.tidegate.wire.sbe.FillBookedDecoder;
import io.tidegate.wire.sbe.FillCorrectedDecoder;
import io.tidegate.wire.sbe.FillKeyStandsDecoder;
import io.tidegate.wire.sbe.FillStandsDecoder;
import io.tidegate.wire.sbe.GateChangedDecoder;
import io.tidegate.wire.sbe.GridSetDecoder;
import io.tidegate.wire.sbe.HeartbeatSeenDecoder;
import io.tidegate.wire.sbe.ImageBeginsDecoder;
import io.tidegate.wire.sbe.ImageEndsDecoder;
import io.tidegate.wire.sbe.IncarnationStartedDecoder;
import io.tidegate.wire.sbe.InstrumentDefinedDecoder;
import io.tidegate.wire.sbe.InstrumentLimitsSetDecoder;
import io.tidegate.wire.sbe.KeyStandsDecoder;
import io.tidegate.wire.sbe.KillSwitchSetDecoder;
import io.tidegate.wire.sbe.LedgerStandsDecoder;
import io.tidegate.wire.sbe.LimitsSetDecoder;
import io.tidegate.wire.sbe.LossLimitsSetDecoder;
import io.tidegate.wire.sbe.LossStandsDecoder;
import io.tidegate.wire.sbe.LossStepChangedDecoder;
import io.tidegate.wire.sbe.MarkSetDecoder;
import io.tidegate.wire.sbe.MessageHeaderDecoder;
import io.tidegate.wire.sbe.OrderAcceptedDecoder;
import io.tidegate.wire.sbe.OrderAmendedDecoder;
import io.tidegate.wire.sbe.OrderFlaggedDecoder;
import io.tidegate.wire.sbe.OrderMovedDecoder;
import io.tidegate.wire.sbe.OrderRefusedDecoder;
import io.tidegate.wire.sbe.OrderRepeatedDecoder;
import io.tidegate.wire.sbe.OrderStandsDecoder;
import io.tidegate.wire.sbe.OrderTriggeredDecoder;
import io.tidegate.wire.sbe.PositionAdjustedDecoder;
import io.tidegate.wire.sbe.PositionBaseStandsDecoder;
import io.tidegate.wire.sbe.PositionChangedDecoder;
import io.tidegate.wire.sbe.ProposalRefusedDecoder;
import io.tidegate.wire.sbe.RulesActivatedDecoder;
import io.tidegate.wire.sbe.SourceOpenedDecoder;
import io.tidegate.wire.sbe.SourceStandsDecoder;
import io.tidegate.wire.sbe.StorageChangedDecoder;
import io.tidegate.wire.sbe.VenueAccountDefinedDecoder;
import io.tidegate.wire.sbe.VenueClaimedDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/// Events as bytes, and back. Laid out by `tidegate.xml`; each family of events has its own class. One thread.
public final class EventCodec {
    /// No message is longer, in bytes; a buffer to encode into has room for as much.
    public static final int MAX_LENGTH = 8192;

    private final EventEnvelopeEncoder envelopeEncoder = new EventEnvelopeEncoder();
    private final EventEnvelopeDecoder envelopeDecoder = new EventEnvelopeDecoder();
    private final MessageWriter writer = new MessageWriter();
    private final MessageReader reader = new MessageReader();
    private final LifeEvents life = new LifeEvents();
    private final DefinitionEvents definitions = new DefinitionEvents();
    private final OrderEvents orders = new OrderEvents();
    private final ChildEvents children = new ChildEvents();
    private final MoneyEvents money = new MoneyEvents();
    private final VenueEvents venues = new VenueEvents();
    private final CorrectionEvents corrections = new CorrectionEvents();
    private final RiskMessages risk = new RiskMessages();

    /// Writes an event at `offset`.
    ///
    /// @return how many bytes it takes, at most [#MAX_LENGTH]
    /// @throws IllegalArgumentException when a text is too long; names the field and the size
    public int encode(EventHeader header, Event event, MutableDirectBuffer buffer, int offset) {
        writer.start(buffer, offset);
        encode(event);
        envelopeEncoder
                .wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH)
                .number(header.number())
                .previousHash(header.previousHash())
                .timeNs(header.timeNs())
                .source(header.source())
                .sequence(header.sequence())
                .index(header.index())
                .image(Codes.of(header.image()));
        return writer.length();
    }

    /// Reads where an event stands, without the event itself.
    ///
    /// @throws WireException when the bytes do not begin like an event
    public EventHeader header(DirectBuffer buffer, int offset, int length) throws WireException {
        int templateId = reader.start(buffer, offset, length);
        try {
            var envelope = envelopeDecoder.wrap(buffer, reader.take("envelope", EventEnvelopeDecoder.ENCODED_LENGTH));
            return new EventHeader(
                    envelope.number(),
                    envelope.previousHash(),
                    envelope.timeNs(),
                    envelope.source(),
                    envelope.sequence(),
                    envelope.index(),
                    Codes.yes("image", envelope.imageRaw()));
        } catch (WireException problem) {
            throw WireException.within(templateId, problem);
        }
    }

    /// Reads the event that fills `length` bytes from `offset`.
    ///
    /// @throws WireException when the bytes are not exactly one event
    public Event decode(DirectBuffer buffer, int offset, int length) throws WireException {
        int templateId = reader.start(buffer, offset, length);
        try {
            var event = decode(templateId);
            reader.end();
            return event;
        } catch (WireException | IllegalArgumentException problem) { // the latter from records that check their range
            throw WireException.within(templateId, problem);
        }
    }

    private void encode(Event event) {
        switch (event) {
            case SourceOpened it -> life.encode(it, writer);
            case SourceStands it -> life.encode(it, writer);
            case CommandRefused it -> life.encode(it, writer);
            case CommandApplied it -> life.encode(it, writer);
            case IncarnationStarted it -> life.encode(it, writer);
            case RulesActivated it -> life.encode(it, writer);
            case HeartbeatSeen it -> life.encode(it, writer);
            case StorageChanged it -> life.encode(it, writer);
            case AssetDefined it -> definitions.encode(it, writer);
            case InstrumentDefined it -> definitions.encode(it, writer);
            case VenueAccountDefined it -> definitions.encode(it, writer);
            case GridSet it -> definitions.encode(it, writer);
            case LimitsSet it -> definitions.encode(it, writer);
            case MarkSet it -> definitions.encode(it, writer);
            case OrderAccepted it -> orders.encode(it, writer);
            case OrderRepeated it -> orders.encode(it, writer);
            case OrderRefused it -> orders.encode(it, writer);
            case ProposalRefused it -> orders.encode(it, writer);
            case ChildReady it -> children.encode(it, writer);
            case ChildHeld it -> children.encode(it, writer);
            case CancelReady it -> children.encode(it, writer);
            case AmendReady it -> children.encode(it, writer);
            case ChildMoved it -> children.encode(it, writer);
            case ChildAmended it -> children.encode(it, writer);
            case OrderMoved it -> orders.encode(it, writer);
            case OrderAmended it -> orders.encode(it, writer);
            case AmendRefused it -> orders.encode(it, writer);
            case OrderTriggered it -> orders.encode(it, writer);
            case OrderFlagged it -> orders.encode(it, writer);
            case FillBooked it -> money.encode(it, writer);
            case BalanceChanged it -> money.encode(it, writer);
            case PositionChanged it -> money.encode(it, writer);
            case VenueClaimed it -> venues.encode(it, writer);
            case GateChanged it -> venues.encode(it, writer);
            case KillSwitchSet it -> venues.encode(it, writer);
            case FactParked it -> venues.encode(it, writer);
            case ImageBegins it -> life.encode(it, writer);
            case ImageEnds it -> life.encode(it, writer);
            case OrderStands it -> orders.encode(it, writer);
            case ChildStands it -> children.encode(it, writer);
            case FillKeyStands it -> money.encode(it, writer);
            case KeyStands it -> orders.encode(it, writer);
            case LedgerStands it -> money.encode(it, writer);
            case CoreStands it -> life.encode(it, writer);
            case FillCorrected it -> corrections.encode(it, writer);
            case CashFlowBooked it -> corrections.encode(it, writer);
            case PositionAdjusted it -> corrections.encode(it, writer);
            case FillStands it -> corrections.encode(it, writer);
            case PositionBaseStands it -> corrections.encode(it, writer);
            case ChargeStands it -> corrections.encode(it, writer);
            case BalanceChecked it -> risk.encode(it, writer);
            case InstrumentLimitsSet it -> risk.encode(it, writer);
            case LossLimitsSet it -> risk.encode(it, writer);
            case LossStepChanged it -> risk.encode(it, writer);
            case LossStands it -> risk.encode(it, writer);
        }
    }

    private Event decode(int templateId) throws WireException {
        return switch (templateId) {
            case SourceOpenedDecoder.TEMPLATE_ID -> life.sourceOpened(reader);
            case SourceStandsDecoder.TEMPLATE_ID -> life.sourceStands(reader);
            case CommandRefusedDecoder.TEMPLATE_ID -> life.commandRefused(reader);
            case CommandAppliedDecoder.TEMPLATE_ID -> life.commandApplied(reader);
            case IncarnationStartedDecoder.TEMPLATE_ID -> life.incarnationStarted(reader);
            case RulesActivatedDecoder.TEMPLATE_ID -> life.rulesActivated(reader);
            case HeartbeatSeenDecoder.TEMPLATE_ID -> life.heartbeatSeen(reader);
            case StorageChangedDecoder.TEMPLATE_ID -> life.storageChanged(reader);
            case AssetDefinedDecoder.TEMPLATE_ID -> definitions.assetDefined(reader);
            case InstrumentDefinedDecoder.TEMPLATE_ID -> definitions.instrumentDefined(reader);
            case VenueAccountDefinedDecoder.TEMPLATE_ID -> definitions.venueAccountDefined(reader);
            case GridSetDecoder.TEMPLATE_ID -> definitions.gridSet(reader);
            case LimitsSetDecoder.TEMPLATE_ID -> definitions.limitsSet(reader);
            case MarkSetDecoder.TEMPLATE_ID -> definitions.markSet(reader);
            case OrderAcceptedDecoder.TEMPLATE_ID -> orders.orderAccepted(reader);
            case OrderRepeatedDecoder.TEMPLATE_ID -> orders.orderRepeated(reader);
            case OrderRefusedDecoder.TEMPLATE_ID -> orders.orderRefused(reader);
            case ProposalRefusedDecoder.TEMPLATE_ID -> orders.proposalRefused(reader);
            case ChildReadyDecoder.TEMPLATE_ID -> children.childReady(reader);
            case ChildHeldDecoder.TEMPLATE_ID -> children.childHeld(reader);
            case CancelReadyDecoder.TEMPLATE_ID -> children.cancelReady(reader);
            case AmendReadyDecoder.TEMPLATE_ID -> children.amendReady(reader);
            case ChildMovedDecoder.TEMPLATE_ID -> children.childMoved(reader);
            case ChildAmendedDecoder.TEMPLATE_ID -> children.childAmended(reader);
            case OrderMovedDecoder.TEMPLATE_ID -> orders.orderMoved(reader);
            case OrderAmendedDecoder.TEMPLATE_ID -> orders.orderAmended(reader);
            case AmendRefusedDecoder.TEMPLATE_ID -> orders.amendRefused(reader);
            case OrderTriggeredDecoder.TEMPLATE_ID -> orders.orderTriggered(reader);
            case OrderFlaggedDecoder.TEMPLATE_ID -> orders.orderFlagged(reader);
            case FillBookedDecoder.TEMPLATE_ID -> money.fillBooked(reader);
            case BalanceChangedDecoder.TEMPLATE_ID -> money.balanceChanged(reader);
            case PositionChangedDecoder.TEMPLATE_ID -> money.positionChanged(reader);
            case VenueClaimedDecoder.TEMPLATE_ID -> venues.venueClaimed(reader);
            case GateChangedDecoder.TEMPLATE_ID -> venues.gateChanged(reader);
            case KillSwitchSetDecoder.TEMPLATE_ID -> venues.killSwitchSet(reader);
            case FactParkedDecoder.TEMPLATE_ID -> venues.factParked(reader);
            case ImageBeginsDecoder.TEMPLATE_ID -> life.imageBegins(reader);
            case ImageEndsDecoder.TEMPLATE_ID -> life.imageEnds(reader);
            case OrderStandsDecoder.TEMPLATE_ID -> orders.orderStands(reader);
            case ChildStandsDecoder.TEMPLATE_ID -> children.childStands(reader);
            case FillKeyStandsDecoder.TEMPLATE_ID -> money.fillKeyStands(reader);
            case KeyStandsDecoder.TEMPLATE_ID -> orders.keyStands(reader);
            case LedgerStandsDecoder.TEMPLATE_ID -> money.ledgerStands(reader);
            case CoreStandsDecoder.TEMPLATE_ID -> life.coreStands(reader);
            case FillCorrectedDecoder.TEMPLATE_ID -> corrections.fillCorrected(reader);
            case CashFlowBookedDecoder.TEMPLATE_ID -> corrections.cashFlowBooked(reader);
            case PositionAdjustedDecoder.TEMPLATE_ID -> corrections.positionAdjusted(reader);
            case FillStandsDecoder.TEMPLATE_ID -> corrections.fillStands(reader);
            case PositionBaseStandsDecoder.TEMPLATE_ID -> corrections.positionBaseStands(reader);
            case ChargeStandsDecoder.TEMPLATE_ID -> corrections.chargeStands(reader);
            case BalanceCheckedDecoder.TEMPLATE_ID -> risk.balanceChecked(reader);
            case InstrumentLimitsSetDecoder.TEMPLATE_ID -> risk.instrumentLimitsSet(reader);
            case LossLimitsSetDecoder.TEMPLATE_ID -> risk.lossLimitsSet(reader);
            case LossStepChangedDecoder.TEMPLATE_ID -> risk.lossStepChanged(reader);
            case LossStandsDecoder.TEMPLATE_ID -> risk.lossStands(reader);
            default -> throw new WireException("no event has this template id");
        };
    }
}
