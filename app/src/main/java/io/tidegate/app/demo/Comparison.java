package io.tidegate.app.demo;

import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Our books against the venue's, to the last unit: every difference is a violation.
final class Comparison {
    private final OurTruth ours;
    private final VenueTruth venue;
    private final List<String> violations = new ArrayList<>();

    private Comparison(OurTruth ours, VenueTruth venue) {
        this.ours = ours;
        this.venue = venue;
    }

    /// @return every difference in words; empty when there is none
    static List<String> violations(OurTruth ours, VenueTruth venue) {
        var comparison = new Comparison(ours, venue);
        comparison.orders();
        comparison.fills();
        comparison.balances();
        comparison.positions();
        return comparison.violations;
    }

    private void orders() {
        venue.placed().forEach((id, count) -> {
            if (count > 1) {
                violations.add("order " + id + " was placed " + count + " times at the venue");
            }
            if (!ours.handedOut.contains(id)) {
                violations.add("order " + id + " is at the venue and was never handed out");
            }
        });
        venue.open().forEach(id -> violations.add("order " + id + " is still open at the venue"));
        long open = ours.orders.values().stream()
                .filter(status -> !status.isTerminal())
                .count();
        if (open > 0) {
            violations.add(open + " orders have not ended in our books");
        }
        violations.addAll(ours.remarkable);
        if (ours.count(OrderStatus.FILLED) > 0 && ours.fills.isEmpty()) {
            violations.add("orders are filled and there is no fill");
        }
    }

    private void fills() {
        ours.doubled.forEach(key -> violations.add("fill booked twice: " + key));
        var all = new TreeSet<>(venue.fills().keySet());
        all.addAll(ours.fills.keySet());
        for (String key : all) {
            FillBooked our = ours.fills.get(key);
            VenueTruth.VenueFill theirs = venue.fills().get(key);
            if (our == null) {
                violations.add("fill lost: " + key);
            } else if (theirs == null) {
                violations.add("fill that never happened: " + key);
            } else if (!theirs.equals(seen(our))) {
                violations.add("fill differs: " + key + ", ours " + seen(our) + ", the venue's " + theirs);
            }
        }
    }

    private VenueTruth.VenueFill seen(FillBooked fill) {
        Instrument instrument = ours.instruments.get(fill.instrument());
        Asset feeAsset = ours.assets.get(fill.feeAsset());
        return new VenueTruth.VenueFill(
                fill.side(),
                instrument == null ? Amount.ZERO : instrument.baseAmount(fill.quantity()),
                fill.price(),
                fill.quote(),
                fill.fee(),
                feeAsset == null ? "" : feeAsset.code());
    }

    private void balances() {
        for (Map.Entry<Integer, Asset> asset : ours.assets.entrySet()) {
            String code = asset.getValue().code();
            Amount our = ours.balances.getOrDefault(asset.getKey(), Amount.ZERO);
            Amount theirs = venue.balances().getOrDefault(code, Amount.ZERO);
            if (!our.equals(theirs)) {
                violations.add("balance of " + code + ": ours " + our + ", the venue's " + theirs);
            }
        }
    }

    private void positions() {
        for (Instrument instrument : ours.instruments.values()) {
            long traded = 0;
            for (FillBooked fill : ours.fills.values()) {
                if (fill.instrument() == instrument.id()) {
                    traded += fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
                }
            }
            PositionChanged position = ours.positions.get(instrument.id());
            long held = position == null ? 0 : position.quantity();
            if (held != traded) {
                violations.add("position in " + instrument.symbol() + ": " + instrument.quantityText(held)
                        + ", its fills say " + instrument.quantityText(traded));
            }
        }
    }
}
