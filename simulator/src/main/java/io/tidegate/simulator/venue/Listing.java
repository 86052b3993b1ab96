package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import java.util.List;

/// An instrument as the venue lists it: what is traded, in which steps, around which price.
///
/// @param marketQuantityMax largest quantity of a market order
/// @param referencePrice    where its market begins
public record Listing(
        Instrument instrument, Asset base, Asset quote, Grid grid, long marketQuantityMax, long referencePrice) {
    private static final Asset BTC = new Asset(1, "BTC");
    private static final Asset ETH = new Asset(2, "ETH");
    private static final Asset SOL = new Asset(3, "SOL");
    private static final Asset USDT = new Asset(4, "USDT");

    public Listing {
        if (!grid.takesPrice(referencePrice)) {
            throw new IllegalArgumentException(
                    instrument.symbol() + ": reference price " + referencePrice + " is off its grid");
        }
    }

    /// BTC/USDT, ETH/USDT and SOL/USDT with the steps and minima that large venues use, 8 decimals in all.
    public static List<Listing> usual() {
        return List.of(
                listing(1, BTC, "0.01", "0.00001", "9000", "120", "65000"),
                listing(2, ETH, "0.01", "0.0001", "9000", "1800", "3200"),
                listing(3, SOL, "0.01", "0.001", "90000", "15000", "150"));
    }

    /// The same around another price.
    public Listing around(long price) {
        return new Listing(instrument, base, quote, grid, marketQuantityMax, price);
    }

    private static Listing listing(
            int id, Asset base, String tick, String lot, String quantityMax, String marketQuantityMax, String price) {
        var instrument =
                new Instrument(id, base.code() + "/" + USDT.code(), AssetClass.SPOT, base.id(), USDT.id(), 8, 8);
        long step = instrument.quantity(lot);
        var grid = new Grid(instrument.price(tick), step, step, instrument.quantity(quantityMax), Amount.parse("5"));
        return new Listing(
                instrument, base, USDT, grid, instrument.quantity(marketQuantityMax), instrument.price(price));
    }
}
