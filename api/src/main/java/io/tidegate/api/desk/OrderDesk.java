package io.tidegate.api.desk;

import io.tidegate.api.books.Books;
import io.tidegate.api.books.OrderSeen;
import io.tidegate.api.books.VenueSeen;
import io.tidegate.execution.route.Candidate;
import io.tidegate.execution.route.Outlook;
import io.tidegate.execution.route.Router;
import io.tidegate.execution.route.Routing;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.journal.LogWriter;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.KillScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Takes orders from the edge to the core: looks, proposes, journals, and answers what the core said.
///
/// Where the core refuses a proposal for a venue account's sake, which it may know better, the order is proposed
/// anew without that venue account. A key that is under way already waits for the request before it. [#poll] and
/// [#close] are one thread's; everything else is safe from any thread, and replies are completed on the desk's
/// thread.
public final class OrderDesk implements AutoCloseable {
    private static final long KEY_KEPT_NS = 24L * 3_600 * 1_000_000_000;

    private record Key(String account, String clientKey) {}

    private final Router router;
    private final Books books;
    private final LongSupplier clockNs;
    private final LogWriter writer;
    private final CommandSender sender;
    private final CommandLane lane;
    private final EventReader reader;
    private final Map<Key, CompletableFuture<Reply>> underWay = new ConcurrentHashMap<>();
    private volatile boolean isReady;
    private volatile boolean isTaking = true;
    private volatile long turnNs;

    /// @param name    under which the core knows this sender, such as `api`
    /// @param nonce   drawn at random
    /// @param clockNs nanoseconds since 1970 UTC
    /// @param waitingMax how many commands may be under way before the next is refused as BUSY
    public OrderDesk(
            String name,
            long nonce,
            Journal journal,
            Router router,
            Books books,
            LongSupplier clockNs,
            int waitingMax) {
        this.router = router;
        this.books = books;
        this.clockNs = clockNs;
        this.writer = journal.writer();
        this.sender = new CommandSender(name, nonce, writer, waitingMax);
        this.lane = new CommandLane(sender, waitingMax);
        this.reader = EventReader.resume(journal, EventMark.START);
    }

    /// Does one turn: events in, answers and commands out. Never blocks.
    ///
    /// @param nowNs nanoseconds since 1970 UTC
    /// @return how many things it did; 0 lets the caller idle
    /// @throws IllegalStateException when another process sends under our name: this one must end
    public int poll(long nowNs) {
        if (sender.isDisplaced()) {
            throw new IllegalStateException("another process has opened our source at the core");
        }
        turnNs = nowNs;
        int work = reader.poll(nowNs, (position, header, event) -> {
            books.onEvent(header, event);
            lane.onEvent(header, event);
        });
        work += lane.tellAnswers() + lane.poll(nowNs);
        isReady |= sender.isOpen() && reader.behindBytes() == 0;
        return work;
    }

    /// Whether the books were level with the log once, and the core knows us.
    public boolean isReady() {
        return isReady;
    }

    /// Whether new orders are taken; see [#stopTaking].
    public boolean isTaking() {
        return isTaking;
    }

    /// From here on no order is taken; cancels and what is under way go on.
    public void stopTaking() {
        isTaking = false;
    }

    /// How many commands are not answered yet.
    public int openCount() {
        return lane.openCount();
    }

    /// When its loop last turned, nanoseconds since 1970 UTC; 0 before the first time.
    public long turnNs() {
        return turnNs;
    }

    /// Passes a command to the core.
    public CompletableFuture<Reply> submit(Command command) {
        return lane.submit(command);
    }

