package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a redirect that is followed, and what of it does not matter. */
class PassageTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule =
            new ClientRule(ClientOptions.defaults().withMaxPerHost(1).withTimeout(Duration.ofSeconds(5)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\nshort",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\nnonsense\r\n\r\n",
                "\r\nshort",
                "Content-Length: 70000\r\n\r\nlong",
                "Content-Length: 5\r\nConnection: close\r\n\r\nshort",
                "Content-Length: 5\r\n\r\nshortJUNK",
                "Content-Length: 0\r\n\r\n",
            })
    void whatIsWrongWithItsBodyDoesNotMatter(String rest) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                if (head.startsWith("GET /a ")) {
                    peer.send("HTTP/1.1 301 Moved\r\nLocation: /b\r\n" + rest);
                    return;
                }
                peer.send(HELLO);
            }
        })) {
            Response response = get(server.url() + "a");
            assertThat(response.text()).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(2);
            assertThat("short").startsWith(response.redirects().get(0).text());
        }
    }

    @Test
    void doesNotWaitForABodyThatDoesNotCome() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            String head = peer.request();
            if (head.startsWith("GET /a ")) {
                peer.send("HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 9\r\n\r\nshort");
                peer.awaitEnd();
                ended.countDown();
            } else {
                peer.send(HELLO);
            }
        })) {
            Response response = get(server.url() + "a");
            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.redirects().get(0).text()).isEqualTo("short");
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theDeadlineEndsTheWaitForARedirectToo() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(peer -> {
            asked.add(target(peer.request()));
            peer.send("HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 9\r\n\r\n");
            peer.awaitEnd();
        })) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withDeadline(Duration.ofMillis(150))));
            assertThat(failure).hasMessage("Expected an end within the deadline of 150 ms, got none");
            assertThat(failure.url()).isEqualTo(server.url());
            assertThat(asked).doesNotContain("/b");
        }
    }

    private static String target(String head) {
        return head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP"));
    }

    private Response get(String url) throws Exception {
        return rule.client().get(url).get(5, TimeUnit.SECONDS);
    }
}
