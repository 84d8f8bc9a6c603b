package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.testkit.LoopbackPeer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody sees user information of a URL; its query is for the caller, and for nobody else. */
@Timeout(30)
class SecretsTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final Logger LOG = Logger.getLogger("dev.jackfield.http");

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @Test
    void ofARequest() {
        Request request = Request.get("http://me:hush@a.test/path?token=1#there");
        assertThat(request.url()).isEqualTo("http://a.test/path?token=1#there");
        assertThat(request).hasToString("GET http://a.test/path");
        assertThat(request.withHeader("X", "1").url()).doesNotContain("hush");
    }

    @Test
    void ofAResponse() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            String secret = "http://me:hush@127.0.0.1:" + server.port() + "/path?token=1";
            Response response = rule.client().get(secret).get(5, TimeUnit.SECONDS);
            String open = server.url() + "path?token=1";
            assertThat(response.url()).isEqualTo(open);
            assertThat(response).hasToString("GET " + server.url() + "path -> 200 OK");
            assertThat(response.ledger().steps())
                    .extracting(RequestLedger.Step::url)
                    .containsExactly(open);
            assertThat(response.ledger().toString()).doesNotContain("hush");
        }
    }

    @Test
    void ofAFailure() throws Exception {
        int port = LoopbackPeer.refusing().port();
        HttpFailure failure =
                ClientRule.failure(rule.client().get("http://me:hush@127.0.0.1:" + port + "/path?token=1"));
        assertThat(failure.url()).isEqualTo("http://127.0.0.1:" + port + "/path?token=1");
        assertThat(failure.toString() + failure.ledger()).doesNotContain("hush");
    }

    @Test
    void ofARedirectThatLeadsNowhere() throws Exception {
        String location = "ftp://me:hush@b.test/path";
        try (RawServer server =
                RawServer.answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n")) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.url()).isEqualTo("ftp://...@b.test/path");
            assertThat(failure.toString()).doesNotContain("hush");
        }
    }

    @Test
    void ofWhatIsLogged() throws Exception {
        CompletableFuture<String> logged = new CompletableFuture<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.complete(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = LOG.getLevel();
        LOG.setLevel(Level.ALL);
        LOG.addHandler(handler);
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get("http://me:hush@127.0.0.1:" + server.port() + "/path?token=1");
            rule.client().send(request, new Completion() {
                @Override
                public void completed(Response response) {
                    throw new IllegalStateException("thrown on purpose");
                }

                @Override
                public void failed(HttpFailure failure) {
                    logged.completeExceptionally(failure);
                }
            });
            assertThat(logged.get(5, TimeUnit.SECONDS))
                    .contains("/path failed", "thrown on purpose")
                    .doesNotContain("hush")
                    .doesNotContain("token");
        } finally {
            LOG.removeHandler(handler);
            LOG.setLevel(before);
        }
    }
}
