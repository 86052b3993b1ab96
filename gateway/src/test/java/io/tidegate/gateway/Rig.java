package io.tidegate.gateway;

import io.tidegate.core.Engine;
import io.tidegate.gateway.GatewaySettings.AccountName;
import io.tidegate.gateway.known.CoreLog;
import io.tidegate.gateway.marks.MarkSource;
import io.tidegate.gateway.session.BanBook;
import io.tidegate.model.command.AmendOrder;
import io.tidegate.model.command.CancelOrder;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The core, one gateway and one scripted venue on simulated time: BTC/USDT (scales 2 and 3), 100 BTC, 1,000,000 USDT.
///
/// The gateway can be killed at any moment and started again from history; what it had said and the log had not yet
/// taken is lost then, as in a crash.
final class Rig {
    static final long MS = 1_000_000L;
    static final long SECOND = 1_000 * MS;
    static final AccountName NAME = new AccountName("desk", "scripted", "main");
    static final VenueTerms TERMS = new VenueTerms(0, 5 * SECOND, 5 * SECOND, SECOND);
    private static final long HORIZON_NS = 3_600 * SECOND;

    private record Logged(long logNs, boolean isImage, Event event) {
        Logged(long logNs, Event event) {
            this(logNs, false, event);
        }
    }

    final Engine engine = new Engine();
    final ScriptedVenue venue = new ScriptedVenue();
    final List<Command> commands = new ArrayList<>();
    BanBook bans = BanBook.inMemory();
    GatewaySettings settings = GatewaySettings.of("g", List.of(NAME));
    MarkSource marks = MarkSource.NONE;
    long nowNs = 1_800_000_000_000_000_000L;
    long stepNs = MS;
    /// How far the log's clock is ahead of the gateway's.
    long logLeadNs;
    /// How long a command takes to the log.
    long commandLagNs;
    private final List<Logged> history = new ArrayList<>();
    private Line line = new Line();
    private Gateway gateway;
    private long heartbeatNs;
    private int keys;
    private long lives;
    private boolean dead;

    Rig() {
        this(TERMS);
    }

