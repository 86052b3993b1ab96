package io.tidegate.wire;

import io.tidegate.model.refusal.Refusal;

/// Refusals: the code stands in the block of the message, the texts behind it.
final class RefusalCodec {
    private RefusalCodec() {}

    static void encodeTexts(Refusal refusal, MessageWriter out) {
        out.text("field", refusal.field(), TextLimits.NAME);
        out.text("value", refusal.value(), TextLimits.EXPLANATION);
        out.text("limit", refusal.limit(), TextLimits.EXPLANATION);
    }

    static Refusal decode(int reason, MessageReader in) throws WireException {
        return new Refusal(
                Codes.refusalCode(reason),
                in.text("field", TextLimits.NAME),
                in.text("value", TextLimits.EXPLANATION),
                in.text("limit", TextLimits.EXPLANATION));
    }
}
