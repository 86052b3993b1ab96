package io.tidegate.venues.words;

import io.tidegate.transport.HttpRequest;
import java.util.List;

/// What became of a wish.
public sealed interface Rendering {
    /// A request by HTTP.
    ///
    /// @param origin such as `https://api.example.com`, the port only where it is not the usual one
    record Http(String origin, HttpRequest request) implements Rendering {}

    /// A frame of text.
    ///
    /// @param url where the connection goes that it is sent on
    record Frame(String url, String frame) implements Rendering {}

    /// It cannot be said to this venue.
    record Refused(List<Problem> problems) implements Rendering {}

    /// A field that cannot be as it is.
    record Problem(String field, String found, String expected) {
        @Override
        public String toString() {
            return field + ": expected " + expected + ", found " + (found.isEmpty() ? "nothing" : "'" + found + "'");
        }
    }
}
