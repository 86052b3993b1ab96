package io.tidegate.app.serve;

import io.tidegate.gateway.session.BanBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// Bans in a file of lines `venue=untilNs`, so that a restart obeys them (SPEC RLM-4). One thread.
final class BanFile implements BanBook {
    private final Path file;
    private final Map<String, Long> bans = new TreeMap<>();

    /// @throws UncheckedIOException when the file is there and cannot be read
    /// @throws IllegalStateException when it holds a line that is no ban; names the line
    BanFile(Path file) {
        this.file = file;
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : new ArrayList<String>()) {
                int equals = line.indexOf('=');
                bans.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading bans from " + file, e);
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            throw new IllegalStateException(file + ": a line that is not venue=nanoseconds", malformed);
        }
    }

    @Override
    public long untilNs(String venue) {
        return bans.getOrDefault(venue, 0L);
    }

    @Override
    public void ban(String venue, long untilNs) {
        if (untilNs <= untilNs(venue)) {
            return;
        }
        bans.put(venue, untilNs);
        var lines = new ArrayList<String>();
        bans.forEach((name, until) -> lines.add(name + "=" + until));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("writing bans to " + file, e);
        }
    }
}
