package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.http.Heard;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A configuration that is wrong takes neither the client nor the proxy away. */
class TermsTest {
    private static final String MESSAGE =
            "Configuration dev.jackfield.http: route: Column 23: Expected a closing bracket";
    private static final Map<String, Object> WRONG = Map.of("route", "plain > x(u:secret@a:1");

    @Test
    void theFormerOnesStay() {
        Terms before = first(Map.of("timeout", 7));
        assertThat(before.refusal()).isEmpty();
        String told = Heard.of(
                "dev.jackfield.http", () -> assertThat(changed(before, WRONG)).isSameAs(before));
        assertThat(told)
                .startsWith("WARNING " + MESSAGE)
                .endsWith("; nothing of it is used\n")
                .doesNotContain("secret");
    }

    @Test
    void withoutFormerOnesNothingIsSentUntilOneIsRight() {
        String told = Heard.of("dev.jackfield.http", () -> {
            Terms none = first(WRONG);
            assertThat(none.refusal().orElseThrow()).startsWith(MESSAGE).doesNotContain("secret");
            Terms still = changed(none, Map.of("rout", "plain"));
            assertThat(still.refusal().orElseThrow()).contains("got \"rout\"");
            assertThat(changed(still, Map.of("max.per.host", 7))).isEqualTo(first(Map.of("max.per.host", 7)));
        });
        assertThat(told).startsWith("WARNING " + MESSAGE).hasLineCount(2).doesNotContain("secret");
    }

    @Test
    void aClientWithoutAnyRefusesAllRequests() {
        Loops loops = Loops.create();
        Heard.of("dev.jackfield.http", () -> {
            try (PatchedClient client = PatchedClient.over(habits(first(WRONG)), loops, Panel.open())) {
                for (Request request : new Request[] {
                    Request.get("http://127.0.0.1:1/"),
                    Request.get("http://127.0.0.1:1/").withRoute("plain")
                }) {
                    assertThatThrownBy(() -> client.send(request).join())
                            .isInstanceOf(CompletionException.class)
                            .cause()
                            .isInstanceOfSatisfying(
                                    HttpFailure.class,
                                    failure -> assertThat(failure.phase()).isEqualTo(Phase.REQUEST))
                            .hasMessageStartingWith(MESSAGE);
                }
                assertThatThrownBy(client::options)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith(MESSAGE);

                client.use(habits(first(Map.of("max.per.host", 7))));
                assertThat(client.options().pooling().maxPerHost()).isEqualTo(7);
                assertThatThrownBy(() -> client.get("http://127.0.0.1:1/").join())
                        .cause()
                        .hasMessageNotContaining("dev.jackfield.http")
                        .extracting(error -> ((HttpFailure) error).code())
                        .isEqualTo(595);
            }
        });
        loops.close();
    }

    @Test
    void theJarIsTheOneOfAllOrOnesOwn() {
        CookieJar shared = new PluggedJar();
        CookieJar own = MemoryJar.create();
        Supplier<CookieJar> never = () -> {
            throw new AssertionError("Expected nobody to want a jar of its own");
        };
        assertThat(first(Map.of()).habits(shared, never).options().cookies()).isSameAs(CookieJar.none());
        assertThat(first(Map.of("cookies", true))
                        .habits(shared, never)
                        .options()
                        .cookies())
                .isSameAs(shared);
        assertThat(first(Map.of("cookies", "own"))
                        .habits(shared, () -> own)
                        .options()
                        .cookies())
                .isSameAs(own);
    }

    private static Terms first(Map<String, Object> config) {
        return Terms.first("dev.jackfield.http", config, Map.of());
    }

    private static Terms changed(Terms terms, Map<String, Object> config) {
        return terms.changed("dev.jackfield.http", config, Map.of());
    }

    private static Habits habits(Terms terms) {
        return terms.habits(CookieJar.none(), CookieJar::none);
    }
}
