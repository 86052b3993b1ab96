package io.tidegate.venues.binance;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Brings orders and fills of the venue to our instruments and their scales. Pure.
///
/// What names an instrument that is not in the settings, or cannot be said at its scales, is parked with
/// its raw text; what is not as documented is [Drift].
final class OrderPayloads {
    /// An order, absent when its instrument is not known, and what else its message tells: fills, parked facts.
    record Read(Optional<OrderState> order, List<VenueReport> facts) {}

    private final Symbols symbols;
    private final RawText text;

    OrderPayloads(Symbols symbols, RawText text) {
        this.symbols = symbols;
        this.text = text;
    }

    /// An order as any answer states it, with the fills of its first moment.
    Read order(Fields order) {
        OrderRow row = OrderRow.answered(order);
        List<FillRow> fills = new ArrayList<>();
        if (order.has("fills")) {
            for (Fields fill : order.objects("fills")) {
                fills.add(FillRow.first(fill, row));
            }
        }
        return read(row, fills, order, "order");
    }

    /// An order whose quantity was lowered.
    Read amended(Fields answer) {
        return read(OrderRow.amended(answer), List.of(), answer, "order");
    }

    /// An order as an execution report of the stream states it, and its fill.
    Read execution(Fields event) {
        OrderRow row = OrderRow.executed(event);
        return read(row, FillRow.streamed(event, row).stream().toList(), event, "execution");
    }

    private Read read(OrderRow row, List<FillRow> fills, Fields source, String what) {
        List<VenueReport> facts = new ArrayList<>();
        Optional<Instrument> known = symbols.find(row.symbol());
        if (known.isEmpty()) {
            facts.add(unknown(what, row.symbol(), source));
            return new Read(Optional.empty(), facts);
        }
        Instrument instrument = known.get();
        OptionalLong filled = row.filled()
                .map(decimal -> counted(decimal, instrument.quantityScale()))
                .orElse(OptionalLong.of(-1));
        if (filled.isEmpty()) {
            String problem = "filled quantity cannot be expressed at the scale of " + instrument.symbol();
            facts.add(parked(instrument.id(), problem, source));
        }
        OrderState state = new OrderState(
                instrument,
                row.clientOrderId(),
                row.venueOrderId(),
                row.standing(),
                filled.orElse(-1),
                text.words(row.reason()),
                row.timeNs(),
                stated(row.quantity(), instrument.quantityScale()),
                stated(row.price(), instrument.priceScale()));
        fills.forEach(fill -> facts.add(fill(fill, instrument, source)));
        return new Read(Optional.of(state), facts);
    }

    /// A row of `myTrades`.
    VenueReport trade(Fields trade) {
        FillRow row = FillRow.listed(trade);
        return symbols.find(row.symbol())
                .map(instrument -> fill(row, instrument, trade))
                .orElseGet(() -> unknown("trade", row.symbol(), trade));
    }

    private VenueReport fill(FillRow row, Instrument instrument, Fields source) {
        OptionalLong quantity = counted(row.quantity(), instrument.quantityScale());
        Optional<Amount> price = Fields.amount(row.price());
        Optional<Amount> quote = Fields.amount(row.quote());
        Optional<Amount> fee = Fields.amount(row.fee());
        if (quantity.isEmpty() || price.isEmpty() || quote.isEmpty() || fee.isEmpty()) {
            String what = "fill " + row.tradeId() + " of order " + row.venueOrderId()
                    + " cannot be expressed at the scales of " + instrument.symbol();
            return parked(instrument.id(), what, source);
        }
        return new VenueReport.FillReport(new FillSeen(
                instrument,
                row.clientOrderId(),
                row.venueOrderId(),
                row.tradeId(),
                row.side(),
                quantity.getAsLong(),
                price.get(),
                quote.get(),
                fee.get(),
                row.feeAsset(),
                row.liquidity(),
                row.timeNs()));
    }

    /// 0 where it is not said, or cannot be at that scale.
    private static long stated(Optional<BigDecimal> decimal, int scale) {
        return decimal.map(value -> counted(value, scale))
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private static OptionalLong counted(BigDecimal decimal, int scale) {
        try {
            return OptionalLong.of(decimal.scaleByPowerOfTen(scale).longValueExact());
        } catch (ArithmeticException inexpressible) {
            return OptionalLong.empty();
        }
    }

    private VenueReport unknown(String what, String symbol, Fields source) {
        return parked(0, what + " of an instrument that is not in the settings: " + symbol, source);
    }

    private VenueReport parked(int instrument, String what, Fields source) {
        return new VenueReport.Parked(instrument, text.words(what), text.raw(source.toString()));
    }
}
