package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Request;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.Wish;
import dev.jackfield.http.internal.url.Url.Origin;
import dev.jackfield.loop.Guard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is looked up twice, unless something has changed. */
class PatchCacheTest {
    private static final Origin HTTP = new Origin(false, HostPort.of("a.test", 80));
    private static final Origin HTTPS = new Origin(true, HostPort.of("a.test", 443));
    private static final Connector NEVER = (target, attempt) -> new CompletableFuture<>();

    private final Panel panel = Panel.open();
    private final AtomicInteger lookUps = new AtomicInteger();
    private ClientOptions options = ClientOptions.defaults();
    private final Switchboard board = new Switchboard(panel, () -> options);

    /** Is asked to configure itself with each look-up. */
    private final class Counting implements Layer {
        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, dev.jackfield.connector.Attempt attempt) {
            return new CompletableFuture<>();
        }

        @Override
        public Layer configured(Link link) {
            lookUps.incrementAndGet();
            return this;
        }

        @Override
        public boolean encrypts() {
            return true;
        }
    }

    @BeforeEach
    void plugIn() {
        panel.plug("tls", 0, new Counting());
        panel.watch(name -> board.changed());
    }

    @Test
    void remembersUntilSomethingChanges() throws Exception {
        PatchCache cache = new PatchCache(board, HTTPS);
        Patch patch = cache.patch(Wish.NONE);
        assertThat(patch).hasToString("plain > tls(high)");
        assertThat(cache.patch(Wish.NONE)).isSameAs(patch);
        assertThat(lookUps).hasValue(1);

        options = options.withTls(Link.parse("tls(low)"));
        board.changed();
        assertThat(cache.patch(Wish.NONE)).hasToString("plain > tls(low)");
        assertThat(board.isCurrent(patch)).isTrue();

        Guard plug = panel.plug("tls", 1, new Counting());
        Patch newer = cache.patch(Wish.NONE);
        assertThat(newer.same(patch)).isFalse();
        assertThat(board.isCurrent(patch)).isFalse();
        plug.close();
        assertThat(board.isCurrent(newer)).isFalse();
        assertThat(board.isCurrent(cache.patch(Wish.NONE))).isTrue();
        assertThat(lookUps).hasValue(4);
    }

    @Test
    void equalWishesAreOne() throws Exception {
        PatchCache cache = new PatchCache(board, HTTP);
        Request request = Request.get("http://a.test/");
        Patch first = cache.patch(wish(request.withRoute("plain > tls(a)")));
        Patch second = cache.patch(wish(request.withRoute("plain > tls(b)")));
        assertThat(first.same(second)).isFalse();
        assertThat(cache.patch(wish(request.withRoute("plain > tls(a)")))).isSameAs(first);
        assertThat(cache.patch(wish(request.withRoute("plain > tls(b)")))).isSameAs(second);
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void connectorsOfOnesOwnAreToldApartByIdentity() throws Exception {
        record Same(int number) implements Connector {
            @Override
            public CompletionStage<Wire> connect(HostPort target, dev.jackfield.connector.Attempt attempt) {
                return NEVER.connect(target, attempt);
            }
        }
        PatchCache cache = new PatchCache(board, HTTP);
        Request request = Request.get("http://a.test/");
        Same own = new Same(1);
        Patch first = cache.patch(wish(request.withConnector(own)));
        assertThat(cache.patch(wish(request.withConnector(own)))).isSameAs(first);
        assertThat(cache.patch(wish(request.withConnector(new Same(1)))).same(first))
                .isFalse();
        assertThat(board.isCurrent(first)).isTrue();
    }

    @Test
    void remembersNoMoreThanALimitedNumber() throws Exception {
        PatchCache cache = new PatchCache(board, HTTP);
        for (int i = 0; i <= PatchCache.MOST; i++) {
            cache.patch(wish(Request.get("http://a.test/").withRoute("plain > tls(" + i + ")")));
        }
        cache.patch(wish(Request.get("http://a.test/").withRoute("plain > tls(0)")));
        assertThat(lookUps).hasValue(PatchCache.MOST + 2);
    }

    @Test
    void troubleIsNotRemembered() throws Exception {
        PatchCache cache = new PatchCache(board, HTTP);
        Wish wish = wish(Request.get("http://a.test/").withRoute("spare"));
        assertThatThrownBy(() -> cache.patch(wish)).isInstanceOf(UnpluggedException.class);
        assertThatThrownBy(() -> cache.patch(wish)).isInstanceOf(UnpluggedException.class);
        panel.plug("spare", 0, NEVER);
        assertThat(cache.patch(wish).route()).isEqualTo(Route.parse("spare"));
    }

    private static Wish wish(Request request) {
        return ((PreparedRequest) request).wish();
    }
}
