package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.UnixPeer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;

/** Every rule of the SPI, over real sockets. */
class PlainConnectorContractTest {
    private static final String TWO = "two.test";

    @Nested
    class Ipv4 extends ConnectorContract {
        @Override
        protected Connector connector() {
            return PlainConnector.over(PlainConnectorContractTest::resolve);
        }

        @Override
        protected List<Peer> peers() throws IOException {
            return LoopbackPeer.openAll(TWO, "127.0.0.1", "127.0.0.2");
        }
    }

    @Nested
    class Ipv6 extends ConnectorContract {
        @Override
        protected Connector connector() {
            return new PlainConnector();
        }

        @Override
        protected Peer peer() throws IOException {
            return LoopbackPeer.open("::1");
        }
    }

    @Nested
    class Unix extends ConnectorContract {
        @Override
        protected Connector connector() {
            return new PlainConnector();
        }

        @Override
        protected Peer peer() throws IOException {
            return UnixPeer.open();
        }

        @Override
        protected Peer silentPeer() throws IOException {
            return UnixPeer.full();
        }

        @Override
        protected HostPort refusing() throws IOException {
            return UnixPeer.refusing();
        }
    }

    @Nested
    class Serial extends ConnectorContract {
        @Override
        protected Connector connector() {
            return PlainConnector.over(
                    PlainConnectorContractTest::resolve, PlainOptions.defaults().withSerial(true));
        }

        @Override
        protected List<Peer> peers() throws IOException {
            return LoopbackPeer.openAll(TWO, "127.0.0.1", "127.0.0.2");
        }
    }

    private static CompletionStage<List<Target>> resolve(Query query) {
        boolean two = query.target().host().equals(TWO);
        return (two ? Scripted.to("127.0.0.1", "127.0.0.2") : Scripted.to("127.0.0.1")).resolve(query);
    }
}
