package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final String OUT = "\"out\":\"a\"";
    private static final String DEVIATE = ",\"deviate\":\"why\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # expected                | got                      | passed
        "out":"a"                 | "a"                      | true
        "out":"a"                 | "b"                      | false
        "out":"a"                 | "A"                      | false
        "out":"1"                 | 1                        | false
        "out":1                   | 1.0                      | true
        "out":1                   | 2                        | false
        "out":null                | null                     | true
        "out":null                | "a"                      | false
        "out":null                | {"throws":"no"}          | false
        "out":{"throws":"so"}     | {"throws":"otherwise"}   | true
        "out":{"throws":1}        | null                     | true
        "out":{"throws":1}        | "a"                      | false
        "out":{"throws":1}        | []                       | false
        "out":[]                  | null                     | false
        "out":[1,"a"]             | [1,"a"]                  | true
        "out":[1,"a"]             | ["a",1]                  | false
        "out":[1]                 | [1,2]                    | false
        "out":{"a":1,"b":[2]}     | {"b":[2.0],"a":1}        | true
        "out":{"a":1}             | {"a":1,"b":2}            | false
        "out":{"a":1}             | {"a":2}                  | false
        "out":true                | true                     | true
        "out":true                | 1                        | false
        """)
    void comparesWithWhatTheOriginalAnswered(String out, String got, boolean passed) throws Exception {
        assertThat(judged(out, got).passed()).isEqualTo(passed);
    }

    @Test
    void aWantBeatsAnOut() throws Exception {
        String fields = OUT + DEVIATE + ",\"want\":\"b\"";

        assertThat(judged(fields, "\"b\"").passed()).isTrue();
        assertThat(judged(fields, "\"a\"").passed()).isFalse();
    }

    @Test
    void aWantedRefusalIsOne() throws Exception {
        String fields = OUT + DEVIATE + ",\"want\":{\"throws\":1}";

        assertThat(judged(fields, "\"a\"").passed()).isFalse();
        assertThat(judged(fields, () -> {
                            throw new IllegalArgumentException("no");
                        })
                        .passed())
                .isTrue();
    }

    /** Only deviate asks for no harm. */
    @Test
    void aDeviationWithoutAWantMustNotCrash() throws Exception {
        assertThat(judged(OUT + DEVIATE, "\"b\"").passed()).isTrue();
        Judge.Verdict crash = judged(OUT + DEVIATE, () -> {
            throw new IllegalStateException("bad\nbad");
        });
        assertThat(crash.passed()).isFalse();
        assertThat(crash.difference())
                .isEqualTo("got a crash: java.lang.IllegalStateException: bad\\u000abad  expected no harm: why");
    }

    /** An original that raised an exception is no excuse for any but a clean refusal. */
    @Test
    void aCrashIsNoRefusal() throws Exception {
        assertThat(judged("\"out\":{\"throws\":1}", () -> {
                            throw new ArrayIndexOutOfBoundsException();
                        })
                        .passed())
                .isFalse();
    }

    @Test
    void oneThatNeverEndsFails() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Judge hasty = new Judge(Duration.ofMillis(20));

        Judge.Verdict verdict = hasty.of(
                new Scripted(() -> {
                    never.await();
                    return null;
                }),
                vector(OUT));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.difference()).isEqualTo("got nothing within 20 ms");
    }

    private static Judge.Verdict judged(String fields, String got) throws Exception {
        return judged(fields, () -> JsonParser.parseString(got));
    }

    private static Judge.Verdict judged(String fields, Callable<JsonElement> code) throws Exception {
        return new Judge(Judge.PATIENCE).of(new Scripted(code), vector(fields));
    }

    private static Vector vector(String fields) {
        JsonObject object = JsonParser.parseString("{" + fields + "}").getAsJsonObject();
        return new Vector("f:1", "f", object);
    }
}
