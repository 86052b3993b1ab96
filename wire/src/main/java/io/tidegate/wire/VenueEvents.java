package io.tidegate.wire;

import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.wire.sbe.FactParkedDecoder;
import io.tidegate.wire.sbe.FactParkedEncoder;
import io.tidegate.wire.sbe.GateChangedDecoder;
import io.tidegate.wire.sbe.GateChangedEncoder;
import io.tidegate.wire.sbe.KillSwitchSetDecoder;
import io.tidegate.wire.sbe.KillSwitchSetEncoder;
import io.tidegate.wire.sbe.VenueClaimedDecoder;
import io.tidegate.wire.sbe.VenueClaimedEncoder;

/// The events about whether and by whom venues may be used. One thread.
final class VenueEvents {
    private final VenueClaimedEncoder venueClaimedEncoder = new VenueClaimedEncoder();
    private final VenueClaimedDecoder venueClaimedDecoder = new VenueClaimedDecoder();
    private final GateChangedEncoder gateChangedEncoder = new GateChangedEncoder();
    private final GateChangedDecoder gateChangedDecoder = new GateChangedDecoder();
    private final KillSwitchSetEncoder killSwitchSetEncoder = new KillSwitchSetEncoder();
    private final KillSwitchSetDecoder killSwitchSetDecoder = new KillSwitchSetDecoder();
    private final FactParkedEncoder factParkedEncoder = new FactParkedEncoder();
    private final FactParkedDecoder factParkedDecoder = new FactParkedDecoder();

    void encode(VenueClaimed event, MessageWriter out) {
        var block = out.block(venueClaimedEncoder);
        block.venueAccount(event.venueAccount()).epoch(event.epoch()).nonce(event.nonce());
        out.text("gateway", event.gateway(), TextLimits.NAME);
    }

    VenueClaimed venueClaimed(MessageReader in) throws WireException {
        var block = in.block(venueClaimedDecoder);
        return new VenueClaimed(
                block.venueAccount(), in.text("gateway", TextLimits.NAME), block.epoch(), block.nonce());
    }

    void encode(GateChanged event, MessageWriter out) {
        var block = out.block(gateChangedEncoder);
        block.venueAccount(event.venueAccount()).isOpen(Codes.of(event.open()));
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    GateChanged gateChanged(MessageReader in) throws WireException {
        var block = in.block(gateChangedDecoder);
        return new GateChanged(
                block.venueAccount(), Codes.yes("open", block.isOpenRaw()), in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(KillSwitchSet event, MessageWriter out) {
        var block = out.block(killSwitchSetEncoder);
        block.scope(Codes.of(event.scope())).engaged(Codes.of(event.engaged()));
        out.text("subject", event.subject(), TextLimits.NAME);
        out.text("by", event.by(), TextLimits.NAME);
        out.text("reason", event.reason(), TextLimits.EXPLANATION);
    }

    KillSwitchSet killSwitchSet(MessageReader in) throws WireException {
        var block = in.block(killSwitchSetDecoder);
        return new KillSwitchSet(
                Codes.killScope(block.scopeRaw()),
                in.text("subject", TextLimits.NAME),
                Codes.yes("engaged", block.engagedRaw()),
                in.text("by", TextLimits.NAME),
                in.text("reason", TextLimits.EXPLANATION));
    }

    void encode(FactParked event, MessageWriter out) {
        var block = out.block(factParkedEncoder);
        block.venueAccount(event.venueAccount()).instrument(event.instrument());
        out.text("what", event.what(), TextLimits.EXPLANATION);
        out.text("raw", event.raw(), TextLimits.RAW);
    }

    FactParked factParked(MessageReader in) throws WireException {
        var block = in.block(factParkedDecoder);
        return new FactParked(
                block.venueAccount(),
                block.instrument(),
                in.text("what", TextLimits.EXPLANATION),
                in.text("raw", TextLimits.RAW));
    }
}
