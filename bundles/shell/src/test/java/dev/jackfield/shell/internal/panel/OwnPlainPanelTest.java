package dev.jackfield.shell.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Route;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnPlainPanelTest {
    private final Panel shared = Panel.open();
    private final Connector own = (target, attempt) -> new CompletableFuture<>();
    private final Panel panel = new OwnPlainPanel(shared, own);

    @Test
    void putsItsOwnConnectorFirst() {
        assertThat(panel.connector("plain").map(Plug::plugged)).contains(own);
        assertThat(shared.connector("plain").map(Plug::plugged)).isPresent().isNotEqualTo(panel.connector("plain"));
        assertThat(panel.plugs()).extracting(Plug::owner).first().isEqualTo("command line");
        assertThat(panel.plugs()).hasSize(shared.plugs().size() + 1);
    }

    @Test
    void givesWayToWhatIsPluggedInAboveIt() {
        List<String> changes = new ArrayList<>();
        Guard watch = panel.watch(changes::add);
        Connector other = (target, attempt) -> new CompletableFuture<>();
        Guard cord = panel.plug("plain", 1, other);
        assertThat(panel.connector("plain").map(Plug::plugged)).contains(other);
        assertThat(panel.plugs()).extracting(plug -> (Object) plug.plugged()).startsWith(other, own);
        cord.close();
        assertThat(panel.connector("plain").map(Plug::plugged)).contains(own);
        assertThat(changes).containsOnly("plain");
        watch.close();
    }

    @Test
    void letsNobodyElseConnect() {
        Connector other = (target, attempt) -> new CompletableFuture<>();
        Guard cord = shared.plug("other", 0, other);
        assertThat(panel.plugs()).extracting(Plug::name).startsWith("other", "plain");
        try (Loops loops = Loops.create(1)) {
            assertThatThrownBy(() -> panel.connector(Route.of(Link.of("other")))
                            .connect(
                                    HostPort.parse("x.test:80", 80),
                                    Dial.on(loops.all().get(0)))
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("--hosts, --dns, --serial, -4 and -6 hold for \"plain\" only: expected a route by that,"
                            + " got one by \"other\"");
        }
        cord.close();
        assertThat(panel.connector("other", HostPort.parse("x.test:80", 80))).isEmpty();
    }

    @Test
    void isAskedByThoseOverPlainOnAPanelOfOnesOwn() {
        Connector below = shared.below((target, attempt) -> new CompletableFuture<>(), "plain");
        List<HostPort> asked = new ArrayList<>();
        assertThat(OwnPlain.plugInto(shared, (target, attempt) -> {
                    asked.add(target);
                    return new CompletableFuture<>();
                }))
                .isSameAs(shared);
        try (Loops loops = Loops.create(1)) {
            below.connect(HostPort.parse("x.test:80", 80), Dial.on(loops.all().get(0)));
        }
        assertThat(asked).containsExactly(HostPort.parse("x.test:80", 80));
        assertThat(shared.connector("plain").map(Plug::owner)).contains("command line");
    }
}
