package dev.jackfield.connector.plain;

import dev.jackfield.connector.Connector;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/** Every rule of the SPI, over real sockets. */
class PlainConnectorContractTest {
    @Nested
    class Ipv4 extends ConnectorContract {
        @Override
        protected Connector connector() {
            return new PlainConnector();
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
}
