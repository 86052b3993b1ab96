package io.tidegate.simulator.venue.binance;

/// What goes wrong at the simulated venue, and when: faults that a test or a scenario switches on. All are off at
/// first. Owned by the thread of the face; which request a percentage strikes comes from the face's seed.
public final class BinanceScript {
    private long visibleAfterNs;
    private long clockSkewNs;
    private boolean isDown;
    private int unknownOutcomePercent;
    private int busyPercent;
    private boolean streamBeforeAnswer;
    private int streamLossPercent;
    private int streamRepeatPercent;
    private boolean shutdownAsked;
    private long shutdownCloseAfterNs;
    private boolean terminateAsked;

    BinanceScript() {}

    /// Look-ups answer "does not exist" for so long after an order was placed.
    public BinanceScript visibleAfterNs(long ns) {
        visibleAfterNs = ns;
        return this;
    }

    /// The venue's clock is ahead of the caller's by so much, or behind if negative.
    public BinanceScript clockSkewNs(long ns) {
        clockSkewNs = ns;
        return this;
    }

    /// Nothing is served: REST answers 503 in HTML, sockets are closed.
    public BinanceScript down(boolean down) {
        isDown = down;
        return this;
    }

    /// So many of a hundred trade requests are executed and answered with "execution status unknown" (-1007, 504).
    public BinanceScript unknownOutcomePercent(int percent) {
        unknownOutcomePercent = percent;
        return this;
    }

    /// So many of a hundred trade requests are not executed and answered with "overloaded" (-1008, 503).
    public BinanceScript busyPercent(int percent) {
        busyPercent = percent;
        return this;
    }

    /// Events of the private stream leave before the answer to the request that caused them.
    public BinanceScript streamBeforeAnswer(boolean before) {
        streamBeforeAnswer = before;
        return this;
    }

    /// So many of a hundred events of the private stream are never sent.
    public BinanceScript streamLossPercent(int percent) {
        streamLossPercent = percent;
        return this;
    }

    /// So many of a hundred events of the private stream are sent twice.
    public BinanceScript streamRepeatPercent(int percent) {
        streamRepeatPercent = percent;
        return this;
    }

    /// Announces on the next tick that the server shuts down, and closes all sockets that much later.
    public BinanceScript shutdown(long closeAfterNs) {
        shutdownAsked = true;
        shutdownCloseAfterNs = closeAfterNs;
        return this;
    }

    /// Ends all private streams on the next tick, with the event that says so; the sockets stay open.
    public BinanceScript terminateStreams() {
        terminateAsked = true;
        return this;
    }

    /// The time on the venue's clock.
    long venueNs(long nowNs) {
        return nowNs + clockSkewNs;
    }

    long visibleAfterNs() {
        return visibleAfterNs;
    }

    boolean isDown() {
        return isDown;
    }

    int unknownOutcomePercent() {
        return unknownOutcomePercent;
    }

    int busyPercent() {
        return busyPercent;
    }

    boolean streamBeforeAnswer() {
        return streamBeforeAnswer;
    }

    int streamLossPercent() {
        return streamLossPercent;
    }

    int streamRepeatPercent() {
        return streamRepeatPercent;
    }

    /// Whether a shutdown was asked for since the last time.
    boolean takeShutdown() {
        boolean asked = shutdownAsked;
        shutdownAsked = false;
        return asked;
    }

    long shutdownCloseAfterNs() {
        return shutdownCloseAfterNs;
    }

    /// Whether the end of all streams was asked for since the last time.
    boolean takeTermination() {
        boolean asked = terminateAsked;
        terminateAsked = false;
        return asked;
    }
}
