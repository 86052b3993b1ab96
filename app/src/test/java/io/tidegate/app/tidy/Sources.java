package io.tidegate.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What sources may not contain, and what they must.
final class Sources {
    static final int LINES_MAX = 400;

    private static final Pattern PROSE_OR_CODE = Pattern.compile(".*\\.(java|js|mjs|ts|py|sh|md)|(.*/)?(run|tidegate)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(T[O]DO|F[I]XME)\\b");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.*/-])/(root|work|tmp|home/\\w+|Users/\\w+)(/|\\b)");
    private static final Pattern REGISTRY =
            Pattern.compile("https?://[^/\\s\"]*(registry|repo|artifact|nexus|mirror|packages)[^/\\s\"]*"
                    + "|\\b(registry|repo1?|artifactory|nexus|mirror)[.][a-z0-9.-]*[.](org|com|net|dev)\\b"
                    + "|\"resolved\":");
    private static final Pattern SLEEP = Pattern.compile("Thread[.]sleep|TimeUnit[.]\\w+[.]sleep");

    private Sources() {}

    /// No file beyond 400 lines, save those with an allowance, which may only become less.
    ///
    /// @param allowances lines of `<length> <path>`; others are comments
    static List<String> tooLong(Project project, List<String> allowances) {
        var complaints = new ArrayList<String>();
        var allowed = new TreeMap<String, Integer>();
        for (var line : allowances) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.strip().split(" ", 2);
                allowed.put(parts[1], Integer.valueOf(parts[0]));
            }
        }
        project.files().forEach((path, lines) -> {
            int max = allowed.getOrDefault(path, LINES_MAX);
            if (PROSE_OR_CODE.matcher(path).matches() && lines.size() > max) {
                complaints.add(
                        path + " has " + lines.size() + " lines, at most " + max + ": which second concept is in it?");
            }
        });
        allowed.forEach((path, max) -> {
            int size = project.lines(path).size();
            if (size <= LINES_MAX) {
                complaints.add(path + " has " + size + " lines and needs no allowance of " + max + " any more");
            }
        });
        return complaints;
    }

    /// Every main package with types has a `package-info` that says in two sentences or more what it is.
    static List<String> undocumentedPackages(Project project) {
        var packages = new TreeMap<String, Integer>();
        project.files().keySet().stream()
                .filter(path -> path.contains("/src/main/java/") && path.endsWith(".java"))
                .forEach(path -> packages.merge(path.substring(0, path.lastIndexOf('/')), 1, Integer::sum));
        var complaints = new ArrayList<String>();
        packages.forEach((folder, count) -> {
            var info = project.lines(folder + "/package-info.java");
            boolean empty = count == 1 && !info.isEmpty();
            if (info.stream().noneMatch(line -> line.startsWith("@NullMarked"))) {
                complaints.add(folder + ": no package-info.java with @NullMarked");
            } else if (!empty && sentences(info) < 2) {
                complaints.add(folder + ": package-info.java should say in two sentences or more what this is, who may"
                        + " call it, and where to start");
            }
        });
        return complaints;
    }

    private static long sentences(List<String> info) {
        var prose = new StringBuilder();
        info.stream()
                .filter(line -> line.startsWith("///"))
                .forEach(line -> prose.append(line, 3, line.length()).append('\n'));
        return Pattern.compile("\\w[`)\\]]*[.](\\s|$)").matcher(prose).results().count();
    }

    /// Nothing unfinished, no path of somebody's machine, no address of a package registry.
    static List<String> strayWords(Project project) {
        var complaints = new ArrayList<String>();
        var banned = new TreeMap<>(Map.of(
                "unfinished", UNFINISHED, "a path of somebody's machine", MACHINE, "a package registry", REGISTRY));
        project.files().forEach((path, lines) -> {
            for (int index = 0; index < lines.size(); index++) {
                var where = path + ":" + (index + 1) + ": ";
                var line = lines.get(index);
                banned.forEach((what, pattern) -> pattern.matcher(line)
                        .results()
                        .forEach(found -> complaints.add(where + what + ": " + found.group())));
            }
        });
        return complaints;
    }

    /// No test sleeps: time is simulated, and what happens on real sockets is waited for by what it brings about.
    static List<String> sleepingTests(Project project) {
        var complaints = new ArrayList<String>();
        project.files().forEach((path, lines) -> {
            if (path.contains("/src/test/")
                    && lines.stream().anyMatch(line -> SLEEP.matcher(line).find())) {
                complaints.add(path + " sleeps");
            }
        });
        return complaints;
    }
}
