package io.tidegate.wire;

import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.wire.sbe.AmendRefusedDecoder;
import io.tidegate.wire.sbe.AmendRefusedEncoder;
import io.tidegate.wire.sbe.KeyStandsDecoder;
import io.tidegate.wire.sbe.KeyStandsEncoder;
import io.tidegate.wire.sbe.OrderAcceptedDecoder;
import io.tidegate.wire.sbe.OrderAcceptedEncoder;
import io.tidegate.wire.sbe.OrderAmendedDecoder;
import io.tidegate.wire.sbe.OrderAmendedEncoder;
import io.tidegate.wire.sbe.OrderFlaggedDecoder;
import io.tidegate.wire.sbe.OrderFlaggedEncoder;
import io.tidegate.wire.sbe.OrderMovedDecoder;
import io.tidegate.wire.sbe.OrderMovedEncoder;
import io.tidegate.wire.sbe.OrderRefusedDecoder;
import io.tidegate.wire.sbe.OrderRefusedEncoder;
import io.tidegate.wire.sbe.OrderRepeatedDecoder;
import io.tidegate.wire.sbe.OrderRepeatedEncoder;
import io.tidegate.wire.sbe.OrderStandsDecoder;
import io.tidegate.wire.sbe.OrderStandsEncoder;
import io.tidegate.wire.sbe.OrderTriggeredDecoder;
import io.tidegate.wire.sbe.OrderTriggeredEncoder;
import io.tidegate.wire.sbe.ProposalRefusedDecoder;
import io.tidegate.wire.sbe.ProposalRefusedEncoder;
import io.tidegate.wire.sbe.WorkingTermsDecoder;
import io.tidegate.wire.sbe.WorkingTermsEncoder;
import java.util.Optional;

/// The events in the life of a client's order. One thread.
final class OrderEvents {
    private static final WorkingTerms NONE = new WorkingTerms(0, 0, 0);

    private final OrderAcceptedEncoder orderAcceptedEncoder = new OrderAcceptedEncoder();
    private final OrderAcceptedDecoder orderAcceptedDecoder = new OrderAcceptedDecoder();
    private final OrderRepeatedEncoder orderRepeatedEncoder = new OrderRepeatedEncoder();
    private final OrderRepeatedDecoder orderRepeatedDecoder = new OrderRepeatedDecoder();
    private final OrderRefusedEncoder orderRefusedEncoder = new OrderRefusedEncoder();
    private final OrderRefusedDecoder orderRefusedDecoder = new OrderRefusedDecoder();
    private final ProposalRefusedEncoder proposalRefusedEncoder = new ProposalRefusedEncoder();
    private final ProposalRefusedDecoder proposalRefusedDecoder = new ProposalRefusedDecoder();
    private final OrderMovedEncoder orderMovedEncoder = new OrderMovedEncoder();
    private final OrderMovedDecoder orderMovedDecoder = new OrderMovedDecoder();
    private final OrderFlaggedEncoder orderFlaggedEncoder = new OrderFlaggedEncoder();
    private final OrderFlaggedDecoder orderFlaggedDecoder = new OrderFlaggedDecoder();
    private final OrderAmendedEncoder orderAmendedEncoder = new OrderAmendedEncoder();
    private final OrderAmendedDecoder orderAmendedDecoder = new OrderAmendedDecoder();
    private final AmendRefusedEncoder amendRefusedEncoder = new AmendRefusedEncoder();
    private final AmendRefusedDecoder amendRefusedDecoder = new AmendRefusedDecoder();
    private final OrderTriggeredEncoder orderTriggeredEncoder = new OrderTriggeredEncoder();
    private final OrderTriggeredDecoder orderTriggeredDecoder = new OrderTriggeredDecoder();
    private final OrderStandsEncoder orderStandsEncoder = new OrderStandsEncoder();
    private final OrderStandsDecoder orderStandsDecoder = new OrderStandsDecoder();
    private final KeyStandsEncoder keyStandsEncoder = new KeyStandsEncoder();
    private final KeyStandsDecoder keyStandsDecoder = new KeyStandsDecoder();

