package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects of a real nginx lead, us and a real curl alike. */
class RedirectIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Nginx nginx;

    private final Loops loops = Loops.create(2);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, Panel.open());

    @BeforeAll
    static void start() throws IOException {
        Peers.require("nginx", Nginx.installed());
        Peers.require("curl", Curl.installed());
        String server = """
                absolute_redirect off;
                location /told {
                  return 200 "$request_method $request_uri [$http_cookie] [$http_authorization] [$content_type] [$content_length]";
                }
                location /301 { return 301 /told?a=b; }
                location /302 { return 302 /told?a=b; }
                location /303 { return 303 /told?a=b; }
                location /307 { return 307 /told?a=b; }
                location /308 { return 308 /told?a=b; }
                location /deep/chain { return 302 ../307; }
                location /dots { return 302 /a/./b/../../told; }
                location /told/slash { return 302 ./below/; }
                location /loop { return 302 /loop; }
                location /away { return 307 http://localhost:$server_port/told; }
                location /back { return 307 http://localhost:$server_port/302; }
                location /set { add_header Set-Cookie "s=1; Path=/" always; return 302 /told; }
                """;
        nginx = Nginx.start("", server, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
    }

    @AfterEach
    void nothingIsLeftBehind() {
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/301", "/302", "/303", "/307", "/308", "/deep/chain", "/dots", "/told/slash", "/away", "/back"})
    void leadToTheSamePlace(String path) throws Exception {
        Request get = Request.get(nginx.url(path));
        assertThat(ours(get)).isEqualTo(curl(get));
        Request post = Request.post(nginx.url(path), RequestBody.of("a=b").typed(FORM));
        assertThat(ours(post)).isEqualTo(curl(post, "--data", "a=b"));
        Request head = Request.head(nginx.url(path));
        assertThat(ours(head)).isEqualTo(curl(head, "--head", "--output", "/dev/null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/302", "/away", "/back"})
    void takeNoCredentialsAlongToOthers(String path) throws Exception {
        Request request = Request.get(nginx.url(path))
                .withHeader("Authorization", "Basic eDp5")
                .withHeader("Cookie", "mine=1");
        assertThat(ours(request))
                .isEqualTo(curl(request, "--header", "Authorization: Basic eDp5", "--header", "Cookie: mine=1"));
    }

    @Test
    void mayBringCookies() throws Exception {
        Request request = Request.get(nginx.url("/set"));
        assertThat(ours(request.withCookies(MemoryJar.create())))
                .isEqualTo(curl(request, "--cookie", ""))
                .contains("[s=1]");
        assertThat(ours(request)).isEqualTo(curl(request)).contains("[]");
    }

    @Test
    void goOverOneConnectionAndEndSomewhere() throws Exception {
        Response response = send(Request.get(nginx.url("/loop"))
                .withRedirects(Redirects.defaults().withMost(5)));
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.redirects()).hasSize(5);
        assertThat(client.readings().connections()).isOne();
    }

    private String ours(Request request) throws Exception {
        Response response = send(request);
        return response.text() + "\n" + response.status() + " "
                + response.redirects().size() + " " + response.url();
    }

    private static String curl(Request request, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--location", "--write-out", "\\n%{http_code} %{num_redirects} %{url_effective}"));
        all.add(request.url());
        return Curl.run(all.toArray(new String[0]));
    }

    private Response send(Request request) throws Exception {
        return client.send(request).get(20, TimeUnit.SECONDS);
    }
}
