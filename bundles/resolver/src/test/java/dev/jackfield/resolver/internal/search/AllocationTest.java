package dev.jackfield.resolver.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A look-up of a name that is remembered happens in one turn of the loop, and costs little memory. */
class AllocationTest {
    /** Octets for two families with one address each; 2,000 measured, with those of the scene. */
    private static final long MOST = 2500;

    private static final int ROUNDS = 20_000;

    private final Scene scene = new Scene();

    @Test
    void ofARememberedName() throws Throwable {
        scene.dns.with("both.test a", "192.0.2.1").with("both.test aaaa", "2001:db8::1");
        StubConfig config = StubConfig.defaults(scene.servers);
        scene.answers = new CachedDns(scene.dns, () -> config, ResolverOptions.defaults(), scene.manual::nanoTime);
        Query query = scene.query(HostPort.of("both.test", 80));
        assertThat(scene.resolve(query)).hasSize(2);

        long spent = rounds(query);
        for (int i = 0; i < 4; i++) {
            spent = Math.min(spent, rounds(query));
        }
        assertThat(scene.dns.asked).hasSize(2);
        assertThat(spent / ROUNDS).isLessThan(MOST);
    }

    private long rounds(Query query) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int done = 0;
        for (int i = 0; i < ROUNDS; i++) {
            CompletableFuture<List<Target>> stage = scene.begin(query);
            scene.manual.run();
            done += stage.isDone() ? 1 : 0;
        }
        long spent = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(done).isEqualTo(ROUNDS);
        return spent;
    }
}
