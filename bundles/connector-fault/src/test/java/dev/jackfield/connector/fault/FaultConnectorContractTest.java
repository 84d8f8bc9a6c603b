package dev.jackfield.connector.fault;

import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Every rule of the SPI, over real sockets, by those faults that leave something to try. */
class FaultConnectorContractTest {
    private static final String TWO = "two.test";

    /** As it is found without OSGi. */
    @Nested
    class Provided extends ConnectorContract {
        private final Connector fault = new FaultConnector();

        @Override
        protected Connector connector() {
            return fault;
        }
    }

    abstract static class Spoiled extends ConnectorContract {
        private final Connector connector;

        Spoiled(Map<String, ?> settings) {
            connector = FaultConnector.over(PlainConnector.over(FaultConnectorContractTest::resolve), settings);
        }

        @Override
        protected Connector connector() {
            return connector;
        }

        @Override
        protected List<Peer> peers() throws IOException {
            return LoopbackPeer.openAll(TWO, "127.0.0.1", "127.0.0.2");
        }
    }

    @Nested
    class Late extends Spoiled {
        Late() {
            super(Map.of("latency", 1, "latency.ms", 2));
        }

        /** Less, for each piece comes late. */
        @Override
        protected int large() {
            return 1 << 20;
        }
    }

    @Nested
    class Bytewise extends Spoiled {
        Bytewise() {
            super(Map.of("bytewise", 1));
        }
    }

    /** Not broken yet. */
    @Nested
    class ToBeReset extends Spoiled {
        ToBeReset() {
            super(Map.of("reset", 1, "reset.after", 1_000_000_000));
        }
    }

    private static CompletionStage<List<Target>> resolve(Query query) {
        boolean two = query.target().host().equals(TWO);
        CompletableFuture<List<Target>> stage = new CompletableFuture<>();
        List<Target> targets = (two ? Stream.of("127.0.0.1", "127.0.0.2") : Stream.of("127.0.0.1"))
                .map(text -> new Target(IpAddress.of(text), query.target().port()))
                .toList();
        query.loop().execute(() -> stage.complete(targets));
        return stage;
    }
}
