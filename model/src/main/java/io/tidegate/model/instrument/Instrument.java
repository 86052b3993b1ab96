package io.tidegate.model.instrument;

import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;
import java.math.BigInteger;
import java.util.Optional;

/// What is traded, and the decimal scales in which its prices and quantities are counted, for ever (SPEC INS-3).
///
/// @param id            given by the core in the order of definition, from 1
/// @param symbol        the canonical name, such as `BTC/USDT`
/// @param assetClass    its kind
/// @param base          id of the asset that is bought and sold
/// @param quote         id of the asset in which it is priced
/// @param priceScale    decimal places of a price
/// @param quantityScale decimal places of a quantity; together with the price's at most 18
public record Instrument(
        int id, String symbol, AssetClass assetClass, int base, int quote, int priceScale, int quantityScale) {
    public Instrument {
        if (priceScale < 0 || priceScale > 18 || quantityScale < 0 || quantityScale > 18 - priceScale) {
            throw new IllegalArgumentException(
                    "scales " + priceScale + " + " + quantityScale + " beyond 18: " + symbol);
        }
    }

    /// Reads a price such as `101.25`: 10125 at scale 2.
    ///
    /// @throws NumberFormatException when it is no plain decimal
    /// @throws ArithmeticException when it has more decimals than the scale, or is beyond 63 bits; never rounded
    public long price(CharSequence decimal) {
        return Decimals.parse(decimal, priceScale);
    }

    /// Reads a quantity; refuses like [#price].
    public long quantity(CharSequence decimal) {
        return Decimals.parse(decimal, quantityScale);
    }

    /// Writes a price of this instrument.
    public String priceText(long price) {
        return Decimals.format(price, priceScale);
    }

    /// Writes a quantity of this instrument.
    public String quantityText(long quantity) {
        return Decimals.format(quantity, quantityScale);
    }

    /// Decimal places of price and quantity together, 0 to 18.
    public int scales() {
        return priceScale + quantityScale;
    }

    /// `price × quantity` in the quote asset, exact.
    ///
    /// @throws ArithmeticException when it is beyond 127 bits
    public Amount value(long price, long quantity) {
        return Amount.product(price, quantity, scales());
    }

    /// What a quantity is worth half way between bid and ask, in the quote asset; empty beyond 127 bits. Exact, but
    /// where
    /// the scales add up to 18: there half a unit is rounded down.
    public Optional<Amount> midValue(long bid, long ask, long quantity) {
        BigInteger value = BigInteger.valueOf(bid)
                .add(BigInteger.valueOf(ask))
                .multiply(BigInteger.valueOf(quantity))
                .multiply(BigInteger.TEN.pow(Amount.SCALE - scales()))
                .shiftRight(1);
        return value.bitLength() > 127 ? Optional.empty() : Optional.of(Amount.of(value));
    }

    /// A quantity of this instrument as an amount of its base asset, exact.
    public Amount baseAmount(long quantity) {
        return Amount.ofScaled(quantity, quantityScale);
    }
}
