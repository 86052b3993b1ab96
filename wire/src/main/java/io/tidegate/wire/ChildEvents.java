package io.tidegate.wire;

import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.order.Instructions;
import io.tidegate.wire.sbe.AmendReadyDecoder;
import io.tidegate.wire.sbe.AmendReadyEncoder;
import io.tidegate.wire.sbe.CancelReadyDecoder;
import io.tidegate.wire.sbe.CancelReadyEncoder;
import io.tidegate.wire.sbe.ChildAmendedDecoder;
import io.tidegate.wire.sbe.ChildAmendedEncoder;
import io.tidegate.wire.sbe.ChildHeldDecoder;
import io.tidegate.wire.sbe.ChildHeldEncoder;
import io.tidegate.wire.sbe.ChildMovedDecoder;
import io.tidegate.wire.sbe.ChildMovedEncoder;
import io.tidegate.wire.sbe.ChildReadyDecoder;
import io.tidegate.wire.sbe.ChildReadyEncoder;
import io.tidegate.wire.sbe.ChildStandsDecoder;
import io.tidegate.wire.sbe.ChildStandsEncoder;
import io.tidegate.wire.sbe.InstructionsDecoder;
import io.tidegate.wire.sbe.InstructionsEncoder;

/// The events in the life of a child order. One thread.
final class ChildEvents {
    private final ChildReadyEncoder childReadyEncoder = new ChildReadyEncoder();
    private final ChildReadyDecoder childReadyDecoder = new ChildReadyDecoder();
    private final CancelReadyEncoder cancelReadyEncoder = new CancelReadyEncoder();
    private final CancelReadyDecoder cancelReadyDecoder = new CancelReadyDecoder();
    private final ChildMovedEncoder childMovedEncoder = new ChildMovedEncoder();
    private final ChildMovedDecoder childMovedDecoder = new ChildMovedDecoder();
    private final ChildHeldEncoder childHeldEncoder = new ChildHeldEncoder();
    private final ChildHeldDecoder childHeldDecoder = new ChildHeldDecoder();
    private final AmendReadyEncoder amendReadyEncoder = new AmendReadyEncoder();
    private final AmendReadyDecoder amendReadyDecoder = new AmendReadyDecoder();
    private final ChildAmendedEncoder childAmendedEncoder = new ChildAmendedEncoder();
    private final ChildAmendedDecoder childAmendedDecoder = new ChildAmendedDecoder();
    private final ChildStandsEncoder childStandsEncoder = new ChildStandsEncoder();
    private final ChildStandsDecoder childStandsDecoder = new ChildStandsDecoder();

