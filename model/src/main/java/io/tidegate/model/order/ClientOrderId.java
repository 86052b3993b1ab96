package io.tidegate.model.order;

import java.util.Locale;
import java.util.OptionalLong;

/// The id under which a venue knows a child order, derived from ours and the other way round (SPEC ORD-3).
///
/// `tg<incarnation>-<child>` with both numbers in base 36, lower case: at most 22 characters of `a-z 0-9 -`, which
/// every venue that takes text accepts, some after dropping the dash. The incarnation rises with each start of the
/// core, so that a machine that lost the unsynced tail of its log never gives an id twice.
public final class ClientOrderId {
    private ClientOrderId() {}

    /// The id of a child handed out in that incarnation.
    ///
    /// @param incarnation 1 to 2³¹ − 1
    /// @param childId     positive
    public static String of(int incarnation, long childId) {
        if (incarnation < 1 || childId < 1) {
            throw new IllegalArgumentException(
                    "incarnation " + incarnation + ", child " + childId + ": both must be positive");
        }
        return "tg" + Integer.toString(incarnation, 36) + "-" + Long.toString(childId, 36);
    }

    /// The child that an id names, as we made it or all in upper case; empty when the id is not of our making.
    public static OptionalLong child(String clientOrderId) {
        int dash = clientOrderId.indexOf('-');
        if (dash < 3) {
            return OptionalLong.empty();
        }
        try {
            int incarnation = Integer.parseInt(clientOrderId, 2, dash, 36);
            long child = Long.parseLong(clientOrderId, dash + 1, clientOrderId.length(), 36);
            boolean ours = incarnation > 0 && child > 0 && isSame(clientOrderId, of(incarnation, child));
            return ours ? OptionalLong.of(child) : OptionalLong.empty();
        } catch (NumberFormatException foreign) {
            return OptionalLong.empty();
        }
    }

    private static boolean isSame(String stated, String made) {
        return stated.equals(made) || stated.equals(made.toUpperCase(Locale.ROOT));
    }
}
