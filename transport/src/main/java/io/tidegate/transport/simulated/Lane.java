package io.tidegate.transport.simulated;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import java.util.ArrayDeque;
import java.util.Deque;

/// One keep-alive connection of one client: its requests travel one at a time, in the order given.
///
/// ```
/// queued -> (connecting) -> sent -> at the face -> answered
///    \____________\__ NOT_SENT  \_______\__ MAYBE_SENT
/// ```
/// A loss closes the connection, as a client must when it cannot know what still comes on it; the next request opens
/// another, and what was late on the old one may reach the face after it.
final class Lane {
    private final SimulatedNetwork network;
    private final SimulatedClient client;
    private final Link link;
    /// The head is the one under way while `isBusy`.
    private final Deque<Call> calls = new ArrayDeque<>();
    private boolean isBusy;
    private boolean isConnected;

    Lane(SimulatedNetwork network, SimulatedClient client, Link link) {
        this.network = network;
        this.client = client;
        this.link = link;
    }

    void submit(long callId, HttpRequest request, long timeoutNs) {
        Call call = new Call(callId, request, this);
        calls.add(call);
        long timeoutMs = timeoutNs / 1_000_000;
        call.timeout = network.in(timeoutNs, () -> timeOut(call, timeoutMs));
        startNext();
    }

    private void startNext() {
        if (isBusy || calls.isEmpty()) {
            return;
        }
        isBusy = true;
        Call call = calls.element();
        if (isConnected) {
            depart(call);
        } else if (link.meets(Fault.CONNECT_REFUSED)) {
            network.at(link.noticeNs(), () -> lose(call, Loss.notSent("connection refused")));
        } else {
            network.at(link.arrivalNs() + link.latencyNs(), () -> established(call));
        }
    }

    private void established(Call call) {
        if (call.isOver) {
            return;
        }
        if (!network.accepts(link.origin())) {
            lose(call, Loss.notSent("connection refused"));
            return;
        }
        isConnected = true;
        depart(call);
    }

    private void depart(Call call) {
        if (link.meets(Fault.REQUEST_UNSENT)) {
            lose(call, Loss.notSent("connection closed before the request was written"));
            return;
        }
        call.isSent = true;
        if (!link.meets(Fault.REQUEST_LOST)) {
            network.at(link.arrivalNs(), () -> arrive(call));
        } else if (link.coin()) {
            network.at(link.noticeNs(), () -> lose(call, Loss.maybeSent("connection reset")));
        }
    }

    private void arrive(Call call) {
        if (call.isDropped) {
            return;
        }
        if (!network.accepts(link.origin())) {
            network.at(link.noticeNs(), () -> lose(call, Loss.maybeSent("connection reset")));
            return;
        }
        Site site = network.site(link.origin());
        if (site.isUnavailable()) {
            network.count(Fault.UNAVAILABLE);
            answer(call, HttpAnswer.json(503, "{\"error\":\"unavailable\"}"));
        } else {
            site.request(call, client.address());
        }
    }

    /// The face's answer to a call, which may be over by now.
    void answer(Call call, HttpAnswer answer) {
        if (call.isOver || link.meets(Fault.ANSWER_LOST)) {
            return;
        }
        if (!network.accepts(link.origin()) || link.meets(Fault.ANSWER_CUT)) {
            network.at(link.noticeNs(), () -> lose(call, Loss.maybeSent("connection reset before the answer")));
        } else {
            network.at(link.arrivalNs(), () -> finish(call, answer));
        }
    }

    private void finish(Call call, HttpAnswer answer) {
        if (!call.isOver) {
            client.answered(call.id, answer, network.nowNs());
            end(call);
        }
    }

    private void timeOut(Call call, long timeoutMs) {
        if (call.isSent) {
            call.isDropped = link.coin(); // a request that is held up may still arrive after nobody waits for it
            lose(call, Loss.maybeSent("no answer within " + timeoutMs + " ms"));
        } else {
            lose(call, Loss.notSent("not sent within " + timeoutMs + " ms"));
        }
    }

    private void lose(Call call, Loss loss) {
        if (call.isOver) {
            return;
        }
        if (isBusy && calls.element() == call) {
            isConnected = false;
        }
        client.httpLost(call.id, loss);
        end(call);
    }

    private void end(Call call) {
        call.isOver = true;
        call.timeout.cancel();
        if (isBusy && calls.element() == call) {
            calls.remove();
            isBusy = false;
            startNext();
        } else {
            calls.remove(call);
        }
    }

    /// The client is gone: nothing is told, and what was under way may or may not still arrive.
    void abandon() {
        for (Call call : calls) {
            call.isOver = true;
            call.isDropped = !call.isSent || link.coin();
            call.timeout.cancel();
        }
        calls.clear();
    }
}