    /// With a venue that does so much natively.
    Rig(VenueTerms terms) {
        tell(new StartIncarnation(nowNs / MS));
        tell(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 3));
        tell(new DefineVenueAccount("desk", "scripted", "main", terms));
        tell(new SetGrid(1, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
        tell(new SetLimits(
                "desk", new Limits(100_000, 100_000, Amount.ZERO, 500, 10 * SECOND, 0, Limits.Duplicates.OFF), "test"));
        gateway = life();
    }

    /// The way between this life of the gateway and the log.
    private final class Line implements CoreLog {
        private record Sent(long atNs, Command command) {}

        private final ArrayDeque<Sent> onTheWay = new ArrayDeque<>();
        private int read;
        private boolean cut;

        @Override
        public boolean send(Command command) {
            onTheWay.addLast(new Sent(nowNs + commandLagNs, command));
            return true;
        }

        @Override
        public int poll(long atNs, Handler handler) {
            while (!cut && !onTheWay.isEmpty() && onTheWay.getFirst().atNs <= nowNs) {
                tell(onTheWay.removeFirst().command);
            }
            int before = read;
            while (read < history.size()) {
                Logged logged = history.get(read++);
                handler.onEvent(logged.logNs, logged.isImage, logged.event);
            }
            return read - before;
        }

        @Override
        public int unappliedCount() {
            return onTheWay.size();
        }

        @Override
        public boolean isDisplaced() {
            return false;
        }
    }

    private Gateway life() {
        line = new Line();
        return new Gateway(
                settings,
                (_, _) -> new ScriptedSession(venue),
                new SilentNetwork(),
                line,
                bans,
                (instrument, nowNs) -> marks.mark(instrument, nowNs),
                ++lives);
    }

    /// Applies a command to the core now.
    void tell(Command command) {
        commands.add(command);
        long logNs = nowNs + logLeadNs;
        engine.apply(command, logNs, event -> history.add(new Logged(logNs, event)));
        fire();
    }

    private void fire() {
        long logNs = nowNs + logLeadNs;
        while (engine.nextDueNs() <= logNs) {
            engine.fireDue(logNs, event -> history.add(new Logged(logNs, event)));
        }
    }

    /// Kills the gateway and starts another one, which knows what the log tells it.
    void crash() {
        kill();
        start();
    }

    void kill() {
        line.cut = true;
        venue.session = null;
        dead = true;
    }

    void start() {
        dead = false;
        gateway = life();
    }

    /// Starts a gateway that reads from an image of what stands instead of from history.
    void startFromImage() {
        int before = history.size();
        long logNs = nowNs + logLeadNs;
        engine.image().forEachRemaining(event -> history.add(new Logged(logNs, true, event)));
        start();
        line.read = before;
    }

    Gateway gateway() {
        return gateway;
    }

    /// Lets time pass.
    void pass(long ns) {
        long untilNs = nowNs + ns;
        while (nowNs < untilNs) {
            nowNs += stepNs;
            if (nowNs - heartbeatNs >= SECOND) {
                heartbeatNs = nowNs;
                history.add(new Logged(nowNs + logLeadNs, new HeartbeatSeen()));
            }
            fire();
            venue.run(nowNs);
            if (!dead) {
                gateway.poll(nowNs);
            }
        }
    }

    /// Lets time pass until something holds.
    void until(String what, BooleanSupplier holds) {
        long untilNs = nowNs + HORIZON_NS;
        while (!holds.getAsBoolean()) {
            if (nowNs > untilNs) {
                throw new AssertionError("an hour has passed, and not: " + what + "; " + gateway.view());
            }
            pass(stepNs);
        }
    }

    /// Lets time pass until orders may be placed.
    Rig open() {
        until("the gate is open", this::isOpen);
        until("there is a mark", () -> commands.stream().anyMatch(SetMark.class::isInstance));
        return this;
    }

    boolean isOpen() {
        boolean open = false;
        for (Logged logged : history) {
            if (logged.event instanceof GateChanged changed) {
                open = changed.open();
            }
        }
        return open;
    }

    /// Places an order of one child at 100.00; it must be accepted.
    ChildReady place(Side side, long quantity) {
        var terms = new OrderTerms(
                "desk",
                "s",
                "k" + ++keys,
                1,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                quantity,
                10_000,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                0,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                0,
                "");
        int before = history.size();
        tell(new PlaceOrder(
                terms, List.of(new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, quantity, 10_000, false)), nowNs));
        for (Logged logged : history.subList(before, history.size())) {
            if (logged.event instanceof ChildReady ready) {
                return ready;
            }
            if (logged.event instanceof OrderRefused refused) {
                throw new AssertionError("refused: " + refused);
            }
        }
        throw new AssertionError("no child: " + history.subList(before, history.size()));
    }

    /// Asks for other terms, at scale; 0 leaves one as it is.
    void amend(ChildReady child, long quantity, long price) {
        tell(new AmendOrder("desk", child.orderId(), "", quantity, price, 0, "test", ""));
    }

    void cancel(ChildReady child) {
        tell(new CancelOrder("desk", child.orderId(), "", "test", "asked"));
    }

    static String clientId(ChildReady child) {
        return ClientOrderId.of(child.incarnation(), child.childId());
    }

    /// The core's word on a child.
    OrderStatus status(ChildReady child) {
        OrderStatus status = OrderStatus.SUBMITTED;
        for (Logged logged : history) {
            if (logged.event instanceof ChildMoved moved && moved.childId() == child.childId()) {
                status = moved.to();
            }
        }
        return status;
    }

    /// Why a child ended, in the core's words.
    String reason(ChildReady child) {
        String reason = "";
        for (Logged logged : history) {
            if (logged.event instanceof ChildMoved moved && moved.childId() == child.childId()) {
                reason = moved.evidence() + " " + moved.reason();
            }
        }
        return reason;
    }

    /// What the core has booked for a child; 0 names nobody's orders.
    long booked(long childId) {
        long sum = 0;
        for (Logged logged : history) {
            if (logged.event instanceof FillBooked booked && booked.childId() == childId) {
                sum += booked.quantity();
            }
        }
        return sum;
    }

    /// The core's figure of an asset: 1 is BTC, 2 is USDT.
    Amount total(int asset) {
        Amount total = Amount.ZERO;
        for (Logged logged : history) {
            if (logged.event instanceof BalanceChanged changed && changed.asset() == asset) {
                total = changed.total();
            }
        }
        return total;
    }

    List<Event> events() {
        return history.stream().map(Logged::event).toList();
    }

    /// What the gateway shows, a moment later.
    GatewayView.DeskView desk() {
        pass(250 * MS);
        return gateway.view().desks().getFirst();
    }
}
