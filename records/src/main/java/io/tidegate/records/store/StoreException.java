package io.tidegate.records.store;

/// The database could not do what was asked.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String what, Exception why) {
        super(what + ": " + why.getMessage(), why);
    }
}
