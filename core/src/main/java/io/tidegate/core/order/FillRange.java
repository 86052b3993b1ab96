package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.ledger.Ledger;
import io.tidegate.core.ledger.Positions;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import java.math.BigInteger;
import java.util.Optional;

/// Whether what a venue says of an execution can be expressed in our numbers; what cannot is parked, never rounded.
final class FillRange {
    /// How much of a parked fact is kept, in characters.
    static final int RAW_MAX = 2_000;

    private static final String BEYOND = "a fill beyond the range of our numbers";

    private final Catalog catalog;
    private final Ledger ledger;
    private final Positions positions;

    FillRange(Catalog catalog, Ledger ledger, Positions positions) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.positions = positions;
    }

    /// Why an execution cannot be booked, or nothing.
    Optional<String> unfit(ReportFill fill, Instrument instrument) {
        if (fill.quantity() <= 0 || fill.price().signum() < 0 || fill.quote().signum() < 0) {
            return Optional.of("a fill without a positive quantity, price and value");
        }
        if (!feeKnown(fill.fee(), fill.feeAsset())) {
            return Optional.of("a fee in an asset that is not defined");
        }
        boolean fits = fits(fill.venueAccount(), instrument, fill.quantity(), fill.price(), fill.quote())
                && ledger.takes(fill.venueAccount(), Math.max(1, fill.feeAsset()), fill.fee())
                && positions.takes(fill.venueAccount(), instrument.id(), fill.side(), fill.quantity(), fill.quote());
        return fits ? Optional.empty() : Optional.of(BEYOND);
    }

    /// Why a correction cannot be booked, or nothing; the position is judged apart.
    Optional<String> unfit(ReportFillCorrected report, FillStands before, Instrument instrument) {
        if (report.quantity() < 0
                || report.price().signum() < 0
                || report.quote().signum() < 0) {
            return Optional.of("a correction to a negative quantity, price or value");
        }
        if (report.quantity() == 0
                && !(report.price().isZero() && report.quote().isZero())) {
            return Optional.of("a bust with a price or a value");
        }
        if (report.side() != before.side()) {
            return Optional.of("a correction that turns the side");
        }
        if (report.venueTimeNs() <= 0) {
            return Optional.of("a correction without a time");
        }
        if (!feeKnown(report.fee(), report.feeAsset())) {
            return Optional.of("a fee in an asset that is not defined");
        }
        boolean fits = fits(report.venueAccount(), instrument, report.quantity(), report.price(), report.quote())
                && ledger.takes(report.venueAccount(), Math.max(1, report.feeAsset()), report.fee());
        return fits ? Optional.empty() : Optional.of(BEYOND);
    }

    /// Price × quantity in units of 10⁻¹⁸; digits beyond that go to the venue-rounding account with the rest.
    static BigInteger value(Amount price, long quantity, Instrument instrument) {
        return price.units()
                .multiply(BigInteger.valueOf(quantity))
                .divide(BigInteger.TEN.pow(instrument.quantityScale()));
    }

    private boolean feeKnown(Amount fee, int feeAsset) {
        return feeAsset == 0 ? fee.isZero() : catalog.hasAsset(feeAsset);
    }

    private boolean fits(int venueAccount, Instrument instrument, long quantity, Amount price, Amount quote) {
        return price.isModest()
                && quantity <= Positions.QUANTITY_MAX
                && instrument.baseAmount(quantity).isModest()
                && ledger.takes(venueAccount, instrument.base(), instrument.baseAmount(quantity))
                && ledger.takes(venueAccount, instrument.quote(), quote)
                && value(price, quantity, instrument).bitLength() < 124;
    }
}