    /// Routes and journals an order.
    ///
    /// @param terms sound in themselves, of a known instrument
    /// @param receivedNs when the request was here whole, nanoseconds since 1970 UTC
    public CompletableFuture<Reply> place(OrderTerms terms, long receivedNs) {
        if (!isTaking) {
            return refused(Refusal.of(RefusalCode.BUSY, "", "", "a process that is not shutting down"));
        }
        if (!isReady) {
            return refused(Refusal.of(RefusalCode.BUSY, "", "", "a process that has read its history"));
        }
        var key = new Key(terms.account(), terms.clientKey());
        var mine = new CompletableFuture<Reply>();
        CompletableFuture<Reply> before = underWay.putIfAbsent(key, mine);
        if (before != null) {
            return before.thenCompose(reply -> place(terms, receivedNs));
        }
        Optional<Reply> known = known(terms);
        var reply = known.isPresent()
                ? CompletableFuture.completedFuture(known.get())
                : propose(terms, receivedNs, new TreeMap<>());
        var _ = reply.whenComplete((answer, failure) -> {
            underWay.remove(key);
            if (failure == null) {
                mine.complete(answer);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    /// What an earlier request of the same key became, so that a repetition is answered whatever the market is
    /// like by now (SPEC ORD-3). What has left the books is left to the core, which remembers longer.
    private Optional<Reply> known(OrderTerms terms) {
        Optional<OrderSeen> found = books.orders()
                .find(terms.account(), terms.clientKey())
                .filter(order -> order.endedNs() == 0 || clockNs.getAsLong() - order.endedNs() <= KEY_KEPT_NS);
        return found.map(order -> order.terms().equals(terms)
                ? new Reply.Placed(order.orderId(), true, List.of())
                : new Reply.Refused(
                        Refusal.of(
                                RefusalCode.KEY_REUSED,
                                "clientKey",
                                terms.clientKey(),
                                "the content of order " + order.orderId()),
                        order.orderId(),
                        List.of()));
    }

    private CompletableFuture<Reply> propose(OrderTerms terms, long receivedNs, Map<Integer, Refusal> refusedAt) {
        return switch (router.route(terms, outlook(terms, refusedAt))) {
            case Routing.NoWay none ->
                CompletableFuture.completedFuture(new Reply.Refused(none.refusal(), 0, none.venues()));
            case Routing.Proposal proposal ->
                submit(new PlaceOrder(terms, proposal.children(), receivedNs))
                        .thenCompose(reply -> follow(terms, receivedNs, proposal, reply, refusedAt));
        };
    }

    private CompletableFuture<Reply> follow(
            OrderTerms terms,
            long receivedNs,
            Routing.Proposal proposal,
            Reply reply,
            Map<Integer, Refusal> refusedAt) {
        return switch (reply) {
            case Reply.Placed placed ->
                CompletableFuture.completedFuture(
                        new Reply.Placed(placed.orderId(), placed.repeated(), proposal.reasons()));
            case Reply.Refused refused
            when isForTheVenuesSake(refused.refusal())
                    && refusedAt.size() < router.rules().attempts() -> {
                var more = new TreeMap<>(refusedAt);
                for (ChildTerms child : proposal.children()) {
                    more.put(child.venueAccount(), refused.refusal());
                }
                yield propose(terms, receivedNs, more);
            }
            case Reply.Refused _, Reply.Applied _ -> CompletableFuture.completedFuture(reply);
        };
    }

    /// Refusals that another venue account may not give.
    private static boolean isForTheVenuesSake(Refusal refusal) {
        return switch (refusal.code()) {
            case VENUE_CLOSED, INSUFFICIENT_FUNDS, NOT_LEASED, OFF_GRID, TOO_SMALL, TOO_LARGE -> true;
            case NOT_SUPPORTED -> refusal.field().equals("instrument");
            case KILL_SWITCH -> refusal.value().startsWith(KillScope.VENUE_ACCOUNT.name());
            default -> false;
        };
    }

    /// What can be seen for an order now.
    ///
    /// @param refusedAt venue accounts that the core has just refused, with the reason
    private Outlook outlook(OrderTerms terms, Map<Integer, Refusal> refusedAt) {
        Instrument instrument =
                books.listings().instrument(terms.instrument()).orElseThrow(() -> unknown(terms.instrument()));
        List<Candidate> candidates = books.listings().venues(terms.account()).stream()
                .map(venue -> candidate(
                        venue,
                        instrument,
                        Optional.ofNullable(refusedAt.get(venue.venueAccount().id()))))
                .toList();
        return new Outlook(
                instrument,
                books.listings().mark(instrument.id()),
                books.listings().limits(terms.account()),
                candidates,
                clockNs.getAsLong());
    }

    private Candidate candidate(VenueSeen venue, Instrument instrument, Optional<Refusal> refused) {
        int id = venue.venueAccount().id();
        return new Candidate(
                venue.venueAccount(),
                refused.or(() -> stopped(venue)),
                books.listings().grid(id, instrument.id()),
                books.money().free(id, instrument.base()),
                books.money().free(id, instrument.quote()));
    }

    private Optional<Refusal> stopped(VenueSeen venue) {
        String name = venue.venueAccount().name();
        if (!venue.takesOrders()) {
            return Optional.of(
                    Refusal.of(RefusalCode.VENUE_CLOSED, "venueAccount", name, "open: " + venue.gateReason()));
        }
        return books.switches()
                .engaged(KillScope.VENUE_ACCOUNT, name)
                .map(by -> Refusal.of(
                        RefusalCode.KILL_SWITCH,
                        "",
                        KillScope.VENUE_ACCOUNT + " " + name,
                        "re-armed; engaged by " + by.by() + ": " + by.reason()));
    }

    private static IllegalArgumentException unknown(int instrument) {
        return new IllegalArgumentException("instrument " + instrument + " is not in the books");
    }

    private static CompletableFuture<Reply> refused(Refusal refusal) {
        return CompletableFuture.completedFuture(new Reply.Refused(refusal, 0, List.of()));
    }

    /// Closes its ends of the journal; again does nothing.
    @Override
    public void close() {
        isTaking = false;
        reader.close();
        writer.close();
    }
}
