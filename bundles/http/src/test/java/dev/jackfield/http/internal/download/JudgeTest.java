package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Headers;
import dev.jackfield.http.ResponseHead;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final String THEN = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String LATER = "Sun, 06 Nov 1994 08:49:38 GMT";
    private static final Resumption FIVE = new Resumption(5, Instant.parse("1994-11-06T08:49:37Z"));

    @Test
    void beginsAnewWith200() {
        ResponseHead head = head(200, "Content-Length", "10");
        assertThat(Judge.judge(FIVE, head)).isEqualTo(new Verdict.Take(head, 0, 10, 10));
        assertThat(Judge.judge(Resumption.NOTHING, head)).isEqualTo(new Verdict.Take(head, 0, 10, 10));
    }

    @Test
    void knowsNoLengthOfWhatComesInChunksOrEndsWithTheConnection() {
        ResponseHead chunked = head(200, "Transfer-Encoding", "chunked");
        assertThat(Judge.judge(FIVE, chunked)).isEqualTo(new Verdict.Take(chunked, 0, -1, -1));
        ResponseHead plain = head(200);
        assertThat(Judge.judge(FIVE, plain)).isEqualTo(new Verdict.Take(plain, 0, -1, -1));
    }

    @Test
    void continuesWith206() {
        ResponseHead head = head(206, "Content-Range", "bytes 5-9/10", "Content-Length", "5", "Last-Modified", THEN);
        assertThat(Judge.judge(FIVE, head)).isEqualTo(new Verdict.Take(head, 5, 10, 10));
        ResponseHead open = head(206, "Content-Range", "bytes 5-7/*");
        assertThat(Judge.judge(FIVE, open)).isEqualTo(new Verdict.Take(open, 5, 8, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 4-9/10", "bytes 6-9/10", "bytes 0-9/10", "bytes */10", "nonsense", ""})
    void refusesAnotherPartThanTheOneAskedFor(String range) {
        assertThat(Judge.judge(FIVE, head(206, "Content-Range", range)))
                .isInstanceOfSatisfying(
                        Verdict.Never.class,
                        never -> assertThat(never.reason())
                                .isEqualTo("Expected a Content-Range from octet 5 on (RFC 9110 section 15.3.7), got \""
                                        + range + "\""));
    }

    @Test
    void refusesAPartWithoutARangeOrWithTwo() {
        assertThat(Judge.judge(FIVE, head(206, "Content-Type", "multipart/byteranges; boundary=x")))
                .isInstanceOfSatisfying(
                        Verdict.Never.class, never -> assertThat(never.reason()).endsWith("got none"));
        assertThat(Judge.judge(FIVE, head(206, "Content-Range", "bytes 5-9/10", "Content-Range", "bytes 5-9/10")))
                .isInstanceOf(Verdict.Never.class);
    }

    @Test
    void refusesAPartOfAnotherLengthThanItsRange() {
        assertThat(Judge.judge(FIVE, head(206, "Content-Range", "bytes 5-9/10", "Content-Length", "4")))
                .isInstanceOfSatisfying(
                        Verdict.Never.class,
                        never -> assertThat(never.reason())
                                .isEqualTo("Expected as many octets as Content-Range says, \"bytes 5-9/10\", got 4"));
    }

    @Test
    void refusesAPartThatNobodyAskedFor() {
        assertThat(Judge.judge(Resumption.NOTHING, head(206, "Content-Range", "bytes 0-9/10")))
                .isInstanceOf(Verdict.Never.class);
    }

    @Test
    void seesThatTheFileIsOutdatedThoughTheServerKnowsNoConditions() {
        ResponseHead head = head(206, "Content-Range", "bytes 5-9/10", "Last-Modified", LATER);
        assertThat(Judge.judge(FIVE, head))
                .isEqualTo(new Verdict.Outdated(
                        head, "Expected no change since " + THEN + ", got Last-Modified: " + LATER));
    }

    @Test
    void seesThatTheFileIsOutdatedBy412() {
        ResponseHead head = head(412);
        assertThat(Judge.judge(FIVE, head))
                .isEqualTo(new Verdict.Outdated(
                        head, "Expected no change since " + THEN + ", got the server answered 412 Because"));
        assertThat(Judge.judge(Resumption.NOTHING, head)).isInstanceOf(Verdict.Never.class);
    }

    @Test
    void seesThatTheFileIsCompleteBy416() {
        ResponseHead same = head(416, "Content-Range", "bytes */5");
        assertThat(Judge.judge(FIVE, same)).isEqualTo(new Verdict.Complete(same));
        ResponseHead silent = head(416);
        assertThat(Judge.judge(FIVE, silent)).isEqualTo(new Verdict.Complete(silent));
    }

    @Test
    void doesNotTakeAFileForCompleteThatIsOfAnotherLength() {
        assertThat(Judge.judge(FIVE, head(416, "Content-Range", "bytes */4")))
                .isInstanceOfSatisfying(
                        Verdict.Never.class,
                        never -> assertThat(never.reason())
                                .isEqualTo("Expected the file to be as long as the server's, whose Content-Range is"
                                        + " \"bytes */4\", got 5 octets"));
        assertThat(Judge.judge(FIVE, head(416, "Content-Range", "nonsense"))).isInstanceOf(Verdict.Never.class);
        assertThat(Judge.judge(Resumption.NOTHING, head(416, "Content-Range", "bytes */0")))
                .isInstanceOf(Verdict.Never.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void putsOffWhatMayBeBetterLater(int status) {
        assertThat(Judge.judge(FIVE, head(status))).isInstanceOf(Verdict.Later.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 204, 301, 304, 400, 401, 403, 404, 410, 429, 501, 502, 504, 999})
    void givesUpWithEverythingElse(int status) {
        assertThat(Judge.judge(FIVE, head(status)))
                .isInstanceOfSatisfying(
                        Verdict.Never.class,
                        never -> assertThat(never.reason()).isEqualTo("the server answered " + status + " Because"));
    }

    private static ResponseHead head(int status, String... fields) {
        return new ResponseHead(1, status, "Because", Headers.of(fields));
    }
}
