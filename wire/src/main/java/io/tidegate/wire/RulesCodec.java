package io.tidegate.wire;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.wire.sbe.GridDecoder;
import io.tidegate.wire.sbe.GridEncoder;
import io.tidegate.wire.sbe.LimitsDecoder;
import io.tidegate.wire.sbe.LimitsEncoder;
import io.tidegate.wire.sbe.VenueTermsDecoder;
import io.tidegate.wire.sbe.VenueTermsEncoder;

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
    }

    static VenueTerms decode(VenueTermsDecoder block) {
        return new VenueTerms(
                block.feeReserveBps(), block.sendWithinNs(), block.requestExpiryNs(), block.visibilityNs());
    }
}
