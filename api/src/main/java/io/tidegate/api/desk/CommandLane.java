package io.tidegate.api.desk;

import io.tidegate.journal.CommandSender;
import io.tidegate.model.command.Command;
import io.tidegate.model.event.AmendRefused;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.OrderRepeated;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.EventHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;

/// Hands commands of many threads to the one sender, and each sender its answer: the first event that its command
/// caused.
///
/// [#submit] is safe from any thread; the rest is the desk's thread's.
final class CommandLane {
    private static final int TURN_LIMIT = 256;
    private static final Reply.Refused BUSY = refused(Refusal.of(RefusalCode.BUSY, "", "", "fewer requests at once"));

    private final CommandSender sender;
    private final Queue<Submission> waiting;
    private final int waitingMax;
    private final Map<Long, Submission> underWay = new HashMap<>(); // looked up by sequence, never iterated
    private final List<Runnable> answers = new ArrayList<>();

    /// @param waitingMax how many commands may wait for the thread before the next is refused as BUSY
    CommandLane(CommandSender sender, int waitingMax) {
        this.sender = sender;
        this.waiting = new ArrayBlockingQueue<>(waitingMax);
        this.waitingMax = waitingMax;
    }

    /// The reply is completed on the desk's thread; at once with BUSY where too much waits already.
    CompletableFuture<Reply> submit(Command command) {
        var submission = new Submission(command, new CompletableFuture<>());
        if (!waiting.offer(submission)) {
            submission.reply().complete(BUSY);
        }
        return submission.reply();
    }

    /// How many commands have been taken over and are not answered yet.
    int openCount() {
        return waiting.size() + sender.pendingCount();
    }

    int waitingMax() {
        return waitingMax;
    }

    /// Moves waiting commands into the sender's window and sends what is to be sent.
    int poll(long nowNs) {
        int count = 0;
        Submission next;
        while (count < TURN_LIMIT && (next = waiting.peek()) != null && give(next)) {
            waiting.remove();
            count++;
        }
        return count + sender.poll(nowNs);
    }

    private boolean give(Submission submission) {
        OptionalLong sequence;
        try {
            sequence = sender.send(submission.command());
        } catch (IllegalArgumentException tooLong) { // a client's text must not end the process
            String why = String.valueOf(tooLong.getMessage());
            answers.add(() -> submission.reply().complete(refused(Refusal.of(RefusalCode.BAD_FIELD, "", "", why))));
            return true;
        }
        sequence.ifPresent(number -> underWay.put(number, submission));
        return sequence.isPresent();
    }

    void onEvent(EventHeader header, Event event) {
        sender.onEvent(header, event);
        if (sender.source() == 0 || header.source() != sender.source() || isLost(event)) {
            return;
        }
        Submission submission = underWay.remove(header.sequence());
        if (submission != null) {
            Reply reply = reply(event);
            answers.add(() -> submission.reply().complete(reply));
        }
    }

    /// The numbering had a gap: the command is sent again and this is not its answer.
    private static boolean isLost(Event event) {
        return event instanceof CommandRefused refused && refused.refusal().code() == RefusalCode.OUT_OF_SEQUENCE;
    }

    private static Reply reply(Event event) {
        return switch (event) {
            case OrderAccepted accepted -> new Reply.Placed(accepted.orderId(), false, List.of());
            case OrderRepeated repeated -> new Reply.Placed(repeated.orderId(), true, List.of());
            case OrderRefused refused -> new Reply.Refused(refused.refusal(), refused.orderId(), List.of());
            case CommandRefused refused -> refused(refused.refusal());
            case AmendRefused refused -> refused(refused.refusal());
            default -> new Reply.Applied(); // whatever else follows says that it was applied
        };
    }

    private static Reply.Refused refused(Refusal refusal) {
        return new Reply.Refused(refusal, 0, List.of());
    }

    /// Tells those who wait; called when all events at hand have been taken, so that they find the books up to date.
    int tellAnswers() {
        int count = answers.size();
        if (count > 0) {
            var now = List.copyOf(answers);
            answers.clear();
            now.forEach(Runnable::run);
        }
        return count;
    }
}
