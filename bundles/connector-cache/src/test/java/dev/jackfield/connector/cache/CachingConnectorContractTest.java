package dev.jackfield.connector.cache;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Every rule of the SPI, over real sockets, whatever is remembered. */
class CachingConnectorContractTest {
    private static final String ONE = "one.test";
    private static final String TWO = "two.test";

    /** As it is found without OSGi, with nothing remembered of literal addresses. */
    @Nested
    class Provided extends ConnectorContract {
        private final Connector cache = new CachingConnector();

        @Override
        protected Connector connector() {
            return cache;
        }
    }

    abstract static class Named extends ConnectorContract {
        @Override
        protected Peer peer() throws IOException {
            return LoopbackPeer.openAll(ONE, "127.0.0.1").get(0);
        }

        @Override
        protected List<Peer> peers() throws IOException {
            return LoopbackPeer.openAll(TWO, "127.0.0.1", "127.0.0.2");
        }
    }

    @Nested
    class NothingRemembered extends Named {
        @Override
        protected Connector connector() {
            return CachingConnector.over(plain());
        }
    }

    @Nested
    class TheRightAddressRemembered extends Named {
        @Override
        protected Connector connector() {
            return new Primed("127.0.0.1");
        }
    }

    /** Nobody listens there. */
    @Nested
    class AWrongAddressRemembered extends Named {
        @Override
        protected Connector connector() {
            return new Primed("127.0.0.99");
        }
    }

    /** A cache that remembers an address of each target before it is asked for it. */
    private static final class Primed implements Connector {
        private final String address;
        private final Connector cache = CachingConnector.over(this::below);
        private boolean priming;

        Primed(String address) {
            this.address = address;
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            priming = true;
            cache.connect(target, Dial.on(attempt.loop()));
            priming = false;
            return cache.connect(target, attempt);
        }

        private CompletionStage<Wire> below(HostPort target, Attempt attempt) {
            return priming
                    ? CompletableFuture.completedStage(Below.Led.to(attempt.loop(), address, target.port()))
                    : plain().connect(target, attempt);
        }
    }

    private static Connector plain() {
        return PlainConnector.over(CachingConnectorContractTest::resolve);
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
