package io.tidegate.wire;

import io.tidegate.model.number.Amount;
import io.tidegate.wire.sbe.AmountDecoder;
import io.tidegate.wire.sbe.AmountEncoder;

/// Amounts: 16 bytes, every value of which is one.
final class AmountCodec {
    private AmountCodec() {}

    static void encode(Amount amount, AmountEncoder block) {
        block.hi(amount.hi()).lo(amount.lo());
    }

    static Amount decode(AmountDecoder block) {
        return new Amount(block.hi(), block.lo());
    }
}
