package io.tidegate.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.wire.sbe.GridDecoder;
import io.tidegate.wire.sbe.GridEncoder;
import io.tidegate.wire.sbe.LimitsDecoder;
import io.tidegate.wire.sbe.LimitsEncoder;
import io.tidegate.wire.sbe.VenueTermsDecoder;
import io.tidegate.wire.sbe.VenueTermsEncoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rules that bound orders: a venue's grid and terms, an account's limits.
///
/// Reading one that is out of its range throws the record's own IllegalArgumentException; the codecs turn it into a
/// [WireException].
final class RulesCodec {
    private RulesCodec() {}

    static void encode(Grid grid, GridEncoder block) {
        block.tick(grid.tick()).lot(grid.lot()).quantityMin(grid.quantityMin()).quantityMax(grid.quantityMax());
        AmountCodec.encode(grid.notionalMin(), block.notionalMin());
    }

    static Grid decode(GridDecoder block) {
        return new Grid(
                block.tick(),
                block.lot(),
                block.quantityMin(),
                block.quantityMax(),
                AmountCodec.decode(block.notionalMin()));
    }

    static void encode(Limits limits, LimitsEncoder block) {
        block.openOrders(limits.openOrders())
                .ordersPerSecond(limits.ordersPerSecond())
                .collarBps(limits.collarBps())
                .referenceAgeMaxNs(limits.referenceAgeMaxNs())
                .duplicateWindowNs(limits.duplicateWindowNs())
                .duplicates(Codes.of(limits.duplicates()));
        AmountCodec.encode(limits.orderValueMax(), block.orderValueMax());
    }

    static Limits decode(LimitsDecoder block) throws WireException {
        return new Limits(
                block.openOrders(),
                block.ordersPerSecond(),
                AmountCodec.decode(block.orderValueMax()),
                block.collarBps(),
                block.referenceAgeMaxNs(),
                block.duplicateWindowNs(),
                Codes.duplicates(block.duplicatesRaw()));
    }

    static void encode(VenueTerms terms, VenueTermsEncoder block) {
        block.feeReserveBps(terms.feeReserveBps())
                .sendWithinNs(terms.sendWithinNs())
                .requestExpiryNs(terms.requestExpiryNs())
                .visibilityNs(terms.visibilityNs());
        int features = block.offset() + VenueTermsEncoder.featuresEncodingOffset();
        block.buffer().putShort(features, (short) bits(terms.features()), LITTLE_ENDIAN);
    }

    /// The text that stands behind the others of its message.
    static void encodeTexts(VenueTerms terms, MessageWriter out) {
        out.text("parameters", String.join(",", terms.parameters()), TextLimits.NAME);
    }

    static VenueTerms decode(VenueTermsDecoder block, MessageReader in) throws WireException {
        String parameters = in.text("parameters", TextLimits.NAME);
        return new VenueTerms(
                block.feeReserveBps(),
                block.sendWithinNs(),
                block.requestExpiryNs(),
                block.visibilityNs(),
                features(block.features().getRaw() & 0xFFFF),
                parameters.isEmpty() ? List.of() : List.of(parameters.split(",", -1)));
    }

    /// One bit for each feature: bit 0 is code 1.
    private static int bits(Set<VenueFeature> features) {
        int bits = 0;
        for (VenueFeature feature : features) {
            bits |= 1 << (Codes.of(feature) - 1);
        }
        return bits;
    }

    private static Set<VenueFeature> features(int bits) throws WireException {
        var features = EnumSet.noneOf(VenueFeature.class);
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            features.add(Codes.venueFeature(Integer.numberOfTrailingZeros(rest) + 1));
        }
        return features;
    }
}
