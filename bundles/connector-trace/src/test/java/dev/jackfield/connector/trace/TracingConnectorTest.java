package dev.jackfield.connector.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TracingConnectorTest {
    private final Logger logger = Logger.getLogger(TracingConnector.LOGGER);
    private final List<String> logged = new ArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.FINE);
        logger.addHandler(keeper);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(keeper);
        logger.setLevel(null);
    }

    @Nested
    class Contract extends ConnectorContract {
        private final Connector provided = new TracingConnector();

        @Override
        protected Connector connector() {
            return provided;
        }
    }

    @Test
    void asksThePanelForWhatIsBelow() throws Exception {
        Panel panel = Panel.open();
        Plug<Connector> before = panel.connector("trace").orElseThrow();
        List<HostPort> special = new ArrayList<>();
        Guard guard = panel.plug("plain", 10, List.of(HostPattern.parse("a.test")), (target, attempt) -> {
            special.add(target);
            return new CompletableFuture<>();
        });
        Plug<Connector> now = panel.connector("trace").orElseThrow();
        assertThat(now.generation()).as("wires made by another one do not stay").isGreaterThan(before.generation());

        now.plugged().connect(HostPort.of("a.test", 1), Dial.on(new ManualLoop()));
        assertThat(special).containsExactly(HostPort.of("a.test", 1));
        now.plugged().towards(HostPort.of("a.test", 1)).connect(HostPort.of("192.0.2.1", 1), Dial.on(new ManualLoop()));
        assertThat(special).as("for an address of the same").endsWith(HostPort.of("192.0.2.1", 1));

        guard.close();
        panel.pull(panel.connector("plain").orElseThrow());
        assertThatThrownBy(() -> now.plugged().configured(Link.of("trace"))).isInstanceOf(UnpluggedException.class);
    }

    @Test
    void countsAndLogsEveryConnect() {
        ManualLoop loop = new ManualLoop();
        List<CompletableFuture<Wire>> stages = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        TracingConnector connector = TracingConnector.over((Connector) (target, attempt) -> stages.get(target.port()));
        for (int port = 0; port < 2; port++) {
            assertThat(connector.connect(HostPort.of("a.test", port), Dial.on(loop)))
                    .isSameAs(stages.get(port));
        }
        assertThat(connector.connects()).isEqualTo(2);
        assertThat(logged).isEmpty();

        stages.get(0).complete(PipeWire.pair(loop).near());
        stages.get(1).completeExceptionally(new IOException("refused"));
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).matches("a\\.test:0: far\\.pipe\\.invalid/<unresolved>:0 after [0-9]+ µs");
        assertThat(logged.get(1)).matches("a\\.test:1: java\\.io\\.IOException: refused after [0-9]+ µs");
    }

    @Test
    void saysNothingUnlessAsked() {
        logger.setLevel(Level.INFO);
        TracingConnector connector =
                TracingConnector.over((Connector) (target, attempt) -> CompletableFuture.completedFuture(null));
        connector.connect(HostPort.of("a.test", 1), Dial.on(new ManualLoop()));
        assertThat(connector.connects()).isEqualTo(1);
        assertThat(logged).isEmpty();
    }

    @Test
    void isPluggedInUnderItsNameAndLeavesThePlainOneAlone() {
        Panel panel = Panel.open();
        assertThat(panel.connector("trace").orElseThrow().plugged()).isInstanceOf(TracingConnector.class);
        assertThat(panel.plugs())
                .filteredOn(plug -> plug.name().equals("plain"))
                .hasSize(1);
    }
}
