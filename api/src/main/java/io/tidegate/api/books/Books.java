package io.tidegate.api.books;

import io.tidegate.model.event.AmendReady;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.BalanceChecked;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.CoreStands;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.FillKeyStands;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.InstrumentLimitsSet;
import io.tidegate.model.event.KeyStands;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.LossLimitsSet;
import io.tidegate.model.event.LossStands;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.event.OrderStands;
import io.tidegate.model.event.OrderTriggered;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.ProposalRefused;
import io.tidegate.model.event.RulesActivated;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.wire.EventHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All that the interface to clients knows, kept up to date by the thread that reads the events.
public final class Books {
    private final Listings listings = new Listings();
    private final Money money = new Money();
    private final Losses losses = new Losses();
    private final Switches switches = new Switches();
    private final Orders orders;
    private final Map<Long, String> sources = new ConcurrentHashMap<>();
    private volatile long eventNumber;
    private volatile long eventTimeNs;
    private volatile boolean isStorageLow;

    /// @param endedMax how many orders that have ended are kept, at least 1
    public Books(int endedMax) {
        if (endedMax < 1) {
            throw new IllegalArgumentException("ended orders kept: " + endedMax + ", expected at least 1");
        }
        this.orders = new Orders(endedMax);
    }

    public Listings listings() {
        return listings;
    }

    public Money money() {
        return money;
    }

    public Losses losses() {
        return losses;
    }

    public Switches switches() {
        return switches;
    }

    public Orders orders() {
        return orders;
    }

    /// The number of the last event taken; 0 before the first.
    public long eventNumber() {
        return eventNumber;
    }

    /// Log time of the last event taken, nanoseconds since 1970 UTC; 0 before the first.
    public long eventTimeNs() {
        return eventTimeNs;
    }

    /// Whether the disk under the log has too little room for new orders.
    public boolean isStorageLow() {
        return isStorageLow;
    }

    /// Takes the next event. One thread.
    public void onEvent(EventHeader header, Event event) {
        take(event, header.timeNs(), header.source());
        eventTimeNs = header.timeNs();
        eventNumber = header.number();
    }

    private void take(Event event, long atNs, long source) {
        switch (event) {
            case OrderAccepted accepted -> orders.accepted(accepted, atNs);
            case OrderMoved moved -> orders.moved(moved, atNs, by(source));
            case OrderFlagged flagged -> orders.flagged(flagged);
            case OrderStands stands -> orders.stands(stands);
            case ChildReady ready -> orders.ready(ready, atNs);
            case ChildHeld held -> orders.held(held, atNs);
            case ChildAmended amended -> orders.amended(amended);
            case OrderAmended amended -> orders.amended(amended);
            case ChildMoved moved -> orders.moved(moved, atNs, by(source));
            case ChildStands stands -> orders.stands(stands);
            case FillBooked fill -> {
                orders.filled(fill, atNs);
                money.booked(fill);
            }
            case FillCorrected fill -> {
                orders.corrected(fill);
                money.corrected(fill);
            }
            case PositionAdjusted adjusted -> money.adjusted(adjusted);
            case CashFlowBooked flow -> money.flowed(flow);
            case ChargeStands charge -> money.stands(charge);
            case BalanceChecked checked -> money.checked(checked, atNs);
            case InstrumentLimitsSet set -> losses.set(set);
            case LossLimitsSet set -> losses.set(set);
            case LossStepChanged changed -> losses.changed(changed);
            case LossStands stands -> losses.stands(stands);
            case BalanceChanged balance -> money.changed(balance);
            case PositionChanged position -> money.changed(position, atNs);
            case AssetDefined defined -> listings.define(defined.asset());
            case InstrumentDefined defined -> listings.define(defined.instrument());
            case VenueAccountDefined defined -> listings.define(defined.venueAccount());
            case VenueClaimed claimed -> listings.claimed(claimed);
            case GateChanged changed -> listings.gated(changed);
            case GridSet set -> listings.set(set);
            case MarkSet set -> listings.set(set);
            case LimitsSet set -> listings.set(set);
            case KillSwitchSet set -> switches.set(set);
            case StorageChanged changed -> isStorageLow = changed.low();
            case SourceOpened opened -> sources.put(opened.source(), opened.name());
            case SourceStands stands -> sources.put(stands.source(), stands.name());
            case CommandRefused _,
                    CommandApplied _,
                    OrderRefused _,
                    OrderRepeated _,
                    ProposalRefused _,
                    CancelReady _,
                    AmendReady _,
                    AmendRefused _,
                    OrderTriggered _,
                    FactParked _,
                    HeartbeatSeen _,
                    IncarnationStarted _,
                    RulesActivated _,
                    ImageBegins _,
                    ImageEnds _,
                    KeyStands _,
                    FillKeyStands _,
                    LedgerStands _,
                    CoreStands _,
                    FillStands _,
                    PositionBaseStands _ -> {}
        }
    }

    private String by(long source) {
        return source == 0 ? "core" : sources.getOrDefault(source, "source " + source);
    }
}
