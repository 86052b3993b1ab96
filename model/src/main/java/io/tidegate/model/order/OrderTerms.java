package io.tidegate.model.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a client asks for, in the client's words: the content that an idempotency key stands for (SPEC ORD-3, ORD-13).
///
/// Prices and quantities are at the instrument's scales. 0 or "" says that a field was not stated.
///
/// @param account       the tenant's name, 1 to 36 characters
/// @param strategy      the client's name for what trades, "" for none, at most 36 characters
/// @param clientKey     idempotency key, unique per account, 1 to 64 characters
/// @param instrument    id of the instrument
/// @param side          buy or sell
/// @param type          what kind of order
/// @param tif           how long it stands
/// @param quantity      positive
/// @param price         limit price; needed by LIMIT and STOP_LIMIT, else 0
/// @param stopPrice     needed by STOP_LIMIT and STOP_MARKET, else 0
/// @param trigger       what the stop price is compared with
/// @param trailingPrice trailing offset as a price, or 0
/// @param trailingBps   trailing offset in bps, or 0; TRAILING_STOP needs exactly one of the two
/// @param expiresAtNs   end of a GTD order, nanoseconds since 1970 UTC, else 0
/// @param deadlineNs    nothing is sent after it and the rest is cancelled; 0 for none
/// @param postOnly      never takes; LIMIT and STOP_LIMIT that may rest
/// @param reduceOnly    never opens or turns a position
/// @param displayQuantity what an iceberg shows, of a LIMIT or STOP_LIMIT that may rest; 0 shows all
/// @param urgency       how soon it wants to be done
/// @param slippageMaxBps largest slippage against the arrival mid; 0 for the account's own limit
/// @param venueAccount  id of the venue account that must execute it; 0 leaves it to routing
/// @param metadata      returned as given, at most 4,096 bytes of UTF-8
/// @param constraints   what else bounds how it is worked
/// @param link          the group that it belongs to
public record OrderTerms(
        String account,
        String strategy,
        String clientKey,
        int instrument,
        Side side,
        OrderType type,
        TimeInForce tif,
        long quantity,
        long price,
        long stopPrice,
        Trigger trigger,
        long trailingPrice,
        int trailingBps,
        long expiresAtNs,
        long deadlineNs,
        boolean postOnly,
        boolean reduceOnly,
        long displayQuantity,
        Urgency urgency,
        int slippageMaxBps,
        int venueAccount,
        String metadata,
        Constraints constraints,
        Link link) {
    private static final Pattern PARAMETERS =
            Pattern.compile("[A-Za-z0-9_]{1,32}=[!-:<-~]{0,64}(;[A-Za-z0-9_]{1,32}=[!-:<-~]{0,64})*");

    /// An order without constraints that stands alone.
    public OrderTerms(
            String account,
            String strategy,
            String clientKey,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce tif,
            long quantity,
            long price,
            long stopPrice,
            Trigger trigger,
            long trailingPrice,
            int trailingBps,
            long expiresAtNs,
            long deadlineNs,
            boolean postOnly,
            boolean reduceOnly,
            long displayQuantity,
            Urgency urgency,
            int slippageMaxBps,
            int venueAccount,
            String metadata) {
        this(
                account,
                strategy,
                clientKey,
                instrument,
                side,
                type,
                tif,
                quantity,
                price,
                stopPrice,
                trigger,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                deadlineNs,
                postOnly,
                reduceOnly,
                displayQuantity,
                urgency,
                slippageMaxBps,
                venueAccount,
                metadata,
                Constraints.NONE,
                Link.NONE);
    }

    /// The same with other terms of those that can change.
    public OrderTerms with(WorkingTerms now) {
        return new OrderTerms(
                account,
                strategy,
                clientKey,
                instrument,
                side,
                type,
                tif,
                now.quantity(),
                now.price(),
                now.stopPrice(),
                trigger,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                deadlineNs,
                postOnly,
                reduceOnly,
                displayQuantity,
                urgency,
                slippageMaxBps,
                venueAccount,
                metadata,
                constraints,
                link);
    }

    /// The same within other bounds.
    public OrderTerms with(Constraints bounds) {
        return new OrderTerms(
                account,
                strategy,
                clientKey,
                instrument,
                side,
                type,
                tif,
                quantity,
                price,
                stopPrice,
                trigger,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                deadlineNs,
                postOnly,
                reduceOnly,
                displayQuantity,
                urgency,
                slippageMaxBps,
                venueAccount,
                metadata,
                bounds,
                link);
    }

    /// The same as part of a group.
    public OrderTerms with(Link group) {
        return new OrderTerms(
                account,
                strategy,
                clientKey,
                instrument,
                side,
                type,
                tif,
                quantity,
                price,
                stopPrice,
                trigger,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                deadlineNs,
                postOnly,
                reduceOnly,
                displayQuantity,
                urgency,
                slippageMaxBps,
                venueAccount,
                metadata,
                constraints,
                group);
    }

    /// A field that breaks a rule: what it is called, what the rule says, what was stated.
    public record Problem(String field, String rule, String value) {}

    /// Checks each field and the fields that a type and a time in force need (Property 16).
    ///
    /// @return every problem, in the order of the fields; empty when the terms are sound in themselves
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        name(found, "account", account, 1, 36);
        name(found, "strategy", strategy, 0, 36);
        name(found, "clientKey", clientKey, 1, 64);
        check(found, instrument > 0, "instrument", "must name a known instrument", instrument);
        check(found, quantity > 0, "quantity", "must be positive", quantity);
        if (type.needsPrice()) {
            check(found, price > 0, "price", type + " needs a positive price", price);
        } else {
            check(found, price == 0, "price", type + " takes no price", price);
        }
        if (type.needsStopPrice()) {
            check(found, stopPrice > 0, "stopPrice", type + " needs a positive stop price", stopPrice);
        } else {
            check(found, stopPrice == 0, "stopPrice", type + " takes no stop price", stopPrice);
        }
        if (type == OrderType.TRAILING_STOP) {
            check(found, trailingPrice >= 0, "trailingPrice", "must not be negative", trailingPrice);
            check(found, trailingBps >= 0 && trailingBps <= 10_000, "trailingBps", "must be 0 to 10000", trailingBps);
            check(
                    found,
                    (trailingPrice > 0) != (trailingBps > 0),
                    "trailingPrice",
                    "TRAILING_STOP needs exactly one of trailingPrice and trailingBps",
                    trailingPrice);
        } else {
            check(found, trailingPrice == 0, "trailingPrice", type + " takes no trailing offset", trailingPrice);
            check(found, trailingBps == 0, "trailingBps", type + " takes no trailing offset", trailingBps);
        }
        if (tif == TimeInForce.GTD) {
            check(found, expiresAtNs > 0, "expiresAt", "GTD needs a time of expiry", expiresAtNs);
        } else {
            check(found, expiresAtNs == 0, "expiresAt", tif + " takes no time of expiry", expiresAtNs);
        }
        check(found, deadlineNs >= 0, "deadline", "must not be before 1970", deadlineNs);
        boolean rests = type.needsPrice() && tif != TimeInForce.IOC && tif != TimeInForce.FOK;
        check(found, !postOnly || rests, "postOnly", "needs an order that can rest", type + " " + tif);
        check(
                found,
                displayQuantity >= 0 && displayQuantity <= Math.max(0, quantity),
                "displayQuantity",
                "must be 0 to the quantity",
                displayQuantity);
        check(
                found,
                displayQuantity == 0 || rests,
                "displayQuantity",
                "needs an order that can rest",
                type + " " + tif);
        check(
                found,
                slippageMaxBps >= 0 && slippageMaxBps <= 10_000,
                "slippageMaxBps",
                "must be 0 to 10000",
                slippageMaxBps);
        check(found, venueAccount >= 0, "venueAccount", "must name a known venue account", venueAccount);
        check(found, utf8Length(metadata) <= 4_096, "metadata", "must be at most 4096 bytes", utf8Length(metadata));
        check(found, isUnicode(metadata), "metadata", "must be text: no surrogate stands alone", "");
        constraints(found);
        return List.copyOf(found);
    }

    private void constraints(List<Problem> found) {
        long most = Math.max(0, quantity);
        check(
                found,
                constraints.partMin() >= 0 && constraints.partMin() <= most,
                "partMin",
                "must be 0 to the quantity",
                constraints.partMin());
        check(
                found,
                constraints.overFillMax() >= 0 && constraints.overFillMax() <= most,
                "overFillMax",
                "must be 0 to the quantity",
                constraints.overFillMax());
        check(
                found,
                constraints.preferredVenues().stream().noneMatch(constraints.excludedVenues()::contains),
                "excludedVenues",
                "must not name a preferred venue account",
                constraints.excludedVenues());
        check(
                found,
                venueAccount == 0 || !constraints.excludedVenues().contains(venueAccount),
                "excludedVenues",
                "must not name the venue account that must execute it",
                constraints.excludedVenues());
        String parameters = constraints.venueParameters();
        check(
                found,
                parameters.isEmpty()
                        || (parameters.length() <= 200
                                && PARAMETERS.matcher(parameters).matches()),
                "venueParameters",
                "must be name=value;name=value, at most 200 characters",
                parameters);
        name(found, "group", link.group(), link.isGrouped() ? 1 : 0, link.isGrouped() ? 64 : 0);
    }

    private static void check(List<Problem> found, boolean holds, String field, String rule, Object value) {
        if (!holds) {
            found.add(new Problem(field, rule, String.valueOf(value)));
        }
    }

    private static void name(List<Problem> found, String field, String value, int min, int max) {
        boolean fits = value.length() >= min && value.length() <= max;
        boolean printable = value.chars().allMatch(c -> c > ' ' && c < 127);
        check(found, fits && printable, field, "must be " + min + " to " + max + " printable ASCII characters", value);
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
