package io.tidegate.wire;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.order.WorkingTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.risk.LossLimits;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.testkit.Seed;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Random values of what commands and events are made of, within the ranges that their records enforce.
final class RandomWords {
    private RandomWords() {}

    static long any(Seed seed) {
        return seed.longBetween(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static int anyInt(Seed seed) {
        return seed.intBetween(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// Up to 64 characters, of one to four bytes each.
    static String name(Seed seed) {
        return text(seed, 64);
    }

    static String sentence(Seed seed) {
        return text(seed, 200);
    }

    static String metadata(Seed seed) {
        return text(seed, 1_000);
    }

    static String raw(Seed seed) {
        return text(seed, 2_000);
    }

    private static String text(Seed seed, int charactersMax) {
        var text = seed.text(charactersMax - 2);
        return seed.chance(10) ? text + "\uD834\uDD1E" : text; // a clef, beyond 16 bits
    }

    static Amount amount(Seed seed) {
        return new Amount(any(seed), any(seed));
    }

    static Optional<EndKind> endKind(Seed seed) {
        return seed.chance(50) ? Optional.empty() : Optional.of(seed.pick(EndKind.class));
    }

    static Asset asset(Seed seed) {
        return new Asset(anyInt(seed), name(seed));
    }

    static Instrument instrument(Seed seed) {
        int priceScale = seed.intBetween(0, 18);
        return new Instrument(
                anyInt(seed),
                name(seed),
                seed.pick(AssetClass.class),
                anyInt(seed),
                anyInt(seed),
                priceScale,
                seed.intBetween(0, 18 - priceScale));
    }

    static Grid grid(Seed seed) {
        long quantityMin = positive(seed);
        return new Grid(
                positive(seed),
                positive(seed),
                quantityMin,
                seed.longBetween(quantityMin, Long.MAX_VALUE),
                notNegative(seed));
    }

    static Limits limits(Seed seed) {
        return new Limits(
                seed.intBetween(1, 1_000_000),
                seed.intBetween(1, 1_000_000),
                notNegative(seed),
                seed.intBetween(1, 10_000),
                positive(seed),
                seed.longBetween(0, Long.MAX_VALUE),
                seed.pick(Limits.Duplicates.class));
    }

    static VenueTerms venueTerms(Seed seed) {
        return new VenueTerms(
                seed.intBetween(0, 1_000),
                positive(seed),
                seed.longBetween(0, Long.MAX_VALUE),
                seed.longBetween(0, Long.MAX_VALUE),
                features(seed),
                List.copyOf(seed.listOf(6, () -> "p_" + seed.intBetween(0, 1_000_000))));
    }

    private static Set<VenueFeature> features(Seed seed) {
        var features = EnumSet.noneOf(VenueFeature.class);
        for (VenueFeature feature : VenueFeature.values()) {
            if (seed.chance(50)) {
                features.add(feature);
            }
        }
        return features;
    }

    static VenueAccount venueAccount(Seed seed) {
        return new VenueAccount(anyInt(seed), name(seed), name(seed), name(seed), venueTerms(seed));
    }

    static Refusal refusal(Seed seed) {
        return new Refusal(seed.pick(RefusalCode.class), name(seed), sentence(seed), sentence(seed));
    }

    static List<ChildTerms> proposal(Seed seed) {
        return List.copyOf(seed.listOf(
                16,
                () -> new ChildTerms(
                        anyInt(seed),
                        seed.pick(OrderType.class),
                        seed.pick(TimeInForce.class),
                        any(seed),
                        any(seed),
                        seed.chance(50))));
    }

    static OrderTerms orderTerms(Seed seed) {
        return new OrderTerms(
                name(seed),
                name(seed),
                name(seed),
                anyInt(seed),
                seed.pick(Side.class),
                seed.pick(OrderType.class),
                seed.pick(TimeInForce.class),
                any(seed),
                any(seed),
                any(seed),
                seed.pick(Trigger.class),
                any(seed),
                anyInt(seed),
                any(seed),
                any(seed),
                seed.chance(50),
                seed.chance(50),
                any(seed),
                seed.pick(Urgency.class),
                anyInt(seed),
                anyInt(seed),
                metadata(seed),
                constraints(seed),
                new Link(seed.pick(GroupRole.class), name(seed)));
    }

    private static Constraints constraints(Seed seed) {
        return new Constraints(
                List.copyOf(seed.listOf(Constraints.VENUES_MAX, () -> seed.intBetween(1, Integer.MAX_VALUE))),
                List.copyOf(seed.listOf(Constraints.VENUES_MAX, () -> seed.intBetween(1, Integer.MAX_VALUE))),
                any(seed),
                seed.chance(50),
                any(seed),
                seed.pick(SelfTrade.class),
                name(seed));
    }

    static WorkingTerms working(Seed seed) {
        return new WorkingTerms(any(seed), any(seed), any(seed));
    }

    static Instructions instructions(Seed seed) {
        return new Instructions(
                seed.pick(Trigger.class),
                any(seed),
                any(seed),
                anyInt(seed),
                any(seed),
                seed.chance(50),
                seed.pick(SelfTrade.class),
                any(seed),
                name(seed));
    }

    private static long positive(Seed seed) {
        return seed.longBetween(1, Long.MAX_VALUE);
    }

    private static Amount notNegative(Seed seed) {
        return new Amount(seed.longBetween(0, Long.MAX_VALUE), any(seed));
    }

    static InstrumentLimits instrumentLimits(Seed seed) {
        return new InstrumentLimits(
                seed.intBetween(0, 10_000), seed.longBetween(0, Long.MAX_VALUE), seed.longBetween(0, Long.MAX_VALUE));
    }

    static LossLimits lossLimits(Seed seed) {
        return new LossLimits(
                seed.intBetween(1, Integer.MAX_VALUE),
                seed.intBetween(0, 86_399),
                lossSteps(seed),
                lossSteps(seed),
                Amount.ofScaled(seed.longBetween(1, Long.MAX_VALUE), seed.intBetween(0, 18)));
    }

    private static LossLimits.Steps lossSteps(Seed seed) {
        long shrink = seed.longBetween(0, 1L << 40);
        long noNew = shrink + seed.longBetween(0, 1L << 40);
        long flatten = noNew + seed.longBetween(0, 1L << 40);
        long stop = flatten + seed.longBetween(0, 1L << 40);
        return new LossLimits.Steps(
                Amount.ofScaled(shrink, 3),
                Amount.ofScaled(noNew, 3),
                Amount.ofScaled(flatten, 3),
                Amount.ofScaled(stop, 3));
    }
}
