package io.tidegate.venues.binance;

import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// A fill as a message of the venue states it, in its decimals.
///
/// @param symbol        the venue's name
/// @param clientOrderId "" where the message does not repeat it
/// @param quantity      of the base asset, positive
/// @param quote         what was paid or earned, before the fee
/// @param fee           what was charged; negative for a rebate
/// @param feeAsset      "" where nothing was charged and no asset named
/// @param timeNs        nanoseconds since 1970 UTC
record FillRow(
        String symbol,
        String clientOrderId,
        String venueOrderId,
        String tradeId,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal quote,
        BigDecimal fee,
        String feeAsset,
        Liquidity liquidity,
        long timeNs) {
    /// A fill of the moment of placing, in the answer to a placed order: one that has not rested can only
    /// have taken. The venue gives it no quote amount.
    static FillRow first(Fields fill, OrderRow order) {
        BigDecimal price = fill.decimal("price");
        BigDecimal quantity = positive(fill, "qty");
        return new FillRow(
                order.symbol(),
                order.clientOrderId(),
                order.venueOrderId(),
                Long.toString(fill.id("tradeId")),
                side(order.side(), fill, "side"),
                quantity,
                price,
                price.multiply(quantity),
                fill.decimal("commission"),
                feeAsset(fill, "commission", "commissionAsset"),
                Liquidity.TAKER,
                order.timeNs());
    }

    /// The fill in an execution report; empty when it reports none.
    static Optional<FillRow> streamed(Fields event, OrderRow order) {
        if (!event.text("x").equals("TRADE")) {
            return Optional.empty();
        }
        BigDecimal price = event.decimal("L");
        BigDecimal quantity = positive(event, "l");
        return Optional.of(new FillRow(
                order.symbol(),
                order.clientOrderId(),
                order.venueOrderId(),
                Long.toString(event.id("t")),
                side(event.text("S"), event, "S"),
                quantity,
                price,
                event.decimalOrNone("Y").orElseGet(() -> price.multiply(quantity)),
                event.decimal("n"),
                feeAsset(event, "n", "N"),
                event.flag("m") ? Liquidity.MAKER : Liquidity.TAKER,
                order.timeNs()));
    }

    /// A row of `myTrades`, which does not repeat our id.
    static FillRow listed(Fields trade) {
        return new FillRow(
                trade.text("symbol"),
                "",
                Long.toString(trade.id("orderId")),
                Long.toString(trade.id("id")),
                trade.flag("isBuyer") ? Side.BUY : Side.SELL,
                positive(trade, "qty"),
                trade.decimal("price"),
                trade.decimal("quoteQty"),
                trade.decimal("commission"),
                feeAsset(trade, "commission", "commissionAsset"),
                trade.flag("isMaker") ? Liquidity.MAKER : Liquidity.TAKER,
                trade.timeNs("time"));
    }

    private static BigDecimal positive(Fields fill, String name) {
        BigDecimal quantity = fill.decimal(name);
        if (quantity.signum() <= 0) {
            throw fill.expected(name, "more than 0");
        }
        return quantity;
    }

    /// "" where nothing was charged and no asset named.
    private static String feeAsset(Fields fields, String amount, String asset) {
        BigDecimal charged = fields.decimal(amount);
        if (charged.signum() != 0 && !fields.has(asset)) {
            throw fields.expected(asset, "the asset of a fee of " + charged);
        }
        return fields.textOrNone(asset);
    }

    private static Side side(String word, Fields source, String name) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw source.expected(name, "BUY or SELL");
        };
    }
}
