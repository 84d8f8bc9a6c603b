package dev.jackfield.itest.parity.families.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentRequestsTest {
    private static final List<String> ALL = List.of(
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "GET /2 HTTP/1.1\r\n\r\n");

    @Test
    void areFoundWhereverTheyAreCut() {
        String whole = String.join("", ALL);
        for (int cut = 0; cut <= whole.length(); cut++) {
            SentRequests sent = new SentRequests();
            sent.add(Octets.of(whole.substring(0, cut)));
            sent.add(Octets.of(whole.substring(cut)));

            assertThat(sent.whole()).isEqualTo(ALL);
        }
    }

    @Test
    void areNotThereBeforeTheyAreWhole() {
        SentRequests sent = new SentRequests();
        sent.add(Octets.of("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab"));
        assertThat(sent.whole()).isEmpty();
    }
}
