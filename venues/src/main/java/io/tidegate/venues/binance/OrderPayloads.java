package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads orders and fills out of answers and events. Pure.
///
/// What cannot be expressed at an instrument's scales, or names an instrument that we do not know, is parked with its
/// raw text; what is not as documented is [Drift].
final class OrderPayloads {
    /// An order, absent when its instrument is not known, and what else its message tells: fills, parked facts.
    record Read(Optional<OrderState> order, List<VenueReport> facts) {}

    private final Symbols symbols;
    private final RawText text;

    OrderPayloads(Symbols symbols, RawText text) {
        this.symbols = symbols;
        this.text = text;
    }

    /// An order as every answer states it: `order.place` in all three sizes, `order.cancel`, `order.status`, an item of
    /// `openOrders.status`. An acknowledgement without a status is an order that the venue has.
    Read order(Fields order) {
        List<VenueReport> facts = new ArrayList<>();
        String symbol = order.text("symbol");
        Optional<Instrument> known = symbols.find(symbol);
        if (known.isEmpty()) {
            facts.add(parked(0, "order of an instrument that is not in the settings: " + symbol, order));
            return new Read(Optional.empty(), facts);
        }
        Instrument instrument = known.get();
        boolean isAcknowledgement = !order.has("status") && !order.has("executedQty");
        String expiryReason = order.textOrNone("expiryReason");
        OrderState state = new OrderState(
                instrument,
                clientOrderId(order),
                Long.toString(order.id("orderId")),
                isAcknowledgement ? OrderStatus.OPEN : StatusTable.status(order.text("status"), expiryReason),
                isAcknowledgement ? -1 : cumulative(order, "executedQty", instrument, facts),
                isAcknowledgement ? "" : text.words(StatusTable.reason(order.text("status"), expiryReason, "")),
                order.timeNs(order.has("transactTime") ? "transactTime" : "updateTime"));
        if (order.has("fills")) {
            Side side = side(order.text("side"), order, "side");
            for (Fields fill : order.objects("fills")) {
                facts.add(firstFill(fill, state, side));
            }
        }
        return new Read(Optional.of(state), facts);
    }

    /// An answer to a cancel names the order by `origClientOrderId` and itself by `clientOrderId`.
    private static String clientOrderId(Fields order) {
        String original = order.textOrNone("origClientOrderId");
        return original.isEmpty() ? order.text("clientOrderId") : original;
    }

    /// A fill of the moment of placing: an order that has not rested yet can only have taken.
    private VenueReport firstFill(Fields fill, OrderState order, Side side) {
        OptionalLong quantity = positive(fill, "qty", order.instrument());
        BigDecimal price = fill.decimal("price");
        Optional<Amount> quote = Fields.amount(price.multiply(fill.decimal("qty")));
        return fill(
                fill,
                order.instrument(),
                order.clientOrderId(),
                order.venueOrderId(),
                Long.toString(fill.id("tradeId")),
                side,
                quantity,
                Fields.amount(price),
                quote,
                Fee.of(fill, "commission", "commissionAsset"),
                Liquidity.TAKER,
                order.timeNs());
    }

    /// An order as an execution report of the stream states it, and its fill.
    ///
    /// @param clientOrderId which of the two ids in the report is the order's
    Read execution(Fields event, String clientOrderId) {
        List<VenueReport> facts = new ArrayList<>();
        String symbol = event.text("s");
        Optional<Instrument> known = symbols.find(symbol);
        if (known.isEmpty()) {
            facts.add(parked(0, "execution of an instrument that is not in the settings: " + symbol, event));
            return new Read(Optional.empty(), facts);
        }
        Instrument instrument = known.get();
        String word = event.text("X");
        String expiryReason = event.textOrNone("eR");
        OrderState state = new OrderState(
                instrument,
                clientOrderId,
                Long.toString(event.id("i")),
                StatusTable.status(word, expiryReason),
                cumulative(event, "z", instrument, facts),
                text.words(StatusTable.reason(word, expiryReason, event.textOrNone("r"))),
                event.timeNs("T"));
        if (event.text("x").equals("TRADE")) {
            facts.add(streamedFill(event, state));
        }
        return new Read(Optional.of(state), facts);
    }

