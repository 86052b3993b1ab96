package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.api.books.Books;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.desk.Reply;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.BookWords;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.api.words.Fields;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.risk.KillScope;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/kill-switch`: what is stopped, and stopping (SPEC POS-4).
final class KillSwitchResource {
    private final Books books;
    private final OrderDesk desk;
    private final ApiSettings settings;

    KillSwitchResource(Books books, OrderDesk desk, ApiSettings settings) {
        this.books = books;
        this.desk = desk;
        this.settings = settings;
    }

    HttpAnswer show(Asked asked) {
        ObjectNode to = Body.MAPPER.createObjectNode();
        ArrayNode engaged = to.putArray("engaged");
        books.switches().engaged().stream()
                .filter(set -> concerns(set, asked.caller()))
                .forEach(set -> engaged.add(BookWords.killSwitch(set)));
        return HttpAnswer.json(200, to.toString());
    }

    /// Whoever may set any switch sees them all; others see what stops them, and no names of other accounts.
    private boolean concerns(KillSwitchSet set, Caller caller) {
        return caller.role().maySwitch()
                || switch (set.scope()) {
                    case ALL, STRATEGY, INSTRUMENT -> true;
                    case ACCOUNT -> set.subject().equals(caller.account());
                    case VENUE_ACCOUNT ->
                        books.listings().venue(caller.account(), set.subject()).isPresent();
                };
    }

    HttpAnswer set(Asked asked) {
        Caller caller = asked.caller();
        if (!caller.role().maySwitch()) {
            return Problem.of(
                            ApiCode.FORBIDDEN,
                            "key " + caller.name() + " is a " + caller.role() + " and may not set kill switches")
                    .answer();
        }
        Body body = Body.read(asked.request().body());
        if (body instanceof Body.Unreadable unreadable) {
            return Problem.of(ApiCode.BAD_REQUEST, unreadable.problem()).answer();
        }
        var fields = new Fields(((Body.Whole) body).object());
        List.of("scope", "engaged", "reason").forEach(fields::require);
        Optional<KillScope> scope = fields.word("scope", KillScope.class);
        String subject = fields.text("subject", 0, 80).orElse("");
        boolean engaged = fields.flag("engaged");
        String reason = fields.text("reason", 1, 100).orElse("");
        if (scope.isPresent() && !fields.isFaulty("subject")) {
            check(scope.get(), subject, fields);
        }
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, problems).answer();
        }
        var command = new SetKillSwitch(scope.orElseThrow(), subject, engaged, caller.name(), reason);
        Optional<Reply> reply = Waiting.within(desk.submit(command), settings.answerTimeoutMs());
        if (reply.isEmpty()) {
            return Problem.of(ApiCode.NO_ANSWER_YET, "the switch may be set; ask for /v1/kill-switch")
                    .answer();
        }
        return reply.get() instanceof Reply.Refused refused
                ? Problem.of(refused).answer()
                : show(asked);
    }

    /// A switch that names nothing would stop nothing and look as if it did; only a strategy may come later.
    private void check(KillScope scope, String subject, Fields fields) {
        boolean known = switch (scope) {
            case ALL -> subject.isEmpty();
            case ACCOUNT ->
                books.listings().venues().stream()
                        .anyMatch(venue -> venue.venueAccount().account().equals(subject));
            case VENUE_ACCOUNT ->
                books.listings().venues().stream()
                        .anyMatch(venue -> venue.venueAccount().name().equals(subject));
            case INSTRUMENT -> books.listings().instrument(subject).isPresent();
            case STRATEGY -> !subject.isEmpty() && subject.length() <= 36;
        };
        if (!known) {
            fields.fault("subject", scope == KillScope.ALL ? "ALL takes none" : "must name one for " + scope, subject);
        }
    }
}
