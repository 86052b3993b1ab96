package io.tidegate.gateway;

import io.tidegate.gateway.facts.Outbox;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.event.GateChanged;
import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether one venue account takes new orders, as we have told the core and as the core says (SPEC REC-3).
///
/// The core closes it too, when a fact cannot be digested; then, and after an authentication failure, it stays
/// closed until a person asks for a reconciliation. One thread.
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int ECHOES_MAX = 100;

    private final int venueAccount;
    private final long epoch;
    private final Outbox outbox;
    private final ArrayDeque<SetGate> echoes = new ArrayDeque<>();
    private boolean toldOpen;
    private boolean told;
    private boolean coreOpen;
    private String held = "";
    private String reason = "";

    Gate(int venueAccount, long epoch, Outbox outbox) {
        this.venueAccount = venueAccount;
        this.epoch = epoch;
        this.outbox = outbox;
    }

    /// Opens it, unless it is held closed.
    void open(String why) {
        if (held.isEmpty() && !toldOpen) {
            tell(true, why);
        }
    }

    /// Closes it at once on our side, and tells the core.
    void close(String why) {
        if (toldOpen || !told) {
            tell(false, why);
        }
    }

    /// Closes it until [#release].
    void hold(String why) {
        held = why;
        close(why);
    }

    /// It may be opened again.
    void release() {
        held = "";
    }

    private void tell(boolean open, String why) {
        told = true;
        toldOpen = open;
        reason = why;
        LOG.info("venueAccount={} takesOrders={} reason={}", venueAccount, open, why);
        var command = new SetGate(venueAccount, epoch, open, why);
        echoes.addLast(command);
        if (echoes.size() > ECHOES_MAX) {
            echoes.removeFirst();
        }
        outbox.send(command);
    }

    /// The core says how it stands.
    void onChanged(GateChanged changed) {
        coreOpen = changed.open();
        boolean isEcho = echoes.stream()
                .anyMatch(sent -> sent.open() == changed.open() && sent.reason().equals(changed.reason()));
        if (isEcho) {
            SetGate sent;
            do {
                sent = echoes.removeFirst();
            } while (sent.open() != changed.open() || !sent.reason().equals(changed.reason()));
        } else if (!changed.open() && toldOpen) {
            held = changed.reason();
            reason = changed.reason();
            toldOpen = false;
        }
    }

    /// Whether a new order may leave.
    boolean isOpen() {
        return toldOpen && coreOpen;
    }

    /// Whether only a person can open it.
    boolean isHeld() {
        return !held.isEmpty();
    }

    /// Why it stands as it does.
    String reason() {
        return reason;
    }
}
