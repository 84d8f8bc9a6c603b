package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract lets a good connector pass and catches every kind of bad one. */
class ConnectorContractTest {
    private static ConnectorFlaw flaw;

    static class Subject extends ConnectorContract {
        private final MemoryConnector connector = new MemoryConnector(flaw);

        @Override
        protected Connector connector() {
            return connector;
        }

        @Override
        protected Peer peer() {
            return connector.peer(MemoryConnector.TALKATIVE);
        }

        @Override
        protected List<Peer> peers() {
            return List.of(connector.peer(MemoryConnector.TWOFOLD));
        }

        @Override
        protected Peer silentPeer() {
            return connector.peer(MemoryConnector.SILENT);
        }

        @Override
        protected HostPort refusing() {
            return MemoryConnector.REFUSING;
        }

        @Override
        protected int large() {
            return 200_000;
        }
    }

    @ParameterizedTest
    @EnumSource
    void catches(ConnectorFlaw wrong) {
        flaw = wrong;
        Flaws.assertCaught(Subject.class, wrong.name(), wrong.caughtBy);
    }
}
