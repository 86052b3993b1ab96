package io.tidegate.wire;

import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.wire.sbe.DefineAssetDecoder;
import io.tidegate.wire.sbe.DefineAssetEncoder;
import io.tidegate.wire.sbe.DefineInstrumentDecoder;
import io.tidegate.wire.sbe.DefineInstrumentEncoder;
import io.tidegate.wire.sbe.DefineVenueAccountDecoder;
import io.tidegate.wire.sbe.DefineVenueAccountEncoder;
import io.tidegate.wire.sbe.SetGridDecoder;
import io.tidegate.wire.sbe.SetGridEncoder;
import io.tidegate.wire.sbe.SetLimitsDecoder;
import io.tidegate.wire.sbe.SetLimitsEncoder;
import io.tidegate.wire.sbe.SetMarkDecoder;
import io.tidegate.wire.sbe.SetMarkEncoder;

/// The commands that say what there is: assets, instruments, venue accounts, rules, reference prices. One thread.
final class DefinitionCommands {
    private final DefineAssetEncoder defineAssetEncoder = new DefineAssetEncoder();
    private final DefineAssetDecoder defineAssetDecoder = new DefineAssetDecoder();
    private final DefineInstrumentEncoder defineInstrumentEncoder = new DefineInstrumentEncoder();
    private final DefineInstrumentDecoder defineInstrumentDecoder = new DefineInstrumentDecoder();
    private final DefineVenueAccountEncoder defineVenueAccountEncoder = new DefineVenueAccountEncoder();
    private final DefineVenueAccountDecoder defineVenueAccountDecoder = new DefineVenueAccountDecoder();
    private final SetGridEncoder setGridEncoder = new SetGridEncoder();
    private final SetGridDecoder setGridDecoder = new SetGridDecoder();
    private final SetLimitsEncoder setLimitsEncoder = new SetLimitsEncoder();
    private final SetLimitsDecoder setLimitsDecoder = new SetLimitsDecoder();
    private final SetMarkEncoder setMarkEncoder = new SetMarkEncoder();
    private final SetMarkDecoder setMarkDecoder = new SetMarkDecoder();

    void encode(DefineAsset command, MessageWriter out) {
        out.block(defineAssetEncoder);
        out.text("code", command.code(), TextLimits.NAME);
    }

    DefineAsset defineAsset(MessageReader in) throws WireException {
        in.block(defineAssetDecoder);
        return new DefineAsset(in.text("code", TextLimits.NAME));
    }

    void encode(DefineInstrument command, MessageWriter out) {
        var block = out.block(defineInstrumentEncoder);
        block.assetClass(Codes.of(command.assetClass()))
                .priceScale(command.priceScale())
                .quantityScale(command.quantityScale());
        out.text("symbol", command.symbol(), TextLimits.NAME);
        out.text("base", command.base(), TextLimits.NAME);
        out.text("quote", command.quote(), TextLimits.NAME);
    }

    DefineInstrument defineInstrument(MessageReader in) throws WireException {
        var block = in.block(defineInstrumentDecoder);
        return new DefineInstrument(
                in.text("symbol", TextLimits.NAME),
                Codes.assetClass(block.assetClassRaw()),
                in.text("base", TextLimits.NAME),
                in.text("quote", TextLimits.NAME),
                block.priceScale(),
                block.quantityScale());
    }

    void encode(DefineVenueAccount command, MessageWriter out) {
        var block = out.block(defineVenueAccountEncoder);
        RulesCodec.encode(command.terms(), block.terms());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("venue", command.venue(), TextLimits.NAME);
        out.text("label", command.label(), TextLimits.NAME);
        RulesCodec.encodeTexts(command.terms(), out);
    }

    DefineVenueAccount defineVenueAccount(MessageReader in) throws WireException {
        var block = in.block(defineVenueAccountDecoder);
        return new DefineVenueAccount(
                in.text("account", TextLimits.NAME),
                in.text("venue", TextLimits.NAME),
                in.text("label", TextLimits.NAME),
                RulesCodec.decode(block.terms(), in));
    }

    void encode(SetGrid command, MessageWriter out) {
        var block = out.block(setGridEncoder);
        block.venueAccount(command.venueAccount()).instrument(command.instrument());
        RulesCodec.encode(command.grid(), block.grid());
    }

    SetGrid setGrid(MessageReader in) throws WireException {
        var block = in.block(setGridDecoder);
        return new SetGrid(block.venueAccount(), block.instrument(), RulesCodec.decode(block.grid()));
    }

    void encode(SetLimits command, MessageWriter out) {
        var block = out.block(setLimitsEncoder);
        RulesCodec.encode(command.limits(), block.limits());
        out.text("account", command.account(), TextLimits.NAME);
        out.text("by", command.by(), TextLimits.NAME);
    }

    SetLimits setLimits(MessageReader in) throws WireException {
        var block = in.block(setLimitsDecoder);
        return new SetLimits(
                in.text("account", TextLimits.NAME), RulesCodec.decode(block.limits()), in.text("by", TextLimits.NAME));
    }

    void encode(SetMark command, MessageWriter out) {
        var block = out.block(setMarkEncoder);
        block.instrument(command.instrument())
                .bid(command.bid())
                .ask(command.ask())
                .last(command.last())
                .atNs(command.atNs());
    }

    SetMark setMark(MessageReader in) throws WireException {
        var block = in.block(setMarkDecoder);
        return new SetMark(block.instrument(), block.bid(), block.ask(), block.last(), block.atNs());
    }
}
