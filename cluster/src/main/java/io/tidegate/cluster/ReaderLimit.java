package io.tidegate.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/// How far a registered reader is: events behind it are not purged, whether or not it runs.
///
/// A small file in the data folder, one per name, so that it outlives both processes. A reader that is given up for
/// good must be forgotten ([#forget]), else the event stream grows until the disk is low. One owner thread.
public final class ReaderLimit implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

    private ReaderLimit(FileChannel channel) {
        this.channel = channel;
    }

    /// Registers a reader, or finds it again.
    ///
    /// @param name 1 to 64 of `a-z 0-9 -`
    public static ReaderLimit open(Path dataFolder, String name) {
        try {
            var folder = dataFolder.resolve("readers");
            Files.createDirectories(folder);
            return new ReaderLimit(FileChannel.open(
                    folder.resolve(checked(name)), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("registering reader " + name, e);
        }
    }

    /// Lets go of what that reader still held.
    public static void forget(Path dataFolder, String name) {
        try {
            Files.deleteIfExists(dataFolder.resolve("readers").resolve(checked(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("forgetting reader " + name, e);
        }
    }

    private static String checked(String name) {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("reader name '" + name + "': 1 to 64 of a-z 0-9 - expected");
        }
        return name;
    }

    /// Says that everything up to this position will not be asked for again; once a second is often enough.
    public void set(long position) {
        try {
            buffer.clear().putLong(position).flip();
            channel.write(buffer, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("reader's position", e);
        }
    }

    /// The position of the slowest registered reader; empty when there is none. One that has said nothing yet
    /// holds all.
    static OptionalLong slowest(Path readersFolder) {
        if (!Files.isDirectory(readersFolder)) {
            return OptionalLong.empty();
        }
        try (var files = Files.list(readersFolder)) {
            return files.mapToLong(ReaderLimit::read).min();
        } catch (IOException e) {
            throw new UncheckedIOException("readers' positions", e);
        }
    }

    private static long read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
        } catch (IOException e) {
            throw new UncheckedIOException("reader's position in " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("reader's position", e);
        }
    }
}
