package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proxy that is asked for the whole URL, and asks back by Digest (RFC 7616). */
class ForwardDigestTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final Pattern AUTHORIZATION = Pattern.compile("Proxy-Authorization: ([^\r]*)");

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withUserAgent("")
            .withTimeout(Duration.ofSeconds(5))
            .withPlugWait(Duration.ZERO));

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void theRequestIsSentAgainOnTheSameConnectionAndTheNextOnesAnswerInAdvance() throws Exception {
        try (RawServer proxy = saying(asking("n1", ""), OK, OK)) {
            Response response = send(by(proxy, Request.get("http://origin.test/a?b#c")));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.redirects()).isEmpty();
            send(by(proxy, Request.get("http://origin.test/d")));

            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(authorization(0)).startsWith("Basic ");
            assertThat(authorization(1))
                    .startsWith("Digest username=\"joe\"")
                    .contains("uri=\"http://origin.test/a?b\"", "nonce=\"n1\"", "nc=00000001");
            assertThat(authorization(2)).contains("uri=\"http://origin.test/d\"", "nonce=\"n1\"", "nc=00000002");
        }
    }

    @Test
    void aProxyThatClosesIsAnsweredOnTheNextConnection() throws Exception {
        try (RawServer proxy = saying(asking("n1", "").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"), OK)) {
            assertThat(send(by(proxy, Request.get("http://origin.test/"))).status())
                    .isEqualTo(200);
            assertThat(proxy.connections()).isEqualTo(2);
            assertThat(authorization(1)).startsWith("Digest ");
        }
    }

    @Test
    void bodiesAreSentAgain() throws Exception {
        try (RawServer proxy = saying(asking("n1", ""), OK)) {
            Request post = Request.post("http://origin.test/", "body!".getBytes());
            assertThat(send(by(proxy, post)).status()).isEqualTo(200);
            assertThat(heard).hasSize(2).allMatch(request -> request.endsWith("\r\n\r\nbody!"));
        }
    }

    @Test
    void whoIsNotAcceptedHearsIt() throws Exception {
        try (RawServer proxy = saying(asking("n1", ""), asking("n2", ""), asking("n3", ""), OK)) {
            Response response = send(by(proxy, Request.get("http://origin.test/")));
            assertThat(response.status()).isEqualTo(407);
            assertThat(response.text()).isEqualTo("who?");
            assertThat(heard).hasSize(2);
        }
    }

    @Test
    void aNonceThatGotTooOldIsReplacedOnce() throws Exception {
        String stale = ", stale=true";
        try (RawServer proxy = saying(asking("n1", ""), asking("n2", stale), OK, OK)) {
            assertThat(send(by(proxy, Request.get("http://origin.test/"))).status())
                    .isEqualTo(200);
            assertThat(authorization(2)).contains("nonce=\"n2\"");
        }
        heard.clear();
        try (RawServer proxy = saying(asking("n1", stale), asking("n2", stale), asking("n3", stale), OK)) {
            assertThat(send(by(proxy, Request.get("http://origin.test/"))).status())
                    .isEqualTo(407);
            assertThat(heard).hasSize(3);
        }
    }

    @Test
    void whatIsNotForUsIsNotAnswered() throws Exception {
        Request request = Request.get("http://origin.test/");
        try (RawServer proxy = saying(asking("n1", ""))) {
            assertThat(send(by(proxy, request.withHeader("Proxy-Authorization", "Other x")))
                            .status())
                    .isEqualTo(407);
        }
        try (RawServer proxy = saying(asking("n1", ""))) {
            assertThat(send(request.withRoute("plain > forward(127.0.0.1:" + proxy.port() + ")"))
                            .status())
                    .isEqualTo(407);
        }
        try (RawServer origin = saying(asking("n1", ""))) {
            assertThat(send(Request.get(origin.url())).status()).isEqualTo(407);
        }
        try (RawServer proxy = saying(asking("n1", "").replace("Digest", "Basic"))) {
            assertThat(send(by(proxy, request)).status()).isEqualTo(407);
        }
        assertThat(heard).hasSize(4);
    }

    @Test
    void aRedirectIsAWayOfItsOwn() throws Exception {
        String away = "HTTP/1.1 302 Found\r\nLocation: http://b.test/\r\nContent-Length: 0\r\n\r\n";
        try (RawServer proxy = saying(asking("n1", ""), away, asking("n2", ""), OK)) {
            Response response = send(by(proxy, Request.get("http://origin.test/")));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.redirects()).hasSize(1);
            assertThat(authorization(2)).contains("uri=\"http://b.test/\"", "nonce=\"n1\"", "nc=00000002");
            assertThat(authorization(3)).contains("uri=\"http://b.test/\"", "nonce=\"n2\"", "nc=00000001");
        }
    }

    private static String asking(String nonce, String more) {
        return "HTTP/1.1 407 Who\r\nContent-Length: 4\r\nProxy-Authenticate: Digest realm=\"r\", qop=\"auth\", nonce=\""
                + nonce + "\"" + more + "\r\n\r\nwho?";
    }

    private static Request by(RawServer proxy, Request request) {
        return request.withRoute("plain > forward(joe:secret@127.0.0.1:" + proxy.port() + ")");
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }

    private String authorization(int request) {
        Matcher field = AUTHORIZATION.matcher(heard.get(request));
        assertThat(field.find()).as(heard.get(request)).isTrue();
        return field.group(1);
    }

    /** One answer after the other, on however many connections. */
    private RawServer saying(String... answers) throws IOException {
        Queue<String> left = new ArrayDeque<>(Arrays.asList(answers));
        return new RawServer(peer -> {
            String head = peer.request();
            while (!head.isEmpty()) {
                heard.add(head + (head.startsWith("POST") ? peer.body(5) : ""));
                String answer = next(left);
                peer.send(answer);
                if (answer.contains("Connection: close")) {
                    return;
                }
                head = peer.request();
            }
        });
    }

    private static String next(Queue<String> left) {
        synchronized (left) {
            return left.remove();
        }
    }
}
