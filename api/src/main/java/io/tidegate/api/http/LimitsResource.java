package io.tidegate.api.http;

import io.tidegate.api.access.Caller;
import io.tidegate.api.books.Books;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.desk.Reply;
import io.tidegate.api.words.Body;
import io.tidegate.api.words.FieldProblem;
import io.tidegate.api.words.Fields;
import io.tidegate.api.words.LimitWords;
import io.tidegate.model.command.Command;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What an account may hold and lose: shown to its own, set by whoever may set kill switches (SPEC SEC-4).
final class LimitsResource {
    private final OrderDesk desk;
    private final ApiSettings settings;
    private final LimitWords words;

    LimitsResource(Books books, OrderDesk desk, ApiSettings settings) {
        this.desk = desk;
        this.settings = settings;
        this.words = new LimitWords(books.listings(), books.losses());
    }

    /// `GET /v1/limits`: those of the caller's account.
    HttpAnswer show(Asked asked) {
        return HttpAnswer.json(200, words.limits(asked.caller().account()).toString());
    }

    /// `POST /v1/limits/instrument`
    HttpAnswer setInstrument(Asked asked) {
        return set(asked, (fields, caller) -> words.instrumentLimits(fields, caller.account(), caller.name()));
    }

    /// `POST /v1/limits/losses`
    HttpAnswer setLosses(Asked asked) {
        return set(asked, (fields, caller) -> words.lossLimits(fields, caller.account(), caller.name()));
    }

    private HttpAnswer set(Asked asked, BiFunction<Fields, Caller, Optional<Command>> read) {
        Caller caller = asked.caller();
        if (!caller.role().maySwitch()) {
            return Problem.of(
                            ApiCode.FORBIDDEN,
                            "key " + caller.name() + " is a " + caller.role() + " and may not set limits")
                    .answer();
        }
        Body body = Body.read(asked.request().body());
        if (body instanceof Body.Unreadable unreadable) {
            return Problem.of(ApiCode.BAD_REQUEST, unreadable.problem()).answer();
        }
        var fields = new Fields(((Body.Whole) body).object());
        Optional<Command> command = read.apply(fields, caller);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty() || command.isEmpty()) {
            return Problem.of(ApiCode.BAD_FIELD, problems).answer();
        }
        Optional<Reply> reply = Waiting.within(desk.submit(command.get()), settings.answerTimeoutMs());
        if (reply.isEmpty()) {
            return Problem.of(ApiCode.NO_ANSWER_YET, "the limits may be set; ask for /v1/limits")
                    .answer();
        }
        return reply.get() instanceof Reply.Refused refused
                ? Problem.of(refused).answer()
                : show(asked);
    }
}
