package io.tidegate.app.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The text files of a source tree, by their path from its root with forward slashes, in order; what is built or
/// fetched is left out. Files are read once.
record Project(Path root, TreeMap<String, List<String>> files) {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea", ".vscode", "data");
    private static final List<String> TEXT = List.of(
            ".java",
            ".md",
            ".xml",
            ".properties",
            ".txt",
            ".json",
            ".toml",
            ".yaml",
            ".yml",
            ".js",
            ".mjs",
            ".ts",
            ".py",
            ".sh",
            ".csv",
            ".options",
            ".config",
            "/run",
            "tidegate",
            ".npmrc",
            ".gitignore");

    static Project read(Path root) {
        var files = new TreeMap<String, List<String>>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = !folder.equals(root) && NOT_OURS.contains(name(folder));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var path = root.relativize(file).toString().replace('\\', '/');
                    if (TEXT.stream().anyMatch(path::endsWith)) {
                        files.put(path, Files.readString(file).lines().toList());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + root, e);
        }
        return new Project(root, files);
    }

    /// The lines of a file; none when it is not there.
    List<String> lines(String path) {
        return files.getOrDefault(path, List.of());
    }

    /// The source lines of main classes, over all modules.
    List<String> mainSource() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().contains("/src/main/java/"))
                .flatMap(file -> file.getValue().stream())
                .toList();
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
