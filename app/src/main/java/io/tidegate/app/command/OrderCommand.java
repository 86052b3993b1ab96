package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.model.number.Decimals;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Orders, at a running `serve`.
@Command(
        name = "order",
        description = "Places, modifies, cancels, shows and lists orders.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class OrderCommand {
    /// When an answer to `order place` is wanted.
    enum Wait {
        journal,
        ack,
        end
    }

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    /// What may be stated of an order; the server checks the rest.
    static final class Terms {
        @Option(names = "--instrument", required = true, description = "such as BTC/USDT")
        String instrument = "";

        @Option(names = "--side", required = true, description = "${COMPLETION-CANDIDATES}")
        Side side = Side.BUY;

        @Option(names = "--quantity", required = true, description = "a decimal")
        String quantity = "";

        @Option(names = "--type", defaultValue = "LIMIT", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
        OrderType type = OrderType.LIMIT;

        @Option(names = "--price", defaultValue = "", description = "a decimal; needed by LIMIT and STOP_LIMIT")
        String price = "";

        @Option(
                names = "--stop",
                defaultValue = "",
                description = "stop price; makes LIMIT a STOP_LIMIT, MARKET a STOP_MARKET")
        String stop = "";

        @Option(names = "--trigger", description = "what the stop is compared with: ${COMPLETION-CANDIDATES}")
        Optional<Trigger> trigger = Optional.empty();

        @Option(
                names = "--trail",
                defaultValue = "",
                description = "offset of a TRAILING_STOP: a price, or such as 50bps")
        String trail = "";

        @Option(names = "--display", defaultValue = "", description = "what an iceberg shows")
        String display = "";

        @Option(names = "--expire", defaultValue = "", description = "such as 2026-01-31T12:00:00Z; makes it GTD")
        String expire = "";

        @Option(names = "--reduce-only", description = "never open or turn a position")
        boolean reduceOnly;

        @Option(names = "--self-trade", description = "${COMPLETION-CANDIDATES} (REFUSE_NEWER)")
        Optional<SelfTrade> selfTrade = Optional.empty();

        @Option(names = "--group", defaultValue = "", description = "the name of a group; needs --group-role")
        String group = "";

        @Option(names = "--group-role", description = "${COMPLETION-CANDIDATES}")
        Optional<GroupRole> groupRole = Optional.empty();

        @Option(names = "--tif", description = "${COMPLETION-CANDIDATES}")
        Optional<TimeInForce> tif = Optional.empty();

        @Option(names = "--client-key", defaultValue = "", description = "idempotency key; drawn when not stated")
        String clientKey = "";

        @Option(names = "--strategy", defaultValue = "", description = "the name of what trades")
        String strategy = "";

        @Option(names = "--venue-account", defaultValue = "", description = "such as binance:main")
        String venueAccount = "";

        @Option(names = "--metadata", defaultValue = "", description = "returned as given")
        String metadata = "";

        @Option(names = "--slippage-max-bps", defaultValue = "0", description = "0 to 10000, for MARKET")
        int slippageMaxBps;

        @Option(names = "--post-only", description = "never take")
        boolean postOnly;
    }

    @Command(name = "place", description = "Places an order.", mixinStandardHelpOptions = true)
    int place(
            @Mixin Connection connection,
            @Mixin Terms terms,
            @Option(names = "--wait", defaultValue = "journal", description = "${COMPLETION-CANDIDATES}") Wait wait,
            @Option(names = "--timeout-ms", defaultValue = "5000", description = "1 to 60000") int timeoutMs) {
        checkDecimal("--quantity", terms.quantity);
        if (!terms.price.isEmpty()) {
            checkDecimal("--price", terms.price);
        }
        Arguments.check(spec, "--slippage-max-bps", terms.slippageMaxBps, 0, 10_000);
        Arguments.check(spec, "--timeout-ms", timeoutMs, 1, 60_000);
        ObjectNode order = ApiClient.MAPPER.createObjectNode();
        order.put("clientKey", terms.clientKey.isEmpty() ? UUID.randomUUID().toString() : terms.clientKey);
        order.put("instrument", terms.instrument);
        order.put("side", terms.side.name());
        order.put("type", type(terms).name());
        order.put("quantity", terms.quantity);
        text(order, "price", terms.price);
        text(order, "strategy", terms.strategy);
        text(order, "venueAccount", terms.venueAccount);
        text(order, "metadata", terms.metadata);
        text(order, "stopPrice", terms.stop);
        terms.trigger.ifPresent(trigger -> order.put("trigger", trigger.name()));
        trail(order, terms.trail);
        text(order, "displayQuantity", terms.display);
        text(order, "expiresAt", terms.expire);
        terms.selfTrade.ifPresent(rule -> order.put("selfTrade", rule.name()));
        text(order, "group", terms.group);
        terms.groupRole.ifPresent(role -> order.put("groupRole", role.name()));
        terms.tif
                .or(() -> terms.expire.isEmpty() ? Optional.empty() : Optional.of(TimeInForce.GTD))
                .ifPresent(tif -> order.put("timeInForce", tif.name()));
        if (terms.reduceOnly) {
            order.put("reduceOnly", true);
        }
        if (terms.slippageMaxBps != 0) {
            order.put("slippageMaxBps", terms.slippageMaxBps);
        }
        if (terms.postOnly) {
            order.put("postOnly", true);
        }
        var target = new Targets("/v1/orders");
        if (wait != Wait.journal) {
            target.with("wait", wait.name()).with("timeoutMs", Integer.toString(timeoutMs));
        }
        return connection.ask("POST", target.toString(), Optional.of(order), "");
    }

    /// A stop or a trail makes another type of the plain ones.
    private static OrderType type(Terms terms) {
        if (!terms.trail.isEmpty()) {
            return OrderType.TRAILING_STOP;
        }
        if (terms.stop.isEmpty()) {
            return terms.type;
        }
        return switch (terms.type) {
            case LIMIT -> terms.price.isEmpty() ? OrderType.STOP_MARKET : OrderType.STOP_LIMIT;
            case MARKET -> OrderType.STOP_MARKET;
            default -> terms.type;
        };
    }

    private void trail(ObjectNode order, String trail) {
        if (trail.endsWith("bps")) {
            try {
                order.put("trailingBps", Integer.parseInt(trail.substring(0, trail.length() - 3)));
            } catch (NumberFormatException notWhole) {
                throw Arguments.wrong(spec, "--trail", "must be a price or whole bps such as 50bps", trail);
            }
        } else if (!trail.isEmpty()) {
            checkDecimal("--trail", trail);
            order.put("trailingPrice", trail);
        }
    }

    @Command(
            name = "modify",
            description = "Asks for other terms of an order; they hold when the venue has confirmed them.",
            mixinStandardHelpOptions = true)
    int modify(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ID", description = "the order's id") String id,
            @Option(names = "--quantity", defaultValue = "", description = "with the fills included") String quantity,
            @Option(names = "--price", defaultValue = "", description = "a decimal") String price,
            @Option(names = "--stop", defaultValue = "", description = "of a stop that was not set off") String stop,
            @Option(names = "--reason", defaultValue = "", description = "for the record") String reason) {
        ObjectNode change = ApiClient.MAPPER.createObjectNode();
        decimal(change, "--quantity", "quantity", quantity);
        decimal(change, "--price", "price", price);
        decimal(change, "--stop", "stopPrice", stop);
        if (change.isEmpty()) {
            throw Arguments.wrong(spec, "--quantity, --price or --stop", "must stand, at least one of them", "");
        }
        text(change, "reason", reason);
        return connection.ask("PATCH", "/v1/orders/" + checkId(id), Optional.of(change), "");
    }

    private void decimal(ObjectNode to, String option, String field, String value) {
        if (!value.isEmpty()) {
            checkDecimal(option, value);
            to.put(field, value);
        }
    }

    @Command(name = "cancel", description = "Asks for the end of an order.", mixinStandardHelpOptions = true)
    int cancel(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ID", description = "the order's id") String id,
            @Option(names = "--reason", defaultValue = "", description = "for the record") String reason) {
        String target =
                new Targets("/v1/orders/" + checkId(id)).with("reason", reason).toString();
        return connection.ask("DELETE", target, Optional.empty(), "");
    }

    @Command(name = "show", description = "Shows an order with its whole history.", mixinStandardHelpOptions = true)
    int show(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "the order's id") String id,
            @Option(names = "--client-key", defaultValue = "", description = "instead of the id") String clientKey) {
        if (id.isEmpty() == clientKey.isEmpty()) {
            throw Arguments.wrong(spec, "ID or --client-key", "must stand, one of them", id + clientKey);
        }
        String target = id.isEmpty() ? "/v1/orders/by-key/" + Targets.encoded(clientKey) : "/v1/orders/" + checkId(id);
        return connection.ask("GET", target, Optional.empty(), "");
    }

    @Command(name = "list", description = "Lists orders, the newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Connection connection,
            @Option(names = "--open", description = "only what has not ended") boolean open,
            @Option(names = "--status", description = "${COMPLETION-CANDIDATES}") Optional<OrderStatus> status,
            @Option(names = "--instrument", defaultValue = "") String instrument,
            @Option(names = "--strategy", defaultValue = "") String strategy,
            @Option(names = "--limit", defaultValue = "100", description = "1 to 1000") int limit,
            @Option(names = "--cursor", defaultValue = "", description = "`next` of the page before") String cursor) {
        Arguments.check(spec, "--limit", limit, 1, 1_000);
        String target = new Targets("/v1/orders")
                .with("open", open ? "true" : "")
                .with("status", status.map(Enum::name).orElse(""))
                .with("instrument", instrument)
                .with("strategy", strategy)
                .with("limit", Integer.toString(limit))
                .with("cursor", cursor)
                .toString();
        return connection.ask("GET", target, Optional.empty(), "orders");
    }

    private void checkDecimal(String name, String value) {
        try {
            if (Decimals.parse(value).signum() > 0) {
                return;
            }
        } catch (NumberFormatException notDecimal) {
            throw Arguments.wrong(spec, name, "must be a plain decimal such as 0.5", value);
        }
        throw Arguments.wrong(spec, name, "must be positive", value);
    }

    private String checkId(String id) {
        if (id.isEmpty() || id.length() > 19 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Arguments.wrong(spec, "ID", "must be the number of an order", id);
        }
        return id;
    }

    private static void text(ObjectNode order, String field, String value) {
        if (!value.isEmpty()) {
            order.put(field, value);
        }
    }
}
