package io.tidegate.journal;

/// The event stream is not what it must be at some position: an event is missing, or is not the one that was
/// written.
///
/// A reader must not go on over it as if nothing had happened: it begins anew at an image.
public final class EventsMissing extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long position;

    /// @param position the position after the last good event
    /// @param what     what is wrong, with what was expected and what was found
    public EventsMissing(long position, String what) {
        super("events behind position " + position + ": " + what);
        this.position = position;
    }

    /// The position after the last good event.
    public long position() {
        return position;
    }
}
