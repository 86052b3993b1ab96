package io.tidegate.api.words;

import io.tidegate.api.books.Listings;
import io.tidegate.api.books.Losses;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.risk.LossLimits;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an account may hold and lose, in JSON, both ways. Zero means no limit.
public final class LimitWords {
    private final Listings listings;
    private final Losses losses;

    public LimitWords(Listings listings, Losses losses) {
        this.listings = listings;
        this.losses = losses;
    }

    /// Every limit of an account, and in which step of loss it is.
    public ObjectNode limits(String account) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("account", account);
        Limits own = listings.limits(account);
        to.put("openOrders", own.openOrders());
        to.put("ordersPerSecond", own.ordersPerSecond());
        to.put("orderValueMax", own.orderValueMax().toString());
        to.put("collarBps", own.collarBps());
        to.put("referenceAgeMaxMs", own.referenceAgeMaxNs() / 1_000_000);
        ArrayNode instruments = to.putArray("instruments");
        losses.instruments(account).forEach(set -> instruments.add(instrument(set)));
        losses.limits(account).ifPresent(set -> to.set("losses", losses(set.limits())));
        to.put("lossStep", losses.step(account).name());
        return to;
    }

    private ObjectNode instrument(InstrumentLimitsSet set) {
        Instrument instrument = listings.instrument(set.instrument()).orElseThrow();
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put("instrument", instrument.symbol());
        to.put("collarBps", set.limits().collarBps());
        to.put("orderQuantityMax", instrument.quantityText(set.limits().orderQuantityMax()));
        to.put("positionMax", instrument.quantityText(set.limits().positionMax()));
        to.put("by", set.by());
        return to;
    }

    private ObjectNode losses(LossLimits limits) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        to.put(
                "reportingAsset",
                listings.asset(limits.reportingAsset()).map(Asset::code).orElse("#" + limits.reportingAsset()));
        to.put("dayStartSeconds", limits.dayStartSeconds());
        steps("day", limits.day(), to);
        steps("drawdown", limits.drawdown(), to);
        to.put("shrunkOrderValueMax", limits.shrunkOrderValueMax().toString());
        return to;
    }

    private static void steps(String of, LossLimits.Steps steps, ObjectNode to) {
        to.put(of + "Shrink", steps.shrink().toString());
        to.put(of + "NoNew", steps.noNew().toString());
        to.put(of + "Flatten", steps.flatten().toString());
        to.put(of + "Stop", steps.stop().toString());
    }

    /// Reads `{"instrument", "collarBps", "orderQuantityMax", "positionMax"}`; empty when the instrument is not known.
    public Optional<Command> instrumentLimits(Fields fields, String account, String by) {
        fields.require("instrument");
        Optional<String> symbol = fields.text("instrument", 1, 48);
        Optional<Instrument> instrument = symbol.flatMap(listings::instrument);
        if (symbol.isPresent() && instrument.isEmpty()) {
            fields.fault("instrument", "must be a listed instrument", symbol.get());
        }
        int collarBps = fields.whole("collarBps", 0, 10_000);
        long sizeMax = quantity(fields, "orderQuantityMax", instrument);
        long positionMax = quantity(fields, "positionMax", instrument);
        return instrument.map(one ->
                new SetInstrumentLimits(account, one.id(), new InstrumentLimits(collarBps, sizeMax, positionMax), by));
    }

    private static long quantity(Fields fields, String field, Optional<Instrument> instrument) {
        long quantity = fields.decimal(
                field, text -> instrument.map(one -> one.quantity(text)).orElse(0L));
        if (quantity < 0) {
            fields.fault(field, "must not be negative", fields.asStated(field));
            return 0;
        }
        return quantity;
    }

    /// Reads the reporting asset, the steps `dayShrink` to `drawdownStop` and `shrunkOrderValueMax`; empty when they
    /// are no limits together.
    public Optional<Command> lossLimits(Fields fields, String account, String by) {
        fields.require("reportingAsset");
        Optional<String> code = fields.text("reportingAsset", 1, 24);
        Optional<Asset> asset = code.flatMap(listings::asset);
        if (code.isPresent() && asset.isEmpty()) {
            fields.fault("reportingAsset", "must be a known asset", code.get());
        }
        int dayStartSeconds = fields.whole("dayStartSeconds", 0, 86_399);
        Optional<LossLimits.Steps> day = steps("day", fields);
        Optional<LossLimits.Steps> drawdown = steps("drawdown", fields);
        Amount shrunk = amount("shrunkOrderValueMax", fields);
        if (asset.isEmpty() || day.isEmpty() || drawdown.isEmpty()) {
            return Optional.empty();
        }
        boolean shrinks =
                !day.get().shrink().isZero() || !drawdown.get().shrink().isZero();
        if (shrinks && shrunk.isZero()) {
            fields.fault("shrunkOrderValueMax", "must be positive where a step shrinks", shrunk.toString());
            return Optional.empty();
        }
        return Optional.of(new SetLossLimits(
                account, new LossLimits(asset.get().id(), dayStartSeconds, day.get(), drawdown.get(), shrunk), by));
    }

    private static Optional<LossLimits.Steps> steps(String of, Fields fields) {
        String[] names = {of + "Shrink", of + "NoNew", of + "Flatten", of + "Stop"};
        var amounts = new Amount[names.length];
        Amount before = Amount.ZERO;
        for (int i = 0; i < names.length; i++) {
            amounts[i] = amount(names[i], fields);
            if (!amounts[i].isZero() && amounts[i].compareTo(before) < 0) {
                return fields.fault(names[i], "must not be below the step before", amounts[i].toString());
            }
            before = before.max(amounts[i]);
        }
        return Optional.of(new LossLimits.Steps(amounts[0], amounts[1], amounts[2], amounts[3]));
    }

    private static Amount amount(String field, Fields fields) {
        Optional<String> text = fields.text(field, 1, 41);
        try {
            Amount amount = text.map(Amount::parse).orElse(Amount.ZERO);
            if (amount.signum() >= 0 && amount.isModest()) {
                return amount;
            }
            fields.fault(field, "must be 0 or more, below 2 x 10^19", text.orElse(""));
        } catch (NumberFormatException | ArithmeticException refused) {
            fields.fault(field, String.valueOf(refused.getMessage()), text.orElse(""));
        }
        return Amount.ZERO;
    }
}
