package dev.jackfield.http.internal.message;

import static dev.jackfield.http.internal.message.RequestForm.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.Request;
import dev.jackfield.http.internal.body.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedRequestTest {
    private static final Request GET = Request.get("http://a.test:81/x?y");

    @Test
    void encodesHostFirstThenTheCallersFieldsThenOurs() {
        assertThat(head(GET.withHeader("B", " c ").withHeader("a", "")))
                .isEqualTo("GET /x?y HTTP/1.1\r\nHost: a.test:81\r\nB: c\r\na: \r\nUser-Agent: me\r\n\r\n");
    }

    @Test
    void letsTheCallerReplaceAndSuppress() {
        assertThat(head(GET.withHeader("host", "other").withHeader("user-agent", "you")))
                .isEqualTo("GET /x?y HTTP/1.1\r\nHost: other\r\nuser-agent: you\r\n\r\n");
        assertThat(head(GET.withoutHeader("user-AGENT"))).isEqualTo("GET /x?y HTTP/1.1\r\nHost: a.test:81\r\n\r\n");
        assertThat(head(GET.withHeader("A", "b").withHeader("a", "c").withoutHeader("A")))
                .doesNotContainIgnoringCase("a: b")
                .doesNotContainIgnoringCase("a: c");
    }

    @Test
    void tellsTheLengthOfABody() {
        assertThat(head(Request.post("http://a.test/", new byte[3]))).contains("\r\nContent-Length: 3\r\n");
        assertThat(head(Request.post("http://a.test/", new byte[0]))).contains("\r\nContent-Length: 0\r\n");
        assertThat(head(GET.withBody(new byte[2]))).contains("\r\nContent-Length: 2\r\n");
        assertThat(head(Request.of("DELETE", "http://a.test/"))).doesNotContain("Content-Length");
    }

    @Test
    void remembersItsEncodingForOneUserAgent() {
        PreparedRequest request = (PreparedRequest) GET;
        assertThat(request.head("me", ORIGIN, "", 0)).isSameAs(request.head("me", ORIGIN, "", 0));
        assertThat(new String(request.head("you", ORIGIN, "", 0), StandardCharsets.US_ASCII))
                .contains("User-Agent: you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G ET", "GET\r\n", "GÉT", "CONNECT", "GET/"})
    void refusesMethods(String method) {
        assertThatThrownBy(() -> Request.of(method, "http://a.test/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected a method");
    }

    @ParameterizedTest
    @CsvSource({
        "'',b",
        "'a b',c",
        "'a:',b",
        "'a\r\n',b",
        "a,'b\r\nc: d'",
        "a,'b\nc'",
        "a,'b\rc'",
        "a,'b\0'",
        "a,'\u20ac'",
        "Content-Length,1",
        "Transfer-Encoding,chunked",
        "connection,close"
    })
    void refusesFields(String name, String value) {
        assertThatThrownBy(() -> GET.withHeader(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected")
                .hasMessageContaining("got");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> GET.withoutHeader("Host")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GET.withHeader("Host", "a").withHeader("host", "b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Request.of("TRACE", "http://a.test/").withBody(new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GET.withTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GET.withDeadline(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a.test:8080", "a_b.test.", "127.0.0.1", "[::1]:80", "[fe80::1%25eth0]", "%61", "a:"})
    void takesHosts(String host) {
        assertThat(head(GET.withHeader("Host", host))).contains("\r\nHost: " + host + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a, b", "a b", "http://a.test", "a/", "me@a", "a:b", "a:1:2", "::1", "[::1", "%zz", "\u00e4"})
    void refusesWhatIsNoHost(String host) {
        assertThatThrownBy(() -> GET.withHeader("host", host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a host, maybe with a port, in the field Host (RFC 9110 section 7.2), got \""
                        + host + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "weird", "100-continue, weird", "200-ok"})
    void knowsOneExpectation(String expectation) {
        assertThat(GET.withHeader("Expect", " 100-Continue ").headers().first("expect"))
                .hasValue("100-Continue");
        assertThatThrownBy(() -> GET.withHeader("expect", expectation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected 100-continue")
                .hasMessageEndingWith("got \"" + expectation + "\"");
    }

    private static String head(Request request) {
        long length = request.body().length().orElse(Source.UNKNOWN);
        return new String(((PreparedRequest) request).head("me", ORIGIN, "", length), StandardCharsets.ISO_8859_1);
    }
}
