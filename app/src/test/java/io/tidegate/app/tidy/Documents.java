package io.tidegate.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What documents name must exist, and stay short enough to be read.
final class Documents {
    static final int ADR_LINES_MAX = 80;

    private static final Pattern BACKTICKED = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
    private static final Pattern COMMAND = Pattern.compile("\\./tidegate(?: (?<first>[a-z][a-z-]*))?.*");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*");
    private static final Pattern MODULE_OR_PACKAGE = Pattern.compile("[a-z]+([.][a-z]+)*");

    private Documents() {}

    /// Every name between backticks in ARCHITECTURE.md is a path, a folder, a package, a type or a command of ours.
    static List<String> unknownNames(Project project, Set<String> commands) {
        var complaints = new ArrayList<String>();
        for (var line : project.lines("ARCHITECTURE.md")) {
            BACKTICKED.matcher(line).results().map(found -> found.group(1)).forEach(name -> {
                if (!isKnown(project, name, commands)) {
                    complaints.add("ARCHITECTURE.md names " + name + ", which does not exist");
                }
            });
        }
        return complaints;
    }

    private static boolean isKnown(Project project, String name, Set<String> commands) {
        var command = COMMAND.matcher(name);
        if (command.matches()) {
            return command.group("first") == null || commands.contains(command.group("first"));
        }
        if (TYPE.matcher(name).matches()) {
            var declared = Pattern.compile("\\b(class|record|interface|enum) " + name + "\\b");
            return project.files().keySet().stream().anyMatch(path -> path.endsWith("/" + name + ".java"))
                    || project.mainSource().stream()
                            .anyMatch(line -> declared.matcher(line).find());
        }
        if (MODULE_OR_PACKAGE.matcher(name).matches()) {
            var folder = "/src/main/java/io/tidegate/" + name.replace('.', '/') + "/";
            return project.exists(name) || project.files().keySet().stream().anyMatch(path -> path.contains(folder));
        }
        return project.exists(name);
    }

    /// In README.md's blocks stand commands of ours and nothing else, and each exists.
    static List<String> unknownCommands(Project project, Set<String> commands) {
        var complaints = new ArrayList<String>();
        boolean inBlock = false;
        int blocks = 0;
        for (var line : project.lines("README.md")) {
            if (line.startsWith("```")) {
                inBlock = !inBlock;
                blocks++;
            } else if (inBlock && !line.isBlank() && !line.startsWith("#")) {
                var command = COMMAND.matcher(line);
                if (!command.matches()) {
                    complaints.add("README.md: not a command of ours: " + line);
                } else if (command.group("first") != null && !commands.contains(command.group("first"))) {
                    complaints.add("README.md: there is no such command: " + line);
                }
            }
        }
        if (blocks == 0) {
            complaints.add("README.md shows no command");
        }
        return complaints;
    }

    /// Decisions are numbered from 1 without gaps, and fit on a page.
    static List<String> untidyDecisions(Project project) {
        var complaints = new ArrayList<String>();
        var decisions = project.files().keySet().stream()
                .filter(path -> path.startsWith("docs/adr/"))
                .toList();
        for (int index = 0; index < decisions.size(); index++) {
            var path = decisions.get(index);
            var number = "%04d-".formatted(index + 1);
            if (!path.startsWith("docs/adr/" + number)) {
                complaints.add(path + ": expected number " + number.substring(0, 4));
            }
            if (project.lines(path).size() > ADR_LINES_MAX) {
                complaints.add(path + ": longer than a page of " + ADR_LINES_MAX + " lines");
            }
        }
        if (decisions.isEmpty()) {
            complaints.add("docs/adr holds no decision");
        }
        return complaints;
    }
}