    private VenueReport streamedFill(Fields event, OrderState order) {
        BigDecimal price = event.decimal("L");
        Optional<Amount> quote = event.has("Y") ? event.amount("Y") : Fields.amount(price.multiply(event.decimal("l")));
        return fill(
                event,
                order.instrument(),
                order.clientOrderId(),
                order.venueOrderId(),
                Long.toString(event.id("t")),
                side(event.text("S"), event, "S"),
                positive(event, "l", order.instrument()),
                Fields.amount(price),
                quote,
                Fee.of(event, "n", "N"),
                event.flag("m") ? Liquidity.MAKER : Liquidity.TAKER,
                order.timeNs());
    }

    /// A row of `myTrades`, which does not repeat our id.
    VenueReport trade(Fields trade) {
        String symbol = trade.text("symbol");
        Optional<Instrument> known = symbols.find(symbol);
        if (known.isEmpty()) {
            return parked(0, "trade of an instrument that is not in the settings: " + symbol, trade);
        }
        return fill(
                trade,
                known.get(),
                "",
                Long.toString(trade.id("orderId")),
                Long.toString(trade.id("id")),
                trade.flag("isBuyer") ? Side.BUY : Side.SELL,
                positive(trade, "qty", known.get()),
                trade.amount("price"),
                trade.amount("quoteQty"),
                Fee.of(trade, "commission", "commissionAsset"),
                trade.flag("isMaker") ? Liquidity.MAKER : Liquidity.TAKER,
                trade.timeNs("time"));
    }

    /// What was charged; the asset is "" where nothing was and none was named.
    private record Fee(Optional<Amount> amount, String asset) {
        static Fee of(Fields fields, String amount, String asset) {
            BigDecimal charged = fields.decimal(amount);
            if (charged.signum() != 0 && !fields.has(asset)) {
                throw fields.expected(asset, "the asset of a fee of " + charged);
            }
            return new Fee(Fields.amount(charged), fields.textOrNone(asset));
        }
    }

    private VenueReport fill(
            Fields source,
            Instrument instrument,
            String clientOrderId,
            String venueOrderId,
            String tradeId,
            Side side,
            OptionalLong quantity,
            Optional<Amount> price,
            Optional<Amount> quote,
            Fee fee,
            Liquidity liquidity,
            long timeNs) {
        if (quantity.isEmpty()
                || price.isEmpty()
                || quote.isEmpty()
                || fee.amount().isEmpty()) {
            String what = "fill " + tradeId + " of order " + venueOrderId + " cannot be expressed at the scales of "
                    + instrument.symbol();
            return parked(instrument.id(), what, source);
        }
        return new VenueReport.FillReport(new FillSeen(
                instrument,
                clientOrderId,
                venueOrderId,
                tradeId,
                side,
                quantity.getAsLong(),
                price.get(),
                quote.get(),
                fee.amount().get(),
                fee.asset(),
                liquidity,
                timeNs));
    }

    /// What is filled in all; −1 and a parked fact where it cannot be expressed.
    private long cumulative(Fields order, String name, Instrument instrument, List<VenueReport> facts) {
        if (order.decimal(name).signum() < 0) {
            throw order.expected(name, "0 or more");
        }
        OptionalLong filled = order.counted(name, instrument.quantityScale());
        if (filled.isEmpty()) {
            String what = "filled quantity cannot be expressed at the scale of " + instrument.symbol();
            facts.add(parked(instrument.id(), what, order));
        }
        return filled.orElse(-1);
    }

    private static OptionalLong positive(Fields fill, String name, Instrument instrument) {
        if (fill.decimal(name).signum() <= 0) {
            throw fill.expected(name, "more than 0");
        }
        return fill.counted(name, instrument.quantityScale());
    }

    private static Side side(String word, Fields source, String name) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw source.expected(name, "BUY or SELL");
        };
    }

    private VenueReport parked(int instrument, String what, Fields source) {
        return new VenueReport.Parked(instrument, text.words(what), text.raw(source.toString()));
    }
}
