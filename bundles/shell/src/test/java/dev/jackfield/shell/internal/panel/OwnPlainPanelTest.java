package dev.jackfield.shell.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    void leavesOtherNamesAlone() {
        Connector other = (target, attempt) -> new CompletableFuture<>();
        Guard cord = shared.plug("other", 0, other);
        assertThat(panel.connector("other").map(Plug::plugged)).contains(other);
        assertThat(panel.plugs()).extracting(Plug::name).startsWith("other", "plain");
        cord.close();
        assertThat(panel.connector("other")).isEmpty();
    }
}
