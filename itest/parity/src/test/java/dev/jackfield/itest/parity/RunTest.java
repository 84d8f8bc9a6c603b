package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, with a function {@code f} and a schema {@code s/1} whose answer is always "a". */
class RunTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void tellsEachFailureEachFileAndTheSum() throws Exception {
        write("b.jsonl", vector("f:1", "f", "a"), vector("f:2", "f", "b"), "", vector("g:1", "g", "a"));
        write("a.jsonl", vector("g:2", "g", "a"), vector("g:3", "g", "a"));

        Run run = run(Contested.none());

        assertThat(lines())
                .containsExactly(
                        "a.jsonl: 2 not covered yet",
                        "f:2  got \"a\"  expected \"b\"",
                        "b.jsonl: 1 passed, 1 failed, 1 not covered yet",
                        "0 contested, 3 not covered yet",
                        "1 passed, 1 failed");
        assertThat(run.total()).isEqualTo(new Tally(1, 1, 0, 3, 0));
    }

    @Test
    void contestedVectorsAreCountedAndMustFail() throws Exception {
        write("b.jsonl", vector("f:1", "f", "a"), vector("f:2", "f", "b"));
        Contested contested = new Contested(Map.of("f:1", "why", "f:2", "why", "f:3", "why"));

        Run run = run(contested);

        assertThat(lines())
                .containsExactly(
                        "f:1  is contested, but passes",
                        "b.jsonl: 0 passed, 1 failed, 1 contested",
                        "1 contested, 0 not covered yet",
                        "0 passed, 1 failed");
        assertThat(run.contestedButMissing()).containsExactly("f:3");
    }

    @Test
    void aFamilyMayContestByRuleAndLeaveOutWhatWeDoNotHave() throws Exception {
        write(
                "b.jsonl",
                vector("f:1", "f", "a"),
                vector("f:2", "f", "b"),
                vector("f:3", "f", "c"),
                vector("f:4", "f", "z"),
                vector("f:5", "f", "d"));

        Run run = run(new Family() {
            @Override
            public Set<String> names() {
                return Set.of("f");
            }

            @Override
            public JsonElement answer(Vector vector) {
                return Json.of("a");
            }

            @Override
            public boolean concerns(Vector vector) {
                return !vector.text("out").equals("z");
            }

            @Override
            public Optional<Objection> contested(Vector vector) {
                String ours = vector.text("out").equals("d") ? "e" : "a";
                return vector.text("out").equals("c")
                        ? Optional.empty()
                        : Optional.of(new Objection("not our way", new Expectation.Value(Json.of(ours))));
            }
        });

        assertThat(lines())
                .containsExactly(
                        "f:1  is contested, but passes",
                        "f:3  got \"a\"  expected \"c\"",
                        "f:5  is contested, but got \"a\"  expected \"d\", or rather \"e\"",
                        "b.jsonl: 0 passed, 3 failed, 1 contested, 1 not applicable",
                        "  3 contested: not our way",
                        "1 contested, 0 not covered yet",
                        "0 passed, 3 failed");
        assertThat(run.total()).isEqualTo(new Tally(0, 3, 1, 0, 1));
    }

    @Test
    void conformanceIsKnownByItsSchema() throws Exception {
        write("dns/x.json", "{\"schema\":\"s/1: words\",\"cases\":[{\"id\":\"x\\n1\",\"out\":\"b\"}]}");
        write("dns/y.json", "{\"schema\":\"s/2: words\",\"cases\":[{\"id\":\"y\"},{\"id\":\"z\"}]}");
        write("hpack/story.json", "{\"cases\":[{\"wire\":\"82\"},{\"wire\":\"83\"},{\"wire\":\"84\"}]}");
        write("frames/frame.json", "{\"wire\":\"82\"}");
        write("NOTICE", "words");

        run(Contested.none());

        assertThat(lines())
                .containsExactly(
                        "x\\u000a1  got \"a\"  expected \"b\"",
                        "dns/x.json: 0 passed, 1 failed",
                        "dns/y.json: 2 not covered yet",
                        "frames/frame.json: 1 not covered yet",
                        "hpack/story.json: 3 not covered yet",
                        "0 contested, 6 not covered yet",
                        "0 passed, 1 failed");
    }

    @Test
    void aFileThatCannotBeReadKeepsNoOtherFromRunning() throws Exception {
        write("a.jsonl", vector("f:1", "f", "a"), "{\"id\":");
        write("b.jsonl", vector("f:1", "f", "a"));

        Run run = run(Contested.none());

        assertThat(run.unreadable()).isEqualTo(1);
        assertThat(lines().get(0)).contains("a.jsonl:2: expected JSON");
        assertThat(lines())
                .endsWith(
                        "b.jsonl: 1 passed, 0 failed",
                        "0 contested, 0 not covered yet, 1 files could not be read",
                        "1 passed, 0 failed");
    }

    private Run run(Contested contested) throws Exception {
        return run(Scripted.answering("\"a\""), contested);
    }

    private Run run(Family family) throws Exception {
        return run(family, Contested.none());
    }

    private Run run(Family family, Contested contested) throws Exception {
        Run run = new Run(List.of(family), contested, new PrintWriter(out), new PrintWriter(out));
        run.folder(folder);
        run.close();
        return run;
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private void write(String name, String... lines) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), List.of(lines));
    }

    private static String vector(String id, String function, String out) {
        return "{\"id\":\"%s\",\"fn\":\"%s\",\"in\":[],\"out\":\"%s\"}".formatted(id, function, out);
    }
}
