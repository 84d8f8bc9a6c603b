package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real servers do with connections, and what only some of them send. */
class HabitsIT {
    private static final Sites SITES = new Sites();

    private final Loops loops = Loops.create(1);
    private final HttpClient client =
            HttpClient.create(ClientOptions.defaults().withIdle(Duration.ofSeconds(10)), loops, Panel.open());

    @AfterAll
    static void stop() throws Exception {
        SITES.close();
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
    @EnumSource(Site.Kind.class)
    void oneConnectionServesAllIfTheServerKeepsIt(Site.Kind kind) throws Exception {
        Site site = SITES.get(kind);
        boolean keeps = site.traits().contains(Site.Trait.KEEPS);
        for (String path : List.of("/file", "/empty", "/large", "/file")) {
            get(site, path);
            assertThat(client.readings().connections()).as(path).isEqualTo(keeps ? 1 : 0);
        }
        assertThat(client.head(site.url("/large")).get(20, TimeUnit.SECONDS).body())
                .isEmpty();
        assertThat(get(site, "/file").body()).isEqualTo(Site.FILE);
    }

    @ParameterizedTest
    @EnumSource(Site.Kind.class)
    void anAnswerOfWhateverKindIsNotInTheWayOfTheNext(Site.Kind kind) throws Exception {
        Site site = SITES.get(kind);
        assumeTrue(site.traits().contains(Site.Trait.SCRIPTS), "Skipped: " + kind + " runs no scripts");
        for (String path : List.of("/nothing", "/wrong", "/chunked", "/moved", "/echo")) {
            get(site, path);
            assertThat(get(site, "/file").body()).as("after " + path).isEqualTo(Site.FILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Site.Kind.class)
    void theServerIsToldWhenNobodyWillComeAgain(Site.Kind kind) throws Exception {
        Site site = SITES.get(kind);
        Request request = Request.get(site.url("/file")).withPersistent(false);
        assertThat(client.send(request).get(20, TimeUnit.SECONDS).body()).isEqualTo(Site.FILE);
        assertThat(client.readings().connections()).isZero();
    }

    @Test
    void trailersAreNoHeaders() throws Exception {
        Response response = get(SITES.get(Site.Kind.NODE), "/trailers");
        assertThat(response.text()).isEqualTo("body");
        assertThat(response.headers().first("x-sum")).isEmpty();
        assertThat(response.trailers().first("x-sum")).contains("4");
    }

    @Test
    void hintsComeEarly() throws Exception {
        List<ResponseHead> hints = new CopyOnWriteArrayList<>();
        Request request = Request.get(SITES.get(Site.Kind.NODE).url("/hints")).withInterim(hints::add);
        assertThat(client.send(request).get(20, TimeUnit.SECONDS).text()).isEqualTo("hinted");
        assertThat(hints).extracting(ResponseHead::status).containsExactly(103);
        assertThat(hints.get(0).headers().first("link")).contains("</style.css>; rel=preload");
    }

    private Response get(Site site, String path) throws Exception {
        return client.get(site.url(path)).get(20, TimeUnit.SECONDS);
    }
}
