package io.tidegate.venues.binance;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.words.Fact;
import io.tidegate.venues.words.Reading;
import io.tidegate.venues.words.RenderSettings;
import io.tidegate.venues.words.Rendering;
import io.tidegate.venues.words.VenueWords;
import io.tidegate.venues.words.Wish;
import java.util.List;

/// Binance spot without a session: what we would send, and what it sends, by the code that a session runs.
public final class BinanceWords implements VenueWords {
    /// How a rendered frame is named.
    private static final String FRAME_ID = "1";

    @Override
    public Capabilities capabilities() {
        Signer nobody = Signer.hmac("none", "none");
        return Abilities.of(BinanceSettings.of(BinanceSite.production(), nobody, List.of()));
    }

    @Override
    public List<String> operations() {
        return Wishes.OPERATIONS;
    }

    @Override
    public Rendering render(Wish wish, RenderSettings settings) {
        Signer signer;
        try {
            signer = Signer.of(settings.apiKey(), settings.secret());
        } catch (IllegalArgumentException unusable) {
            return new Rendering.Refused(
                    List.of(new Rendering.Problem("--secret", "one that cannot be used", problem(unusable))));
        }
        return switch (Wishes.read(wish)) {
            case Wishes.Read.Bad(var problems) -> new Rendering.Refused(problems);
            case Wishes.Read.Good(Request request) -> rendered(request, signer, settings);
        };
    }

    private static Rendering rendered(Request request, Signer signer, RenderSettings settings) {
        BinanceSite site = settings.isSandbox() ? BinanceSite.testnet() : BinanceSite.production();
        return settings.isBySocket()
                ? new Rendering.Frame(
                        origin(site.wsApi()) + Sending.SOCKET_TARGET,
                        request.frame(FRAME_ID, signer, settings.timeMs(), false))
                : new Rendering.Http(origin(site.rest()), request.http(signer, settings.timeMs()));
    }

    private static String problem(IllegalArgumentException unusable) {
        return String.valueOf(unusable.getMessage());
    }

    private static String origin(Endpoint to) {
        boolean isUsual = to.port() == (to.isTls() ? 443 : 80);
        return to.scheme() + "://" + to.host() + (isUsual ? "" : ":" + to.port());
    }

    @Override
    public List<String> kinds() {
        return PayloadReader.KINDS;
    }

    @Override
    public Reading parse(String kind, int status, byte[] payload) {
        try {
            if (status >= 300) {
                var refused = (Answer.Refused) Answer.ofHttp(new HttpAnswer(status, List.of(), payload));
                return new Reading.Read(PayloadReader.refusal(refused), "error");
            }
            List<Fact> facts = new PayloadReader(kind).read(Json.read(payload));
            return new Reading.Read(facts, kind);
        } catch (Drift drift) {
            return new Reading.Unreadable(drift.words());
        }
    }
}