    void encode(ChildReady event, MessageWriter out) {
        var block = out.block(childReadyEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .side(Codes.of(event.side()))
                .orderType(Codes.of(event.type()))
                .tif(Codes.of(event.tif()))
                .quantity(event.quantity())
                .price(event.price())
                .postOnly(Codes.of(event.postOnly()))
                .epoch(event.epoch())
                .incarnation(event.incarnation())
                .sendBeforeNs(event.sendBeforeNs())
                .receivedNs(event.receivedNs());
        encode(event.instructions(), block.instructions());
        out.text("parameters", event.instructions().parameters(), TextLimits.NAME);
    }

    private static void encode(Instructions instructions, InstructionsEncoder block) {
        block.trigger(Codes.of(instructions.trigger()))
                .stopPrice(instructions.stopPrice())
                .trailingPrice(instructions.trailingPrice())
                .trailingBps(instructions.trailingBps())
                .displayQuantity(instructions.displayQuantity())
                .reduceOnly(Codes.of(instructions.reduceOnly()))
                .selfTrade(Codes.of(instructions.selfTrade()))
                .expiresAtNs(instructions.expiresAtNs());
    }

    private static Instructions instructions(InstructionsDecoder block, MessageReader in) throws WireException {
        return new Instructions(
                Codes.trigger(block.triggerRaw()),
                block.stopPrice(),
                block.trailingPrice(),
                block.trailingBps(),
                block.displayQuantity(),
                Codes.yes("reduceOnly", block.reduceOnlyRaw()),
                Codes.selfTrade(block.selfTradeRaw()),
                block.expiresAtNs(),
                in.text("parameters", TextLimits.NAME));
    }

    ChildReady childReady(MessageReader in) throws WireException {
        var block = in.block(childReadyDecoder);
        return new ChildReady(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.instrument(),
                Codes.side(block.sideRaw()),
                Codes.orderType(block.orderTypeRaw()),
                Codes.timeInForce(block.tifRaw()),
                block.quantity(),
                block.price(),
                Codes.yes("postOnly", block.postOnlyRaw()),
                block.epoch(),
                block.incarnation(),
                block.sendBeforeNs(),
                block.receivedNs(),
                instructions(block.instructions(), in));
    }

    void encode(ChildHeld event, MessageWriter out) {
        out.block(childHeldEncoder)
                .childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .orderType(Codes.of(event.type()))
                .tif(Codes.of(event.tif()))
                .quantity(event.quantity())
                .price(event.price());
    }

    ChildHeld childHeld(MessageReader in) throws WireException {
        var block = in.block(childHeldDecoder);
        return new ChildHeld(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                Codes.orderType(block.orderTypeRaw()),
                Codes.timeInForce(block.tifRaw()),
                block.quantity(),
                block.price());
    }

    void encode(AmendReady event, MessageWriter out) {
        out.block(amendReadyEncoder)
                .childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .epoch(event.epoch())
                .quantity(event.quantity())
                .price(event.price());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
    }

    AmendReady amendReady(MessageReader in) throws WireException {
        var block = in.block(amendReadyDecoder);
        return new AmendReady(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.epoch(),
                in.text("venueOrderId", TextLimits.NAME),
                block.quantity(),
                block.price());
    }

    void encode(ChildAmended event, MessageWriter out) {
        out.block(childAmendedEncoder)
                .childId(event.childId())
                .orderId(event.orderId())
                .quantity(event.quantity())
                .price(event.price())
                .evidence(Codes.of(event.evidence()));
    }

    ChildAmended childAmended(MessageReader in) throws WireException {
        var block = in.block(childAmendedDecoder);
        return new ChildAmended(
                block.childId(), block.orderId(), block.quantity(), block.price(), Codes.evidence(block.evidenceRaw()));
    }

    void encode(CancelReady event, MessageWriter out) {
        var block = out.block(cancelReadyEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .epoch(event.epoch());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
    }

    CancelReady cancelReady(MessageReader in) throws WireException {
        var block = in.block(cancelReadyDecoder);
        return new CancelReady(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.epoch(),
                in.text("venueOrderId", TextLimits.NAME));
    }

    void encode(ChildMoved event, MessageWriter out) {
        var block = out.block(childMovedEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .fromStatus(Codes.of(event.from()))
                .toStatus(Codes.of(event.to()))
                .filled(event.filled())
                .evidence(Codes.of(event.evidence()));
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    ChildMoved childMoved(MessageReader in) throws WireException {
        var block = in.block(childMovedDecoder);
        return new ChildMoved(
                block.childId(),
                block.orderId(),
                Codes.orderStatus(block.fromStatusRaw()),
                Codes.orderStatus(block.toStatusRaw()),
                block.filled(),
                in.text("venueOrderId", TextLimits.NAME),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(ChildStands event, MessageWriter out) {
        var block = out.block(childStandsEncoder);
        block.childId(event.childId())
                .orderId(event.orderId())
                .venueAccount(event.venueAccount())
                .instrument(event.instrument())
                .side(Codes.of(event.side()))
                .orderType(Codes.of(event.type()))
                .tif(Codes.of(event.tif()))
                .quantity(event.quantity())
                .price(event.price())
                .postOnly(Codes.of(event.postOnly()))
                .feeReserveBps(event.feeReserveBps())
                .status(Codes.of(event.status()))
                .filled(event.filled());
        AmountCodec.encode(event.filledQuote(), block.filledQuote());
        block.reported(event.reported())
                .ending(Codes.of(event.ending()))
                .epoch(event.epoch())
                .incarnation(event.incarnation())
                .sendBeforeNs(event.sendBeforeNs())
                .readyNs(event.readyNs())
                .endedNs(event.endedNs())
                .receivedNs(event.receivedNs())
                .cancelSent(Codes.of(event.cancelSent()))
                .evidence(Codes.of(event.evidence()))
                .amendQuantity(event.amendQuantity())
                .amendPrice(event.amendPrice());
        encode(event.instructions(), block.instructions());
        out.text("venueOrderId", event.venueOrderId(), TextLimits.NAME);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
        out.text("parameters", event.instructions().parameters(), TextLimits.NAME);
    }

    ChildStands childStands(MessageReader in) throws WireException {
        var block = in.block(childStandsDecoder);
        return new ChildStands(
                block.childId(),
                block.orderId(),
                block.venueAccount(),
                block.instrument(),
                Codes.side(block.sideRaw()),
                Codes.orderType(block.orderTypeRaw()),
                Codes.timeInForce(block.tifRaw()),
                block.quantity(),
                block.price(),
                Codes.yes("postOnly", block.postOnlyRaw()),
                block.feeReserveBps(),
                Codes.orderStatus(block.statusRaw()),
                block.filled(),
                AmountCodec.decode(block.filledQuote()),
                block.reported(),
                Codes.optionalEndKind(block.endingRaw()),
                in.text("venueOrderId", TextLimits.NAME),
                block.epoch(),
                block.incarnation(),
                block.sendBeforeNs(),
                block.readyNs(),
                block.endedNs(),
                block.receivedNs(),
                Codes.yes("cancelSent", block.cancelSentRaw()),
                Codes.evidence(block.evidenceRaw()),
                in.text("reason", TextLimits.EXPLANATION),
                instructions(block.instructions(), in),
                block.amendQuantity(),
                block.amendPrice());
    }
}
