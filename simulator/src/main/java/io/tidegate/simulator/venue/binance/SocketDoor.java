package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.binance.Operation.Access;
import java.util.Optional;

/// The WebSocket API: a frame in, a frame out (fact sheet §2, §3.2, §4).
final class SocketDoor {
    private final Operations operations;
    private final Reception reception;
    private final Limits limits;
    private final UserStreams streams;

    SocketDoor(Operations operations, Reception reception, Limits limits, UserStreams streams) {
        this.operations = operations;
        this.reception = reception;
        this.limits = limits;
        this.streams = streams;
    }

    byte[] answer(Session session, byte[] frame, long nowNs) {
        var message = SocketMessage.parse(frame);
        if (message.isEmpty()) {
            var refused = Answer.refused(BinanceError.badJson());
            return written(
                    session, "null", true, new Reception.Served(refused, Optional.empty()), Access.PUBLIC, nowNs);
        }
        var parameters = message.get().parameters();
        boolean showsLimits = parameters.flag("returnRateLimits", session.showsLimits);
        var operation = operations
                .byMethod(message.get().method())
                .or(() -> ofSession(session, message.get().method()));
        Reception.Served served;
        if (operation.isEmpty()) {
            served = new Reception.Served(Answer.refused(BinanceError.unknownMethod()), Optional.empty());
        } else {
            var proof = new Proof(parameters.text("apiKey"), parameters.sortedPayload(), session.loggedOn);
            served = reception.serve(operation.get(), parameters, proof, session.client, nowNs);
        }
        var access = operation.map(Operation::access).orElse(Access.PUBLIC);
        return written(session, message.get().id(), showsLimits, served, access, nowNs);
    }

    /// What concerns the connection itself.
    private Optional<Operation> ofSession(Session session, String method) {
        return switch (method) {
            case "session.logon" -> offer(Access.SIGNED, call -> logOn(session, call));
            case "session.status" -> offer(Access.PUBLIC, call -> status(session, call));
            case "session.logout" ->
                offer(Access.PUBLIC, call -> {
                    session.loggedOn = Optional.empty();
                    return status(session, call);
                });
            case "session.subscriptions" ->
                offer(
                        Access.PUBLIC,
                        call -> MarketCalls.answer(call.parameters(), out -> streams.writeSubscriptions(out, session)));
            case "userDataStream.subscribe.signature" ->
                offer(Access.SIGNED, call -> subscribe(session, call.account(), call));
            case "userDataStream.subscribe" ->
                offer(
                        Access.PUBLIC,
                        call -> session.loggedOn
                                .map(account -> subscribe(session, account, call))
                                .orElseGet(() -> Answer.refused(BinanceError.unknownKey())));
            case "userDataStream.unsubscribe" -> offer(Access.PUBLIC, call -> unsubscribe(session, call));
            default -> Optional.empty();
        };
    }

    private static Optional<Operation> offer(Access access, Operation.Handler handler) {
        return Optional.of(new Operation(access, _ -> 2, handler));
    }

    private Answer logOn(Session session, Call call) {
        if (call.account().credentials().kind() != Credentials.Kind.ED25519) {
            return Answer.refused(BinanceError.hmacCannotLogOn());
        }
        if (call.parameters().problem().isEmpty()) {
            session.loggedOn = call.signer();
            session.loggedOnNs = call.nowNs();
        }
        return status(session, call);
    }

    private Answer status(Session session, Call call) {
        return MarketCalls.answer(call.parameters(), out -> {
            out.beginObject();
            if (session.loggedOn.isPresent()) {
                out.text("apiKey", session.loggedOn.get().credentials().apiKey());
                out.time("authorizedSince", session.loggedOnNs);
            } else {
                out.none("apiKey");
                out.none("authorizedSince");
            }
            out.time("connectedSince", session.connectedNs);
            out.bool("returnRateLimits", session.showsLimits);
            out.time("serverTime", call.nowNs());
            out.bool("userDataStream", streams.hasAny(session));
            out.endObject();
        });
    }

    private Answer subscribe(Session session, Account account, Call call) {
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        if (streams.isSubscribed(session, account)) {
            return Answer.refused(BinanceError.streamActive());
        }
        int id = streams.subscribe(session, account);
        return Answer.done(out -> {
            out.beginObject();
            out.number("subscriptionId", id);
            out.endObject();
        });
    }

    private Answer unsubscribe(Session session, Call call) {
        var id = call.parameters().integer("subscriptionId");
        if (call.parameters().problem().isPresent()) {
            return Answer.refused(call.parameters().problem().get());
        }
        return streams.unsubscribe(session, id, call.nowNs())
                ? Answer.done(out -> {
                    out.beginObject();
                    out.endObject();
                })
                : Answer.refused(BinanceError.streamNotActive());
    }

    private byte[] written(
            Session session, String id, boolean showsLimits, Reception.Served served, Access access, long nowNs) {
        var json = new Json(session.countsMicros);
        json.beginObject();
        json.raw("id", id);
        switch (served.answer()) {
            case Answer.Done done -> {
                json.number("status", 200);
                json.name("result");
                done.body().write(json);
            }
            case Answer.Refused refused -> {
                json.number("status", refused.error().status());
                error(json, refused, nowNs);
            }
        }
        if (showsLimits) {
            json.beginArray("rateLimits");
            if (access == Access.PLACE) {
                served.signer().ifPresent(account -> limits.writeOrders(json, account, nowNs));
            }
            limits.writeWeight(json, session.client, nowNs);
            json.endArray();
        }
        json.endObject();
        return json.bytes();
    }

    private static void error(Json json, Answer.Refused refused, long nowNs) {
        BinanceError error = refused.error();
        json.beginObject("error");
        json.number("code", error.code());
        json.text("msg", error.message());
        if (refused.data().isPresent()) {
            json.name("data");
            refused.data().get().write(json);
        } else if (error.retryAtNs().isPresent()) {
            json.beginObject("data");
            json.time("serverTime", nowNs);
            json.time("retryAfter", error.retryAtNs().getAsLong());
            json.endObject();
        }
        json.endObject();
    }
}
