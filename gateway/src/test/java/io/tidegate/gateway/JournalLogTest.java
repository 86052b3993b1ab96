package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.core.Engine;
import io.tidegate.gateway.session.BanBook;
import io.tidegate.host.HostSettings;
import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JournalLogTest {
    private final InMemoryJournal journal = new InMemoryJournal(Engine::new, HostSettings.defaults());
    private final CommandSender operator = new CommandSender("operator", 1, journal.writer(), 100);
    private final EventReader operatorsEvents = EventReader.fromImage(journal);
    private final ScriptedVenue venue = new ScriptedVenue();
    private long nowNs = 1_800_000_000_000_000_000L;

    JournalLogTest() {
        operator.send(new StartIncarnation(nowNs / Rig.MS));
        operator.send(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 3));
        operator.send(new DefineVenueAccount("desk", "scripted", "main", Rig.TERMS));
        operator.send(new SetGrid(1, 1, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
        for (int i = 0; i < 10; i++) {
            step();
        }
    }

    private Gateway gateway(long nonce) {
        var log = new JournalLog(
                new CommandSender("gateway", nonce, journal.writer(), 1_000), EventReader.fromImage(journal));
        return new Gateway(
                GatewaySettings.of("g", List.of(Rig.NAME)),
                (_, _) -> new ScriptedSession(venue),
                new SilentNetwork(),
                log,
                BanBook.inMemory(),
                nonce);
    }

    private void step() {
        nowNs += Rig.MS;
        operator.poll(nowNs);
        operatorsEvents.poll(nowNs, (_, header, event) -> operator.onEvent(header, event));
        journal.step(nowNs);
        venue.run(nowNs);
    }

    private void until(Gateway gateway, Supplier<Boolean> holds) {
        for (int i = 0; i < 20_000 && !holds.get(); i++) {
            step();
            gateway.poll(nowNs);
            if (i % 500 == 0) {
                operator.send(new Heartbeat());
            }
        }
        assertThat(holds.get()).as(gateway.view()::toString).isTrue();
    }

    private static GatewayView.DeskView desk(Gateway gateway) {
        return gateway.view().desks().isEmpty()
                ? GatewayView.DeskView.idle("", 0, "", 0)
                : gateway.view().desks().getFirst();
    }

    @Test
    void aGatewayOpensItsGateThroughTheJournalAndStopsWithEverythingSaid() {
        var gateway = gateway(11);
        until(gateway, () -> desk(gateway).isGateOpen());
        gateway.stop();
        until(gateway, gateway::isStopped);
        assertThat(gateway.view().unsaid()).isZero();
    }

    @Test
    void aSecondGatewayOfTheSameNameDisplacesTheFirst() {
        var first = gateway(11);
        until(first, () -> desk(first).isGateOpen());
        var second = gateway(12);
        until(second, () -> desk(second).isGateOpen());
        until(first, () -> desk(first).lease().equals("LOST"));
        assertThat(desk(second).epoch()).isEqualTo(2);
    }
}
