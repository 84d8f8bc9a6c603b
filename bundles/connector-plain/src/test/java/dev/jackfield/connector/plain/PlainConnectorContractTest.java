package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.UnixPeer;
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
                    Scripted.to("127.0.0.1"), PlainOptions.defaults().withSerial(true));
        }
    }
}
