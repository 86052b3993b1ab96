package io.tidegate.wire;

import io.tidegate.model.order.ChildTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// Makes a message as long as the codecs let it be: each text at its own limit, each group full.
final class Longest {
    private static final List<Integer> LIMITS =
            List.of(TextLimits.RAW, TextLimits.METADATA, TextLimits.EXPLANATION, TextLimits.SENTENCE, TextLimits.NAME);

    private Longest() {}

    /// How long such a message would be in bytes, even beyond what fits.
    ///
    /// @param message any of its kind
    /// @param encode  throws IllegalArgumentException when a text is beyond its limit
    static int length(Object message, Function<Object, Bytes> encode) {
        int texts = countTexts(message);
        var lengths = new ArrayList<>(Collections.nCopies(texts, 0));
        int length = encode.apply(with(message, lengths.iterator())).length();
        for (int i = 0; i < texts; i++) {
            int limit = limit(message, i, lengths, encode);
            length += limit;
        }
        return length;
    }

    private static int limit(Object message, int index, List<Integer> lengths, Function<Object, Bytes> encode) {
        return LIMITS.stream()
                .filter(limit -> {
                    var tried = new ArrayList<>(lengths);
                    tried.set(index, limit);
                    return encodes(with(message, tried.iterator()), encode);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("text " + index + " of " + message + " takes none of " + LIMITS));
    }

    private static boolean encodes(Object message, Function<Object, Bytes> encode) {
        try {
            return encode.apply(message).length() > 0;
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }

    private static int countTexts(Object message) {
        var asked = new ArrayList<Integer>();
        with(message, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                asked.add(0);
                return 0;
            }
        });
        return asked.size();
    }

    /// The same value with texts of these lengths, and lists of 16.
    private static Object with(Object value, Iterator<Integer> lengths) {
        return switch (value) {
            case String _ -> "x".repeat(lengths.next());
            case List<?> list ->
                list.getFirst() instanceof ChildTerms child
                        ? Collections.nCopies(ChildTermsCodec.COUNT_MAX, child)
                        : list;
            case Record whole -> rebuilt(whole, lengths);
            default -> value;
        };
    }

    private static Object rebuilt(Record whole, Iterator<Integer> lengths) {
        var components = whole.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = with(components[i].getAccessor().invoke(whole), lengths);
            }
            return whole.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException notARecord) {
            throw new LinkageError("no record: " + whole, notARecord);
        }
    }
}
