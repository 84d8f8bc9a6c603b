package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same request by our client and by curl, to one real server after the other, and by way of squid: the same outcome. */
class SameAsCurlIT {
    /** They differ from one answer to the next, or are about the connection. */
    private static final Set<String> PASSING = Set.of("date", "connection", "keep-alive", "transfer-encoding", "age");

    private static final byte[] BODY = Arrays.copyOf(Site.FILE, 300);
    private static final Sites SITES = new Sites();
    private static Squid squid;

    private final Loops loops = Loops.create(1);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, Panel.open());

    @BeforeAll
    static void curlIsThere() {
        Peers.require("curl", Curl.installed());
    }

    @AfterAll
    static void stop() throws Exception {
        SITES.close();
        if (squid != null) {
            squid.close();
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

    static List<Wish> wishes() {
        List<Wish> all = new ArrayList<>(List.of(
                Wish.of("GET", "/file"),
                Wish.of("HEAD", "/file"),
                Wish.of("GET", "/large"),
                Wish.of("GET", "/empty"),
                Wish.of("GET", "/missing"),
                Wish.of("HEAD", "/missing"),
                Wish.of("DELETE", "/file"),
                Wish.of("POST", "/file").sending(BODY),
                Wish.of("GET", "/folder").where(Site.Trait.FOLDERS),
                Wish.of("GET", "/folder").following().where(Site.Trait.FOLDERS),
                Wish.of("GET", "/text.txt").decoded().where(Site.Trait.GZIP)));
        for (String range : List.of("0-99", "65000-", "-10", "99999999-")) {
            all.add(Wish.of("GET", "/file").with("Range", "bytes=" + range).where(Site.Trait.RANGES));
        }
        Site.Trait conditions = Site.Trait.CONDITIONS;
        all.add(Wish.of("GET", "/file").with("If-None-Match", "*").where(conditions));
        all.add(Wish.of("GET", "/file")
                .with("If-Modified-Since", "Fri, 31 Dec 2100 23:59:59 GMT")
                .where(conditions));
        all.add(Wish.of("GET", "/file").with("If-Match", "\"other\"").where(conditions));
        for (String path : List.of("/moved", "/nothing", "/wrong", "/chunked")) {
            all.add(Wish.of("GET", path).where(Site.Trait.SCRIPTS));
        }
        all.add(Wish.of("GET", "/moved").following().where(Site.Trait.SCRIPTS));
        all.add(Wish.of("POST", "/moved").sending(BODY).following().where(Site.Trait.SCRIPTS));
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            all.add(Wish.of(method, "/echo").sending(BODY).where(Site.Trait.SCRIPTS));
        }
        Wish post = Wish.of("POST", "/echo").where(Site.Trait.SCRIPTS);
        all.add(post.sending(Site.LARGE));
        all.add(post.sending(BODY).inChunks());
        all.add(post.sending(Site.LARGE).inChunks());
        all.add(post.sending(BODY).with("Expect", "100-continue"));
        all.add(post.sending(Site.LARGE).with("Expect", "100-continue").inChunks());
        return all;
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(Site.Kind.values()).flatMap(kind -> wishes().stream().map(wish -> Arguments.of(kind, wish)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void direct(Site.Kind kind, Wish wish) throws Exception {
        Site site = SITES.get(kind);
        assumeTrue(wish.needs().map(site.traits()::contains).orElse(true), "Skipped: " + kind + " cannot do that");
        compare(wish.request(site), wish.body(), wish.arguments(site));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void bySquid(Wish wish) throws Exception {
        Peers.require("squid", Squid.installed());
        if (squid == null) {
            squid = Squid.startOpen();
        }
        Site site = SITES.get(Site.Kind.NGINX);
        List<String> arguments = new ArrayList<>(wish.arguments(site));
        // The later one counts.
        arguments.addAll(List.of("--noproxy", "nobody", "--proxy", "http://127.0.0.1:" + squid.port()));
        Request request = wish.request(site).withRoute("plain > forward(127.0.0.1:" + squid.port() + ")");
        compare(request, wish.body(), arguments);
    }

    private void compare(Request request, byte[] body, List<String> arguments) throws Exception {
        Response ours = client.send(request).get(20, TimeUnit.SECONDS);
        Curl.Answer other = Curl.answer(body, arguments);
        // What a script says in two pieces, httpd reads in one or in two.
        boolean sized = ours.headers().has("content-length") && other.hasLength();
        assertThat(head(ours, sized)).isEqualTo(head(other, sized));
        assertThat(Arrays.equals(ours.body(), other.body()))
                .as("bodies of %d and %d octets are the same", ours.body().length, other.body().length)
                .isTrue();
    }

    private static List<String> head(Response response, boolean sized) {
        List<String> fields = new ArrayList<>();
        response.headers().forEach((name, value) -> fields.add(name + ": " + value));
        String first = "HTTP/1." + response.head().minor() + " " + response.status() + " "
                + response.head().reason();
        return head(first, fields, sized);
    }

    private static List<String> head(Curl.Answer answer, boolean sized) {
        return head(answer.head().get(0), answer.head().subList(1, answer.head().size()), sized);
    }

    private static List<String> head(String first, List<String> fields, boolean sized) {
        List<String> all = new ArrayList<>();
        for (String field : fields) {
            String name = field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT);
            if (!PASSING.contains(name) && (sized || !name.equals("content-length"))) {
                all.add(name + ": " + field.substring(name.length() + 1).strip());
            }
        }
        all.sort(null);
        all.add(0, first.strip());
        return all;
    }
}