    void encode(OrderAccepted event, MessageWriter out) {
        var block = out.block(orderAcceptedEncoder);
        block.orderId(event.orderId());
        OrderTermsCodec.encodeBlock(event.terms(), block.terms());
        block.receivedNs(event.receivedNs());
        OrderTermsCodec.encodeTexts(event.terms(), out);
    }

    OrderAccepted orderAccepted(MessageReader in) throws WireException {
        var block = in.block(orderAcceptedDecoder);
        return new OrderAccepted(block.orderId(), OrderTermsCodec.decode(block.terms(), in), block.receivedNs());
    }

    void encode(OrderRepeated event, MessageWriter out) {
        var block = out.block(orderRepeatedEncoder);
        block.orderId(event.orderId());
        out.text("account", event.account(), TextLimits.NAME);
        out.text("clientKey", event.clientKey(), TextLimits.NAME);
    }

    OrderRepeated orderRepeated(MessageReader in) throws WireException {
        var block = in.block(orderRepeatedDecoder);
        return new OrderRepeated(
                block.orderId(), in.text("account", TextLimits.NAME), in.text("clientKey", TextLimits.NAME));
    }

    void encode(OrderRefused event, MessageWriter out) {
        var block = out.block(orderRefusedEncoder);
        block.orderId(event.orderId()).reason(Codes.of(event.refusal().code()));
        out.text("account", event.account(), TextLimits.NAME);
        out.text("clientKey", event.clientKey(), TextLimits.NAME);
        RefusalCodec.encodeTexts(event.refusal(), out);
    }

    OrderRefused orderRefused(MessageReader in) throws WireException {
        var block = in.block(orderRefusedDecoder);
        return new OrderRefused(
                in.text("account", TextLimits.NAME),
                in.text("clientKey", TextLimits.NAME),
                block.orderId(),
                RefusalCodec.decode(block.reasonRaw(), in));
    }

    void encode(ProposalRefused event, MessageWriter out) {
        var block = out.block(proposalRefusedEncoder);
        block.orderId(event.orderId())
                .slice(event.slice())
                .nextSlice(event.nextSlice())
                .reason(Codes.of(event.refusal().code()));
        RefusalCodec.encodeTexts(event.refusal(), out);
    }

    ProposalRefused proposalRefused(MessageReader in) throws WireException {
        var block = in.block(proposalRefusedDecoder);
        return new ProposalRefused(
                block.orderId(), block.slice(), block.nextSlice(), RefusalCodec.decode(block.reasonRaw(), in));
    }

