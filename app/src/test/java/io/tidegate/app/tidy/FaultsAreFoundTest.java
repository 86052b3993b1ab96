package io.tidegate.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsAreFoundTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void aFileBeyondTheLimitOrItsAllowanceAndAnAllowanceNoLongerNeeded() throws IOException {
        write("a/Long.java", "x\n".repeat(401));
        write("a/Allowed.java", "x\n".repeat(450));
        write("a/Grown.java", "x\n".repeat(451));
        write("a/Shrunk.java", "x\n".repeat(400));
        var complaints = Sources.tooLong(
                Project.read(root), List.of("# why", "450 a/Allowed.java", "450 a/Grown.java", "450 a/Shrunk.java"));
        assertThat(complaints).hasSize(3);
        assertThat(complaints.get(0)).startsWith("a/Grown.java has 451 lines, at most 450");
        assertThat(complaints.get(1)).startsWith("a/Long.java has 401 lines, at most 400");
        assertThat(complaints.get(2)).startsWith("a/Shrunk.java has 400 lines and needs no allowance");
    }

    @Test
    void aPackageWithoutWordsOrWithoutNullMarks() throws IOException {
        write("m/src/main/java/bare/A.java", "class A {}");
        write("m/src/main/java/terse/A.java", "class A {}");
        write("m/src/main/java/terse/package-info.java", "/// One sentence, version 1.2 of it.\n@NullMarked\n");
        write("m/src/main/java/told/A.java", "class A {}");
        write("m/src/main/java/told/package-info.java", "/// What it is. Start at\n/// [A].\n@NullMarked\n");
        write("m/src/main/java/empty/package-info.java", "/// Nothing here yet\n@NullMarked\n");
        assertThat(Sources.undocumentedPackages(Project.read(root)))
                .extracting(complaint -> complaint.substring(0, complaint.indexOf(':')))
                .containsExactly("m/src/main/java/bare", "m/src/main/java/terse");
    }

    @Test
    void wordsThatDoNotBelongIntoTheProject() throws IOException {
        write("a.md", "T" + "ODO: later\nsee /" + "root/x\nsee /" + "home/me/y\nfrom https://re" + "po.example.org/x");
        write("b.json", "{\"re" + "solved\": \"x\"}");
        write("fine.md", "todos, a/roots/x, src/home/me, /usr/lib/jvm, https://example.org/repo, registry.counter(x)");
        assertThat(Sources.strayWords(Project.read(root)))
                .extracting(complaint -> complaint.substring(0, complaint.lastIndexOf(": ")))
                .containsExactly(
                        "a.md:1: unfinished",
                        "a.md:2: a path of somebody's machine",
                        "a.md:3: a path of somebody's machine",
                        "a.md:4: a package registry",
                        "b.json:1: a package registry");
    }

    @Test
    void aTestThatSleeps() throws IOException {
        write("m/src/test/java/ATest.java", "Thread" + ".sleep(1);");
        write("m/src/main/java/A.java", "Thread" + ".sleep(1);");
        assertThat(Sources.sleepingTests(Project.read(root))).containsExactly("m/src/test/java/ATest.java sleeps");
    }

    @Test
    void namesOfThingsThatAreNotThere() throws IOException {
        write("m/src/main/java/io/tidegate/m/part/Real.java", "public record Real() { record Inner() {} }");
        write(
                "ARCHITECTURE.md",
                "`m` `m.part` `Real` `Inner` `./tidegate go` `ARCHITECTURE.md`\n`n` `m.other` `Unreal` `./tidegate fly` `x/y.txt`");
        assertThat(Documents.unknownNames(Project.read(root), Set.of("go")))
                .extracting(complaint -> complaint.replaceAll("ARCHITECTURE.md names |, which does not exist", ""))
                .containsExactly("n", "m.other", "Unreal", "./tidegate fly", "x/y.txt");
    }

    @Test
    void commandsThatCannotBeRun() throws IOException {
        write(
                "README.md",
                "say hello\n```\n# first\n./tidegate go --far\n./tidegate fly\nmake it\n./tidegate --help\n```\n");
        assertThat(Documents.unknownCommands(Project.read(root), Set.of("go")))
                .containsExactly(
                        "README.md: there is no such command: ./tidegate fly",
                        "README.md: not a command of ours: make it");
        write("README.md", "no block");
        assertThat(Documents.unknownCommands(Project.read(root), Set.of()))
                .containsExactly("README.md shows no command");
    }

    @Test
    void aGapBetweenDecisionsOrALongOne() throws IOException {
        assertThat(Documents.untidyDecisions(Project.read(root))).containsExactly("docs/adr holds no decision");
        write("docs/adr/0001-a.md", "x\n".repeat(80));
        write("docs/adr/0003-b.md", "x\n".repeat(81));
        assertThat(Documents.untidyDecisions(Project.read(root)))
                .containsExactly(
                        "docs/adr/0003-b.md: expected number 0002",
                        "docs/adr/0003-b.md: longer than a page of 80 lines");
    }

    private void write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }
}
