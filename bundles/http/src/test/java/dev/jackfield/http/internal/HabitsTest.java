package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.Heard;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A configuration that is wrong takes neither the client nor the proxy away. */
class HabitsTest {
    private static final String MESSAGE =
            "Configuration dev.jackfield.http: route: Column 23: Expected a closing bracket";
    private static final Map<String, Object> WRONG = Map.of("route", "plain > x(u:secret@a:1");

    @Test
    void theFormerOnesStay() {
        Habits before = Habits.configured(Map.of("timeout", 7), Map.of(), CookieJar.none());
        assertThat(before.refusal()).isEmpty();
        String told = Heard.of(
                "dev.jackfield.http",
                () -> assertThat(before.changed(WRONG, Map.of(), CookieJar.none()))
                        .isSameAs(before));
        assertThat(told)
                .startsWith("WARNING " + MESSAGE)
                .endsWith("; nothing of it is used\n")
                .doesNotContain("secret");
    }

    @Test
    void withoutFormerOnesNothingIsSentUntilOneIsRight() {
        String told = Heard.of("dev.jackfield.http", () -> {
            Habits none = Habits.configured(WRONG, Map.of(), CookieJar.none());
            assertThat(none.refusal().orElseThrow()).startsWith(MESSAGE).doesNotContain("secret");
            Habits still = none.changed(Map.of("rout", "plain"), Map.of(), CookieJar.none());
            assertThat(still.refusal().orElseThrow()).contains("got \"rout\"");
            assertThat(still.changed(Map.of("max.per.host", 7), Map.of(), CookieJar.none()))
                    .isEqualTo(Habits.configured(Map.of("max.per.host", 7), Map.of(), CookieJar.none()));
        });
        assertThat(told).startsWith("WARNING " + MESSAGE).hasLineCount(2).doesNotContain("secret");
    }

    @Test
    void aClientWithoutAnyRefusesAllRequests() {
        Loops loops = Loops.create();
        Heard.of("dev.jackfield.http", () -> {
            try (PatchedClient client = new PatchedClient(loops, Panel.open(), WRONG)) {
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

                client.modified(Map.of("max.per.host", 7));
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
}
