package io.tidegate.wire;

import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.wire.sbe.OrderTermsDecoder;
import io.tidegate.wire.sbe.OrderTermsEncoder;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

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
                .venueAccount(terms.venueAccount())
                .partMin(terms.constraints().partMin())
                .mevProtection(Codes.of(terms.constraints().mevProtection()))
                .overFillMax(terms.constraints().overFillMax())
                .selfTrade(Codes.of(terms.constraints().selfTrade()))
                .groupRole(Codes.of(terms.link().role()));
        for (int i = 0; i < Constraints.VENUES_MAX; i++) {
            block.preferred(i, at(terms.constraints().preferredVenues(), i));
            block.excluded(i, at(terms.constraints().excludedVenues(), i));
        }
    }

    static void encodeTexts(OrderTerms terms, MessageWriter out) {
        out.text("account", terms.account(), TextLimits.NAME);
        out.text("strategy", terms.strategy(), TextLimits.NAME);
        out.text("clientKey", terms.clientKey(), TextLimits.NAME);
        out.text("metadata", terms.metadata(), TextLimits.METADATA);
        out.text("venueParameters", terms.constraints().venueParameters(), TextLimits.NAME);
        out.text("group", terms.link().group(), TextLimits.NAME);
    }

    /// Venue accounts are counted from 1: 0 says that the list is at its end.
    private static int at(List<Integer> venues, int index) {
        return index < venues.size() ? venues.get(index) : 0;
    }

    private static List<Integer> upToZero(IntUnaryOperator venues) {
        return IntStream.range(0, Constraints.VENUES_MAX)
                .map(venues)
                .takeWhile(id -> id != 0)
                .boxed()
                .toList();
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
                in.text("metadata", TextLimits.METADATA),
                new Constraints(
                        upToZero(block::preferred),
                        upToZero(block::excluded),
                        block.partMin(),
                        Codes.yes("mevProtection", block.mevProtectionRaw()),
                        block.overFillMax(),
                        Codes.selfTrade(block.selfTradeRaw()),
                        in.text("venueParameters", TextLimits.NAME)),
                new Link(Codes.groupRole(block.groupRoleRaw()), in.text("group", TextLimits.NAME)));
    }
}
