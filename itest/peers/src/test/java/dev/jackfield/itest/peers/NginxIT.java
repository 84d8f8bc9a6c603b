package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client before a real nginx. */
class NginxIT {
    private static final byte[] SMALL = "small\n".getBytes();
    private static final byte[] MIDDLE = random(64 * 1024);
    private static final byte[] LARGE = random(10 * 1024 * 1024);
    private static final byte[] PAGE = "<p>x</p>\n".repeat(5000).getBytes();

    private static EchoServer echo;
    private Nginx nginx;
    private Loops loops;
    private HttpClient client;

    @BeforeAll
    static void startEcho() throws IOException {
        Peers.require("nginx", Nginx.installed());
        echo = new EchoServer();
    }

    @AfterAll
    static void stopEcho() {
        if (echo != null) {
            echo.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        String http = """
                log_format connections '$connection $connection_requests $request_method $uri $status';
                access_log access.log connections;
                keepalive_requests 100000;
                """;
        String server = """
                location /page { ssi on; ssi_types *; }
                location /echo { client_max_body_size 20m; proxy_pass http://127.0.0.1:%d/; }
                location /brief { alias files; keepalive_requests 2; return 200 "brief"; }
                location /impatient { keepalive_timeout 100ms; return 200 "impatient"; }
                location /hinting { keepalive_timeout 20s 20s; return 200 "hinting"; }
                location /closing { keepalive_timeout 0; return 200 "closing"; }
                location /empty { return 204; }
                """.formatted(echo.port());
        nginx = Nginx.start(http, server, Map.of("small", SMALL, "middle", MIDDLE, "large", LARGE, "page", PAGE));
        loops = Loops.create(1);
        client = HttpClient.create(ClientOptions.defaults().withIdle(Duration.ofSeconds(10)), loops, Panel.open());
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        if (client == null) {
            return;
        }
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "queued", client.readings().queued(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
        nginx.close();
    }

    @Test
    void bodiesOfAnySize() throws Exception {
        assertThat(get("/small").body()).isEqualTo(SMALL);
        assertThat(get("/middle").body()).isEqualTo(MIDDLE);
        assertThat(get("/large").body()).isEqualTo(LARGE);
        assertThat(get("/empty").status()).isEqualTo(204);
        assertThat(get("/missing").status()).isEqualTo(404);
        assertThat(client.readings().connections()).isEqualTo(1);
    }

    @Test
    void streamedBody() throws Exception {
        CRC32 sum = new CRC32();
        Response response = client.send(Request.get(nginx.url("/large")), bytes -> {
                    sum.update(bytes);
                    return true;
                })
                .get(20, TimeUnit.SECONDS);
        CRC32 expected = new CRC32();
        expected.update(LARGE);
        assertThat(response.status()).isEqualTo(200);
        assertThat(sum.getValue()).isEqualTo(expected.getValue());
    }

    @Test
    void chunkedBody() throws Exception {
        for (int i = 0; i < 3; i++) {
            Response response = get("/page");
            assertThat(response.headers().first("transfer-encoding")).contains("chunked");
            assertThat(response.headers().has("content-length")).isFalse();
            assertThat(response.body()).isEqualTo(PAGE);
        }
        assertThat(client.readings().connections()).isEqualTo(1);
    }

    @Test
    void connectionsAreUsedAgain() throws Exception {
        for (int i = 0; i < 50; i++) {
            get("/small");
        }
        List<String> log = nginx.awaitLog(50);
        String connection = log.get(0).split(" ")[0];
        for (int i = 0; i < 50; i++) {
            assertThat(log.get(i)).isEqualTo(connection + " " + (i + 1) + " GET /small 200");
        }
    }

    @Test
    void manyAtATimeShareFourConnections() throws Exception {
        List<CompletableFuture<Response>> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            all.add(client.get(nginx.url("/small")));
        }
        for (CompletableFuture<Response> one : all) {
            assertThat(one.get(20, TimeUnit.SECONDS).body()).isEqualTo(SMALL);
        }
        assertThat(nginx.awaitLog(2000).stream().map(line -> line.split(" ")[0]).distinct())
                .hasSize(4);
    }

    @Test
    void headHasNoBody() throws Exception {
        Response response = client.head(nginx.url("/large")).get(10, TimeUnit.SECONDS);
        assertThat(response.headers().first("content-length")).contains("10485760");
        assertThat(response.body()).isEmpty();
        assertThat(get("/small").body()).isEqualTo(SMALL);
        assertThat(nginx.awaitLog(2).get(1)).endsWith(" 2 GET /small 200");
    }

    @Test
    void postedBodiesComeBack() throws Exception {
        for (byte[] body : List.of(new byte[0], SMALL, MIDDLE, LARGE)) {
            Response response = client.post(nginx.url("/echo"), body).get(20, TimeUnit.SECONDS);
            assertThat(response.headers().first("x-method")).contains("POST");
            assertThat(Arrays.equals(response.body(), body)).isTrue();
        }
    }

    @Test
    void anAnswerMayComeBeforeTheBodyWasSent() throws Exception {
        Response response = client.post(nginx.url("/small"), LARGE).get(20, TimeUnit.SECONDS);
        assertThat(response.status()).isEqualTo(413);
        assertThat(get("/small").body()).isEqualTo(SMALL);
    }

    @Test
    void theServerMayCloseAfterAResponse() throws Exception {
        assertThat(get("/closing").text()).isEqualTo("closing");
        assertThat(client.readings().connections()).isZero();
        for (int i = 0; i < 4; i++) {
            assertThat(get("/brief").text()).isEqualTo("brief");
        }
        assertThat(nginx.awaitLog(5).stream().map(line -> line.split(" ")[1])).containsExactly("1", "1", "2", "1", "2");
    }

    @Test
    void theServerMayCloseAnIdleConnection() throws Exception {
        get("/impatient");
        assertThat(client.readings().idle()).isEqualTo(1);
        new BackAtZero(() -> Map.of("connections", client.readings().connections())).check();
        assertThat(get("/impatient").text()).isEqualTo("impatient");
    }

    @Test
    void keepAliveHintsAreRead() throws Exception {
        assertThat(get("/hinting").headers().first("keep-alive")).contains("timeout=20");
        assertThat(client.readings().idle()).isEqualTo(1);
    }

    private Response get(String path) throws Exception {
        return client.get(nginx.url(path)).get(20, TimeUnit.SECONDS);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
