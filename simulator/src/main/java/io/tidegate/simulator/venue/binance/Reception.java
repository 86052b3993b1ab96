package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Where both doors hand in a request: charges the address, checks key, time and signature, lets the script have its
/// way, and has the operation done.
final class Reception {
    private static final Pattern KEY_FORM = Pattern.compile("^[a-zA-Z0-9]{1,128}$");
    private static final Pattern RECV_WINDOW_FORM = Pattern.compile("^[0-9]{1,9}(\\.[0-9]{1,3})?$");
    private static final BigDecimal RECV_WINDOW_MAX_MS = BigDecimal.valueOf(60_000);
    private static final String RECV_WINDOW_USUAL_MS = "5000";
    private static final long AHEAD_MAX_NS = 1_000_000_000L;

    private final SimulatedVenue venue;
    private final Limits limits;
    private final BinanceScript script;
    private final SplittableRandom random;
    private final Signatures signatures = new Signatures();

    Reception(SimulatedVenue venue, Limits limits, BinanceScript script, SplittableRandom random) {
        this.venue = venue;
        this.limits = limits;
        this.script = script;
        this.random = random;
    }

    /// Has a request done, or refuses it.
    Served serve(Operation operation, Parameters parameters, Proof proof, String client, long nowNs) {
        int weight = operation.weight().applyAsInt(parameters);
        var budget = limits.address(client);
        var overLimit = budget.charge(weight, nowNs);
        if (overLimit.isPresent()) {
            return new Served(Answer.refused(overLimit.get()), Optional.empty());
        }
        Optional<Account> signer = Optional.empty();
        if (operation.access().isSigned()) {
            switch (identify(parameters, proof, nowNs)) {
                case Outcome.Refused<Account> refused -> {
                    return new Served(Answer.refused(refused.error()), Optional.empty());
                }
                case Outcome.Is<Account> is -> signer = Optional.of(is.value());
            }
        }
        boolean isTrade = operation.access().isTrade();
        if (isTrade && strikes(script.busyPercent())) {
            return new Served(Answer.refused(BinanceError.busy()), signer);
        }
        Answer answer = operation.handler().handle(new Call(parameters, signer, nowNs));
        if (isTrade && answer instanceof Answer.Done) {
            budget.refund(weight, nowNs);
        }
        if (isTrade && strikes(script.unknownOutcomePercent())) {
            return new Served(Answer.refused(BinanceError.outcomeUnknown()), signer);
        }
        return new Served(answer, signer);
    }

    /// An answer, and whose request it answers if it was signed.
    record Served(Answer answer, Optional<Account> signer) {}

    /// Whose request it is, by key, time and signature (fact sheet §2).
    Outcome<Account> identify(Parameters parameters, Proof proof, long nowNs) {
        var signature = parameters.text("signature");
        var timestamp = parameters.time("timestamp");
        var recvWindow =
                new BigDecimal(parameters.text("recvWindow", RECV_WINDOW_FORM).orElse(RECV_WINDOW_USUAL_MS));
        boolean isLoggedOn = proof.loggedOn().isPresent() && signature.isEmpty();
        if (timestamp.isEmpty()) {
            return new Outcome.Refused<>(BinanceError.missing("timestamp"));
        }
        if (signature.isEmpty() && !isLoggedOn) {
            return new Outcome.Refused<>(BinanceError.missing("signature"));
        }
        if (recvWindow.compareTo(RECV_WINDOW_MAX_MS) > 0) {
            return new Outcome.Refused<>(BinanceError.recvWindowTooLarge());
        }
        if (timestamp.getAsLong() >= nowNs + AHEAD_MAX_NS) {
            return new Outcome.Refused<>(BinanceError.tooEarly());
        }
        if (nowNs - timestamp.getAsLong() > recvWindow.movePointRight(6).longValue()) {
            return new Outcome.Refused<>(BinanceError.tooLate());
        }
        if (isLoggedOn) {
            return new Outcome.Is<>(proof.loggedOn().get());
        }
        String apiKey = proof.apiKey().orElse("");
        if (!KEY_FORM.matcher(apiKey).matches()) {
            return new Outcome.Refused<>(BinanceError.badKeyFormat());
        }
        var account = venue.ledger().byApiKey(apiKey);
        if (account.isEmpty()) {
            return new Outcome.Refused<>(BinanceError.unknownKey());
        }
        return signatures.isValid(account.get().credentials(), proof.payload(), signature.orElseThrow())
                ? new Outcome.Is<>(account.get())
                : new Outcome.Refused<>(BinanceError.badSignature());
    }

    private boolean strikes(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }
}
