package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {
    private final SSLContext server = TestKeys.server();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void goesOnWithTheSessionBefore(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer).resumed()).isTrue();
        assertThat(connect(layer).resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void neverGoesOnIfNotWanted(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)).withResumption(false));
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer).resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void profilesShareNoSessions(String protocol) throws Exception {
        TlsProfile profile = TestKeys.profile().withProtocols(List.of(protocol));
        Layer one = Tls.of(profile);
        connect(one);
        assertThat(connect(Tls.of(profile)).resumed()).isFalse();
        assertThat(connect(one).resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void otherHostsGetOtherSessions(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
        connect(layer);
        assertThat(connect(layer, "a.chain.example").resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void goesOnWithSessionsOfThoseWhoMayShareOnly(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
        Affinity alice = Affinity.none().with("alice");
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer, alice).resumed()).isFalse();
        assertThat(connect(layer, Affinity.none().with("bob")).resumed()).isFalse();
        assertThat(connect(layer, Affinity.none().with("alice")).resumed()).isTrue();
        assertThat(connect(layer).resumed()).isTrue();
    }

    @Test
    void twoHopsByOneProfileToOneTargetAreTwoServers() throws Exception {
        Panel panel = Panel.open();
        panel.plug(
                "memory",
                0,
                (target, attempt) -> CompletableFuture.completedFuture(
                        PipeWire.pair(attempt.loop()).near()));
        List<Boolean> resumed = new ArrayList<>();
        panel.plug("twice", 0, noting(resumed, Tls.of(TestKeys.profile())));
        Patch patch = Patch.of(Route.parse("memory > twice > twice"), HostPort.of("origin.example", 443), panel);
        ManualLoop loop = new ManualLoop();
        for (int at = 0; at < 2; at++) {
            patch.connect(HostPort.of("origin.example", 443), Dial.on(loop));
            loop.settle();
        }
        assertThat(resumed).containsExactly(false, false, true, true);
    }

    /** Instead of the wire below, each hop gets a new one to a server of its own, and says whether it could go on. */
    private Layer noting(List<Boolean> resumed, Layer layer) {
        return (below, target, attempt) -> {
            try {
                resumed.add(connect(layer, attempt.affinity()).resumed());
                return CompletableFuture.completedFuture(below);
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    private InMemory connect(Layer layer) throws Exception {
        return connect(layer, "origin.example");
    }

    private InMemory connect(Layer layer, String host) throws Exception {
        return connect(layer, host, Affinity.none());
    }

    private InMemory connect(Layer layer, Affinity affinity) throws Exception {
        return connect(layer, "origin.example", affinity);
    }

    private InMemory connect(Layer layer, String host, Affinity affinity) throws Exception {
        return InMemory.connect(layer, host, dial -> dial.sharing(affinity), () -> TlsPeer.engine(server, engine -> {}))
                .greet()
                .close();
    }
}
