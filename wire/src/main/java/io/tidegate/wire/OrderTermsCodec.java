package io.tidegate.wire;

import io.tidegate.model.order.OrderTerms;
import io.tidegate.wire.sbe.OrderTermsDecoder;
import io.tidegate.wire.sbe.OrderTermsEncoder;

/// What a client asks for: the fixed fields in the block of a message, its texts behind it.
final class OrderTermsCodec {
    private OrderTermsCodec() {}

    static void encodeBlock(OrderTerms terms, OrderTermsEncoder block) {
        block.instrument(terms.instrument())
                .side(Codes.of(terms.side()))
                .orderType(Codes.of(terms.type()))
                .tif(Codes.of(terms.tif()))
                .quantity(terms.quantity())
                .price(terms.price())
                .stopPrice(terms.stopPrice())
                .trigger(Codes.of(terms.trigger()))
                .trailingPrice(terms.trailingPrice())
                .trailingBps(terms.trailingBps())
                .expiresAtNs(terms.expiresAtNs())
                .deadlineNs(terms.deadlineNs())
                .postOnly(Codes.of(terms.postOnly()))
                .reduceOnly(Codes.of(terms.reduceOnly()))
                .displayQuantity(terms.displayQuantity())
                .urgency(Codes.of(terms.urgency()))
                .slippageMaxBps(terms.slippageMaxBps())
                .venueAccount(terms.venueAccount());
    }

    static void encodeTexts(OrderTerms terms, MessageWriter out) {
        out.text("account", terms.account(), TextLimits.NAME);
        out.text("strategy", terms.strategy(), TextLimits.NAME);
        out.text("clientKey", terms.clientKey(), TextLimits.NAME);
        out.text("metadata", terms.metadata(), TextLimits.METADATA);
    }

    static OrderTerms decode(OrderTermsDecoder block, MessageReader in) throws WireException {
        return new OrderTerms(
                in.text("account", TextLimits.NAME),
                in.text("strategy", TextLimits.NAME),
                in.text("clientKey", TextLimits.NAME),
                block.instrument(),
                Codes.side(block.sideRaw()),
                Codes.orderType(block.orderTypeRaw()),
                Codes.timeInForce(block.tifRaw()),
                block.quantity(),
                block.price(),
                block.stopPrice(),
                Codes.trigger(block.triggerRaw()),
                block.trailingPrice(),
                block.trailingBps(),
                block.expiresAtNs(),
                block.deadlineNs(),
                Codes.yes("postOnly", block.postOnlyRaw()),
                Codes.yes("reduceOnly", block.reduceOnlyRaw()),
                block.displayQuantity(),
                Codes.urgency(block.urgencyRaw()),
                block.slippageMaxBps(),
                block.venueAccount(),
                in.text("metadata", TextLimits.METADATA));
    }
}
