package io.tidegate.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.EventHeader;
import io.tidegate.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoreHostTest {
    private static final long NS = 1_700_000_000_000_000_000L;
    private static final long MS = 1_000_000;

    private final EventCodec codec = new EventCodec();
    private final List<Said> said = new ArrayList<>();
    private final CoreHost host = new CoreHost(new ToyMachine(), Script.SETTINGS, this::record);

    private record Said(EventHeader header, Event event) {}

    @BeforeEach
    void openASource() {
        host.join(RecordedTail.NONE);
        assertEquals(List.of(new SourceOpened(1, "a", 5)), events(apply(0, 5, new OpenSource("a", 5), NS)));
    }

    @Test
    void eachEventNamesItsCommandAndItsPlaceAmongTheCommandsEvents() {
        var three = apply(1, 1, mark(3), NS);
        assertThat(three).extracting(said -> said.header().index()).containsExactly(0, 1, 2);
        assertThat(three)
                .allMatch(said -> said.header().source() == 1 && said.header().sequence() == 1);
        assertThat(three).extracting(said -> said.header().number()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aCommandFromWhichNothingFollowsIsStillAnswered() {
        assertEquals(List.of(new CommandApplied()), events(apply(1, 1, mark(0), NS)));
    }

    @Test
    void aRepeatedCommandIsNotAppliedAndNotAnswered() {
        apply(1, 1, mark(1), NS);
        assertThat(apply(1, 1, mark(1), NS)).isEmpty();
        assertEquals(1, host.lastSequence(1));
    }

    @Test
    void aGapIsRefusedWithTheLastOneKnown() {
        apply(1, 1, mark(1), NS);
        var refusal = refusal(apply(1, 3, mark(1), NS));
        assertEquals(RefusalCode.OUT_OF_SEQUENCE, refusal.refusal().code());
        assertEquals("1", refusal.refusal().limit());
        assertEquals(1, host.lastSequence(1));
    }

    @Test
    void anUnknownSourceIsRefused() {
        assertEquals(
                RefusalCode.UNKNOWN, refusal(apply(9, 1, mark(1), NS)).refusal().code());
        assertEquals(
                RefusalCode.UNKNOWN, refusal(apply(0, 1, mark(1), NS)).refusal().code());
    }

    @Test
    void openingAgainWithTheSameNonceFindsTheSourceAndWithAnotherDisplacesIt() {
        assertEquals(List.of(new SourceOpened(1, "a", 5)), events(apply(0, 5, new OpenSource("a", 5), NS)));
        assertEquals(List.of(new SourceOpened(2, "a", 6)), events(apply(0, 6, new OpenSource("a", 6), NS)));
        assertEquals(
                RefusalCode.UNKNOWN, refusal(apply(1, 1, mark(1), NS)).refusal().code());
    }

    @Test
    void bytesThatAreNoCommandAreRefusedAndCountWhenTheirSenderIsKnown() {
        assertEquals(
                RefusalCode.BAD_FIELD,
                refusal(applyBytes(new UnsafeBuffer(new byte[3]), NS)).refusal().code());
        var bytes = encoded(1, 1, mark(1));
        var cut = new UnsafeBuffer(bytes, 0, bytes.capacity() - 1);
        assertEquals(
                RefusalCode.BAD_FIELD, refusal(applyBytes(cut, NS)).refusal().code());
        assertEquals(1, host.lastSequence(1));
    }

    @Test
    void timeNeverGoesBackAndWhatIsDueComesBeforeTheNextEntry() {
        apply(1, 1, new SetMark(4, 10, 1, 0), NS);
        var early = apply(1, 2, mark(0), NS - 5 * MS);
        assertThat(early).allMatch(said -> said.header().timeNs() == NS);
        var late = apply(1, 3, mark(0), NS + 10 * MS);
        assertInstanceOf(MarkSet.class, late.getFirst().event());
        assertEquals(0, late.getFirst().header().source());
        assertInstanceOf(CommandApplied.class, late.get(1).event());
        assertEquals(1, late.get(1).header().source());
    }

    @Test
    void aWakeUpDoesWhatIsDueAndNothingElse() {
        apply(1, 1, new SetMark(4, 10, 1, 0), NS);
        assertEquals(NS + 10 * MS, host.nextDueNs());
        assertThat(wake(NS + 9 * MS)).isEmpty();
        assertThat(wake(NS + 10 * MS)).hasSize(1);
        assertThat(host.nextDueNs()).isGreaterThan(NS + 10 * MS);
    }

    @Test
    void anImageIsWrittenAFewLinesBehindEachEntryAndCommandsGoOn() {
        for (int instrument = 1; instrument <= 3; instrument++) {
            apply(1, instrument, new SetMark(instrument, 9_999, 1, 0), NS);
        }
        long before = host.mark().position();
        var first = apply(1, 4, new BeginImage(), NS);
        assertThat(events(first)).hasSize(3).first().isEqualTo(new ImageBegins());
        assertEquals(new SourceStands(1, "a", 4), first.get(1).event());
        assertThat(first.subList(1, 3)).allMatch(said -> said.header().image());
        assertTrue(host.isImageUnderWay());
        var second = apply(1, 5, new BeginImage(), NS);
        assertEquals(RefusalCode.BUSY, refusal(second.subList(0, 1)).refusal().code());
        assertThat(second).hasSize(3);
        var last = apply(0, 0, new Heartbeat(), NS);
        assertEquals(new HeartbeatSeen(), last.getFirst().event());
        assertEquals(new ImageEnds(4), last.getLast().event());
        assertFalse(host.isImageUnderWay());
        assertEquals(before, host.imagePosition());
    }

    @Test
    void theDisksStateIsKnownFromTheLog() {
        assertEquals(List.of(new StorageChanged(true, 12)), events(apply(1, 1, new ReportStorage(true, 12), NS)));
    }

    @Test
    void rulesBeyondWhatThisProgramKnowsAreRefused() {
        assertEquals(
                RefusalCode.NOT_SUPPORTED,
                refusal(apply(1, 1, new ActivateRules(4), NS)).refusal().code());
        apply(1, 2, new ActivateRules(3), NS);
        assertEquals(3, host.rulesVersion());
    }

    @Test
    void anEntryThatIsPassedOverCountsAndIsSeen() {
        var bytes = encoded(1, 1, mark(1));
        said.clear();
        host.skip(bytes, 0, bytes.capacity(), NS);
        assertEquals(RefusalCode.SKIPPED, refusal(said).refusal().code());
        assertEquals(1, host.lastSequence(1));
    }

    private static SetMark mark(int events) {
        return new SetMark(1, 9_999, events, 0);
    }

    private List<Said> apply(long source, long sequence, Command command, long stampNs) {
        return applyBytes(encoded(source, sequence, command), stampNs);
    }

    private List<Said> applyBytes(DirectBuffer bytes, long stampNs) {
        said.clear();
        host.apply(bytes, 0, bytes.capacity(), stampNs);
        return List.copyOf(said);
    }

    private List<Said> wake(long stampNs) {
        said.clear();
        host.wake(stampNs);
        return List.copyOf(said);
    }

    private static UnsafeBuffer encoded(long source, long sequence, Command command) {
        var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        return new UnsafeBuffer(buffer, 0, new CommandCodec().encode(source, sequence, command, buffer, 0));
    }

    private static List<Event> events(List<Said> said) {
        return said.stream().map(Said::event).toList();
    }

    private static CommandRefused refusal(List<Said> said) {
        assertThat(said).hasSize(1);
        return assertInstanceOf(CommandRefused.class, said.getFirst().event());
    }

    private void record(long endPosition, DirectBuffer buffer, int offset, int length) {
        try {
            said.add(new Said(codec.header(buffer, offset, length), codec.decode(buffer, offset, length)));
        } catch (WireException unreadable) {
            throw new AssertionError("the host wrote what cannot be read", unreadable);
        }
    }
}
