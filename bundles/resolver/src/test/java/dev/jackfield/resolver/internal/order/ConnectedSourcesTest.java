package dev.jackfield.resolver.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.IpAddress;
import org.junit.jupiter.api.Test;

class ConnectedSourcesTest {
    private long now;
    private final ConnectedSources sources = new ConnectedSources(() -> now);

    @Test
    void reachesLoopbackFromLoopback() {
        IpAddress loopback = IpAddress.of("127.0.0.1");
        assertThat(sources.of(loopback)).contains(new Source(loopback));
    }

    @Test
    void remembersForAFewSecondsOnly() {
        IpAddress loopback = IpAddress.of("127.0.0.1");
        var first = sources.of(loopback);
        now = ConnectedSources.REMEMBERED.toNanos() - 1;
        assertThat(sources.of(loopback)).isSameAs(first);
        now++;
        assertThat(sources.of(loopback)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void cannotReachWhatIsNoDestination() {
        // The limited broadcast address: no socket may connect to it without SO_BROADCAST.
        assertThat(sources.of(IpAddress.of("255.255.255.255"))).isEmpty();
    }
}
