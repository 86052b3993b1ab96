package io.tidegate.wire;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The kinds of commands and events, as the sealed families list them: no kind can be forgotten by a test.
final class Kinds {
    static final List<Class<?>> COMMANDS = permitted(Command.class).toList();
    static final List<Class<?>> EVENTS = permitted(Event.class).toList();

    private Kinds() {}

    private static Stream<Class<?>> permitted(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? permitted(kind) : Stream.of(kind));
    }

    /// The enums in a record, and in the records within it.
    static Stream<Class<?>> enumsOf(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .flatMap(Kinds::carried)
                .flatMap(type -> type.isRecord() ? enumsOf(type) : type.isEnum() ? Stream.of(type) : Stream.empty());
    }

    /// The class itself, or what a list or an optional is of.
    private static Stream<Class<?>> carried(Type type) {
        return type instanceof ParameterizedType of
                ? Arrays.stream(of.getActualTypeArguments()).flatMap(Kinds::carried)
                : Stream.of((Class<?>) type);
    }
}
