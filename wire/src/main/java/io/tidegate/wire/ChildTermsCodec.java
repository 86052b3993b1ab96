package io.tidegate.wire;

import io.tidegate.model.order.ChildTerms;
import io.tidegate.wire.sbe.ChildTermsDecoder;
import io.tidegate.wire.sbe.ChildTermsEncoder;
import io.tidegate.wire.sbe.GroupSizeEncodingDecoder;
import io.tidegate.wire.sbe.GroupSizeEncodingEncoder;
import java.util.ArrayList;
import java.util.List;

/// Proposed children: the group `proposal` of a message. One thread.
final class ChildTermsCodec {
    /// Most children of one proposal.
    static final int COUNT_MAX = 16;

    private final GroupSizeEncodingEncoder sizeEncoder = new GroupSizeEncodingEncoder();
    private final GroupSizeEncodingDecoder sizeDecoder = new GroupSizeEncodingDecoder();
    private final ChildTermsEncoder childEncoder = new ChildTermsEncoder();
    private final ChildTermsDecoder childDecoder = new ChildTermsDecoder();

    /// @throws IllegalArgumentException when there are more than 16
    void encode(List<ChildTerms> proposal, MessageWriter out) {
        if (proposal.size() > COUNT_MAX) {
            throw new IllegalArgumentException("proposal of " + proposal.size() + " children, at most " + COUNT_MAX);
        }
        sizeEncoder
                .wrap(out.buffer(), out.reserve(GroupSizeEncodingEncoder.ENCODED_LENGTH))
                .blockLength(ChildTermsEncoder.ENCODED_LENGTH)
                .numInGroup(proposal.size());
        for (int i = 0; i < proposal.size(); i++) {
            encode(proposal.get(i), out);
        }
    }

    private void encode(ChildTerms child, MessageWriter out) {
        childEncoder
                .wrap(out.buffer(), out.reserve(ChildTermsEncoder.ENCODED_LENGTH))
                .venueAccount(child.venueAccount())
                .orderType(Codes.of(child.type()))
                .tif(Codes.of(child.tif()))
                .quantity(child.quantity())
                .price(child.price())
                .postOnly(Codes.of(child.postOnly()));
    }

    List<ChildTerms> decode(MessageReader in) throws WireException {
        sizeDecoder.wrap(in.buffer(), in.take("proposal", GroupSizeEncodingDecoder.ENCODED_LENGTH));
        int entryLength = sizeDecoder.blockLength();
        int count = sizeDecoder.numInGroup();
        in.checkLength("entry of proposal", entryLength, ChildTermsDecoder.ENCODED_LENGTH);
        if (count > COUNT_MAX) {
            throw new WireException("proposal of " + count + " children, expected at most " + COUNT_MAX);
        }
        var proposal = new ArrayList<ChildTerms>(count);
        for (int i = 0; i < count; i++) {
            childDecoder.wrap(in.buffer(), in.take("proposal", entryLength));
            proposal.add(child());
        }
        return List.copyOf(proposal);
    }

    private ChildTerms child() throws WireException {
        return new ChildTerms(
                childDecoder.venueAccount(),
                Codes.orderType(childDecoder.orderTypeRaw()),
                Codes.timeInForce(childDecoder.tifRaw()),
                childDecoder.quantity(),
                childDecoder.price(),
                Codes.yes("postOnly", childDecoder.postOnlyRaw()));
    }
}
