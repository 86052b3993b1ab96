package io.tidegate.wire;

import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.wire.sbe.AssetDefinedDecoder;
import io.tidegate.wire.sbe.AssetDefinedEncoder;
import io.tidegate.wire.sbe.GridSetDecoder;
import io.tidegate.wire.sbe.GridSetEncoder;
import io.tidegate.wire.sbe.InstrumentDefinedDecoder;
import io.tidegate.wire.sbe.InstrumentDefinedEncoder;
import io.tidegate.wire.sbe.LimitsSetDecoder;
import io.tidegate.wire.sbe.LimitsSetEncoder;
import io.tidegate.wire.sbe.MarkSetDecoder;
import io.tidegate.wire.sbe.MarkSetEncoder;
import io.tidegate.wire.sbe.VenueAccountDefinedDecoder;
import io.tidegate.wire.sbe.VenueAccountDefinedEncoder;

/// The events that say what there is: assets, instruments, venue accounts, rules, reference prices. One thread.
final class DefinitionEvents {
    private final AssetDefinedEncoder assetDefinedEncoder = new AssetDefinedEncoder();
    private final AssetDefinedDecoder assetDefinedDecoder = new AssetDefinedDecoder();
    private final InstrumentDefinedEncoder instrumentDefinedEncoder = new InstrumentDefinedEncoder();
    private final InstrumentDefinedDecoder instrumentDefinedDecoder = new InstrumentDefinedDecoder();
    private final VenueAccountDefinedEncoder venueAccountDefinedEncoder = new VenueAccountDefinedEncoder();
    private final VenueAccountDefinedDecoder venueAccountDefinedDecoder = new VenueAccountDefinedDecoder();
    private final GridSetEncoder gridSetEncoder = new GridSetEncoder();
    private final GridSetDecoder gridSetDecoder = new GridSetDecoder();
    private final LimitsSetEncoder limitsSetEncoder = new LimitsSetEncoder();
    private final LimitsSetDecoder limitsSetDecoder = new LimitsSetDecoder();
    private final MarkSetEncoder markSetEncoder = new MarkSetEncoder();
    private final MarkSetDecoder markSetDecoder = new MarkSetDecoder();

    void encode(AssetDefined event, MessageWriter out) {
        var block = out.block(assetDefinedEncoder);
        block.id(event.asset().id());
        out.text("code", event.asset().code(), TextLimits.NAME);
    }

    AssetDefined assetDefined(MessageReader in) throws WireException {
        var block = in.block(assetDefinedDecoder);
        return new AssetDefined(new Asset(block.id(), in.text("code", TextLimits.NAME)));
    }

    void encode(InstrumentDefined event, MessageWriter out) {
        var block = out.block(instrumentDefinedEncoder);
        block.id(event.instrument().id())
                .assetClass(Codes.of(event.instrument().assetClass()))
                .baseAsset(event.instrument().base())
                .quoteAsset(event.instrument().quote())
                .priceScale(event.instrument().priceScale())
                .quantityScale(event.instrument().quantityScale());
        out.text("symbol", event.instrument().symbol(), TextLimits.NAME);
    }

    InstrumentDefined instrumentDefined(MessageReader in) throws WireException {
        var block = in.block(instrumentDefinedDecoder);
        return new InstrumentDefined(new Instrument(
                block.id(),
                in.text("symbol", TextLimits.NAME),
                Codes.assetClass(block.assetClassRaw()),
                block.baseAsset(),
                block.quoteAsset(),
                block.priceScale(),
                block.quantityScale()));
    }

    void encode(VenueAccountDefined event, MessageWriter out) {
        var block = out.block(venueAccountDefinedEncoder);
        block.id(event.venueAccount().id());
        RulesCodec.encode(event.venueAccount().terms(), block.terms());
        out.text("account", event.venueAccount().account(), TextLimits.NAME);
        out.text("venue", event.venueAccount().venue(), TextLimits.NAME);
        out.text("label", event.venueAccount().label(), TextLimits.NAME);
        RulesCodec.encodeTexts(event.venueAccount().terms(), out);
    }

    VenueAccountDefined venueAccountDefined(MessageReader in) throws WireException {
        var block = in.block(venueAccountDefinedDecoder);
        return new VenueAccountDefined(new VenueAccount(
                block.id(),
                in.text("account", TextLimits.NAME),
                in.text("venue", TextLimits.NAME),
                in.text("label", TextLimits.NAME),
                RulesCodec.decode(block.terms(), in)));
    }

    void encode(GridSet event, MessageWriter out) {
        var block = out.block(gridSetEncoder);
        block.venueAccount(event.venueAccount()).instrument(event.instrument());
        RulesCodec.encode(event.grid(), block.grid());
    }

    GridSet gridSet(MessageReader in) throws WireException {
        var block = in.block(gridSetDecoder);
        return new GridSet(block.venueAccount(), block.instrument(), RulesCodec.decode(block.grid()));
    }

    void encode(LimitsSet event, MessageWriter out) {
        var block = out.block(limitsSetEncoder);
        RulesCodec.encode(event.limits(), block.limits());
        out.text("account", event.account(), TextLimits.NAME);
        out.text("by", event.by(), TextLimits.NAME);
    }

    LimitsSet limitsSet(MessageReader in) throws WireException {
        var block = in.block(limitsSetDecoder);
        return new LimitsSet(
                in.text("account", TextLimits.NAME), RulesCodec.decode(block.limits()), in.text("by", TextLimits.NAME));
    }

    void encode(MarkSet event, MessageWriter out) {
        var block = out.block(markSetEncoder);
        block.instrument(event.instrument())
                .bid(event.bid())
                .ask(event.ask())
                .last(event.last())
                .atNs(event.atNs());
    }

    MarkSet markSet(MessageReader in) throws WireException {
        var block = in.block(markSetDecoder);
        return new MarkSet(block.instrument(), block.bid(), block.ask(), block.last(), block.atNs());
    }
}
