package io.tidegate.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/// Bans in a small file: a line `venue untilNs` for each.
///
/// Writing happens on the caller's thread: it is some bytes, once per ban, at a moment when nothing may be sent
/// anyway.
public final class FileBanBook implements BanBook {
    private final Path file;
    private final Map<String, Long> bans = new TreeMap<>();

    /// Reads the file, if it is there.
    ///
    /// @throws IllegalArgumentException when a line is not of this form: a ban that cannot be read must not be
    ///                                  ignored
    /// @throws UncheckedIOException     when it cannot be read
    public FileBanBook(Path file) {
        this.file = file;
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", -1);
                if (words.length != 2 || !words[1].matches("[0-9]{1,18}|[0-8][0-9]{18}")) {
                    throw new IllegalArgumentException(
                            file + ": '" + line + "', expected a venue and a time in nanoseconds");
                }
                bans.merge(words[0], Long.parseLong(words[1]), Math::max);
            }
        } catch (NoSuchFileException _) {
            // nobody has banned us yet
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read bans from " + file, unreadable);
        }
    }

    @Override
    public long untilNs(String venue) {
        return bans.getOrDefault(venue, 0L);
    }

    /// @throws UncheckedIOException when it cannot be kept
    @Override
    public void ban(String venue, long untilNs) {
        if (untilNs <= untilNs(venue)) {
            return;
        }
        bans.put(venue, untilNs);
        var text = new StringBuilder();
        bans.forEach(
                (name, until) -> text.append(name).append(' ').append(until).append('\n'));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep a ban in " + file, failed);
        }
    }
}