    void encode(OrderMoved event, MessageWriter out) {
        var block = out.block(orderMovedEncoder);
        block.orderId(event.orderId())
                .fromStatus(Codes.of(event.from()))
                .toStatus(Codes.of(event.to()))
                .filled(event.filled())
                .evidence(Codes.of(event.evidence()));
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    OrderMoved orderMoved(MessageReader in) throws WireException {
        var block = in.block(orderMovedDecoder);
        return new OrderMoved(
                block.orderId(),
                Codes.orderStatus(block.fromStatusRaw()),
                Codes.orderStatus(block.toStatusRaw()),
                block.filled(),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(OrderFlagged event, MessageWriter out) {
        var block = out.block(orderFlaggedEncoder);
        block.orderId(event.orderId()).childId(event.childId()).flag(Codes.of(event.flag()));
        out.text("detail", event.detail(), TextLimits.EXPLANATION);
    }

    OrderFlagged orderFlagged(MessageReader in) throws WireException {
        var block = in.block(orderFlaggedDecoder);
        return new OrderFlagged(
                block.orderId(),
                block.childId(),
                Codes.flag(block.flagRaw()),
                in.text("detail", TextLimits.EXPLANATION));
    }

    void encode(OrderAmended event, MessageWriter out) {
        var block = out.block(orderAmendedEncoder);
        block.orderId(event.orderId());
        encode(event.now(), block.now());
    }

    OrderAmended orderAmended(MessageReader in) throws WireException {
        var block = in.block(orderAmendedDecoder);
        return new OrderAmended(block.orderId(), working(block.now()));
    }

    void encode(AmendRefused event, MessageWriter out) {
        var block = out.block(amendRefusedEncoder);
        block.orderId(event.orderId()).reason(Codes.of(event.refusal().code()));
        RefusalCodec.encodeTexts(event.refusal(), out);
    }

    AmendRefused amendRefused(MessageReader in) throws WireException {
        var block = in.block(amendRefusedDecoder);
        return new AmendRefused(block.orderId(), RefusalCodec.decode(block.reasonRaw(), in));
    }

    void encode(OrderTriggered event, MessageWriter out) {
        out.block(orderTriggeredEncoder)
                .orderId(event.orderId())
                .reference(event.reference())
                .stopPrice(event.stopPrice());
    }

    OrderTriggered orderTriggered(MessageReader in) throws WireException {
        var block = in.block(orderTriggeredDecoder);
        return new OrderTriggered(block.orderId(), block.reference(), block.stopPrice());
    }

    private static void encode(WorkingTerms terms, WorkingTermsEncoder block) {
        block.quantity(terms.quantity()).price(terms.price()).stopPrice(terms.stopPrice());
    }

    private static WorkingTerms working(WorkingTermsDecoder block) {
        return new WorkingTerms(block.quantity(), block.price(), block.stopPrice());
    }

    void encode(OrderStands event, MessageWriter out) {
        var block = out.block(orderStandsEncoder);
        block.orderId(event.orderId());
        OrderTermsCodec.encodeBlock(event.terms(), block.terms());
        block.status(Codes.of(event.status()))
                .filled(event.filled())
                .nextSlice(event.nextSlice())
                .cancelling(Codes.of(event.cancelling()))
                .acceptedNs(event.acceptedNs())
                .endedNs(event.endedNs())
                .receivedNs(event.receivedNs())
                .evidence(Codes.of(event.evidence()))
                .hasWanted(Codes.of(event.wanted().isPresent()))
                .released(Codes.of(event.released()))
                .extreme(event.extreme());
        encode(event.now(), block.now());
        encode(event.wanted().orElse(NONE), block.wanted());
        OrderTermsCodec.encodeTexts(event.terms(), out);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    OrderStands orderStands(MessageReader in) throws WireException {
        var block = in.block(orderStandsDecoder);
        return new OrderStands(
                block.orderId(),
                OrderTermsCodec.decode(block.terms(), in),
                Codes.orderStatus(block.statusRaw()),
                block.filled(),
                block.nextSlice(),
                Codes.yes("cancelling", block.cancellingRaw()),
                block.acceptedNs(),
                block.endedNs(),
                block.receivedNs(),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.EXPLANATION),
                working(block.now()),
                Codes.yes("hasWanted", block.hasWantedRaw()) ? Optional.of(working(block.wanted())) : Optional.empty(),
                Codes.yes("released", block.releasedRaw()),
                block.extreme());
    }

    void encode(KeyStands event, MessageWriter out) {
        var block = out.block(keyStandsEncoder);
        block.orderId(event.orderId())
                .digestHi(event.digestHi())
                .digestLo(event.digestLo())
                .endedNs(event.endedNs());
        out.text("account", event.account(), TextLimits.NAME);
        out.text("clientKey", event.clientKey(), TextLimits.NAME);
    }

    KeyStands keyStands(MessageReader in) throws WireException {
        var block = in.block(keyStandsDecoder);
        return new KeyStands(
                in.text("account", TextLimits.NAME),
                in.text("clientKey", TextLimits.NAME),
                block.orderId(),
                block.digestHi(),
                block.digestLo(),
                block.endedNs());
    }
}
