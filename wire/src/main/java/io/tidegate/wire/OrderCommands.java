package io.tidegate.wire;

import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.wire.sbe.AmendOrderDecoder;
import io.tidegate.wire.sbe.AmendOrderEncoder;
import io.tidegate.wire.sbe.CancelOrderDecoder;
import io.tidegate.wire.sbe.CancelOrderEncoder;
import io.tidegate.wire.sbe.ClaimVenueDecoder;
import io.tidegate.wire.sbe.ClaimVenueEncoder;
import io.tidegate.wire.sbe.PlaceOrderDecoder;
import io.tidegate.wire.sbe.PlaceOrderEncoder;
import io.tidegate.wire.sbe.ProposeChildrenDecoder;
import io.tidegate.wire.sbe.ProposeChildrenEncoder;
import io.tidegate.wire.sbe.SetGateDecoder;
import io.tidegate.wire.sbe.SetGateEncoder;
import io.tidegate.wire.sbe.SetKillSwitchDecoder;
import io.tidegate.wire.sbe.SetKillSwitchEncoder;

/// The commands that ask for something: orders, their children, their end, leases, gates. One thread.
final class OrderCommands {
    private final PlaceOrderEncoder placeOrderEncoder = new PlaceOrderEncoder();
    private final PlaceOrderDecoder placeOrderDecoder = new PlaceOrderDecoder();
    private final ProposeChildrenEncoder proposeChildrenEncoder = new ProposeChildrenEncoder();
    private final ProposeChildrenDecoder proposeChildrenDecoder = new ProposeChildrenDecoder();
    private final CancelOrderEncoder cancelOrderEncoder = new CancelOrderEncoder();
    private final CancelOrderDecoder cancelOrderDecoder = new CancelOrderDecoder();
    private final AmendOrderEncoder amendOrderEncoder = new AmendOrderEncoder();
    private final AmendOrderDecoder amendOrderDecoder = new AmendOrderDecoder();
    private final SetKillSwitchEncoder setKillSwitchEncoder = new SetKillSwitchEncoder();
    private final SetKillSwitchDecoder setKillSwitchDecoder = new SetKillSwitchDecoder();
    private final ClaimVenueEncoder claimVenueEncoder = new ClaimVenueEncoder();
    private final ClaimVenueDecoder claimVenueDecoder = new ClaimVenueDecoder();
    private final SetGateEncoder setGateEncoder = new SetGateEncoder();
    private final SetGateDecoder setGateDecoder = new SetGateDecoder();
    private final ChildTermsCodec children = new ChildTermsCodec();

    void encode(PlaceOrder command, MessageWriter out) {
        var block = out.block(placeOrderEncoder);
        OrderTermsCodec.encodeBlock(command.terms(), block.terms());
        block.receivedNs(command.receivedNs());
        children.encode(command.proposal(), out);
        OrderTermsCodec.encodeTexts(command.terms(), out);
    }

    PlaceOrder placeOrder(MessageReader in) throws WireException {
        var block = in.block(placeOrderDecoder);
        var proposal = children.decode(in);
        return new PlaceOrder(OrderTermsCodec.decode(block.terms(), in), proposal, block.receivedNs());
    }

    void encode(ProposeChildren command, MessageWriter out) {
        var block = out.block(proposeChildrenEncoder);
        block.orderId(command.orderId()).slice(command.slice());
        children.encode(command.proposal(), out);
    }

    ProposeChildren proposeChildren(MessageReader in) throws WireException {
        var block = in.block(proposeChildrenDecoder);
        var proposal = children.decode(in);
        return new ProposeChildren(block.orderId(), block.slice(), proposal);
    }

    void encode(CancelOrder command, MessageWriter out) {
        var block = out.block(cancelOrderEncoder);
        block.orderId(command.orderId());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("clientKey", command.clientKey(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    CancelOrder cancelOrder(MessageReader in) throws WireException {
        var block = in.block(cancelOrderDecoder);
        return new CancelOrder(
                in.text("account", TextLimits.NAME),
                block.orderId(),
                in.text("clientKey", TextLimits.NAME),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.SENTENCE));
    }

    void encode(AmendOrder command, MessageWriter out) {
        var block = out.block(amendOrderEncoder);
        block.orderId(command.orderId());
        block.wanted().quantity(command.quantity()).price(command.price()).stopPrice(command.stopPrice());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("clientKey", command.clientKey(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    AmendOrder amendOrder(MessageReader in) throws WireException {
        var block = in.block(amendOrderDecoder);
        return new AmendOrder(
                in.text("account", TextLimits.NAME),
                block.orderId(),
                in.text("clientKey", TextLimits.NAME),
                block.wanted().quantity(),
                block.wanted().price(),
                block.wanted().stopPrice(),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.SENTENCE));
    }

    void encode(SetKillSwitch command, MessageWriter out) {
        var block = out.block(setKillSwitchEncoder);
        block.scope(Codes.of(command.scope())).engaged(Codes.of(command.engaged()));
        out.text("subject", command.subject(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    SetKillSwitch setKillSwitch(MessageReader in) throws WireException {
        var block = in.block(setKillSwitchDecoder);
        return new SetKillSwitch(
                Codes.killScope(block.scopeRaw()),
                in.text("subject", TextLimits.NAME),
                Codes.yes("engaged", block.engagedRaw()),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.SENTENCE));
    }

    void encode(ClaimVenue command, MessageWriter out) {
        var block = out.block(claimVenueEncoder);
        block.venueAccount(command.venueAccount()).nonce(command.nonce());
        out.text("gateway", command.gateway(), TextLimits.NAME);
    }

    ClaimVenue claimVenue(MessageReader in) throws WireException {
        var block = in.block(claimVenueDecoder);
        return new ClaimVenue(block.venueAccount(), in.text("gateway", TextLimits.NAME), block.nonce());
    }

    void encode(SetGate command, MessageWriter out) {
        var block = out.block(setGateEncoder);
        block.venueAccount(command.venueAccount()).epoch(command.epoch()).isOpen(Codes.of(command.open()));
        out.text("reason", command.reason(), TextLimits.SENTENCE);
    }

    SetGate setGate(MessageReader in) throws WireException {
        var block = in.block(setGateDecoder);
        return new SetGate(
                block.venueAccount(),
                block.epoch(),
                Codes.yes("open", block.isOpenRaw()),
                in.text("reason", TextLimits.SENTENCE));
    }
}
