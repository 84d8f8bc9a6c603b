package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StubConfigTest {
    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", StubConfig.PORT);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasTheDefaultsOfResolvConf() {
        assertThat(StubConfig.defaults(List.of(SERVER)))
                .isEqualTo(new StubConfig(
                        List.of(SERVER),
                        List.of(),
                        1,
                        List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5)),
                        false,
                        true));
    }

    @Test
    void keepsTheLimits() {
        assertThat(new StubConfig(
                                Collections.nCopies(StubConfig.MOST_SERVERS, SERVER),
                                Collections.nCopies(StubConfig.MOST_SEARCH, "a"),
                                StubConfig.MOST_NDOTS,
                                StubConfig.LONGEST_TIMEOUT,
                                StubConfig.MOST_ATTEMPTS,
                                true,
                                false)
                        .ndots())
                .isEqualTo(15);
        refuses(StubConfig.MOST_SERVERS + 1, 0, 1, SECOND, 1, "number of servers from 0 to 32, got 33");
        refuses(1, StubConfig.MOST_SEARCH + 1, 1, SECOND, 1, "length of the search list from 0 to 64, got 65");
        refuses(1, 0, StubConfig.MOST_NDOTS + 1, SECOND, 1, "ndots from 0 to 15, got 16");
        refuses(1, 0, -1, SECOND, 1, "got -1");
        refuses(1, 0, 1, Duration.ZERO, 1, "timeout above zero");
        refuses(1, 0, 1, StubConfig.LONGEST_TIMEOUT.plusMillis(1), 1, "at most PT30S");
        refuses(1, 0, 1, SECOND, 0, "attempts from 1 to 5, got 0");
        refuses(1, 0, 1, SECOND, StubConfig.MOST_ATTEMPTS + 1, "got 6");
    }

    private static void refuses(int servers, int search, int ndots, Duration timeout, int attempts, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StubConfig(
                        Collections.nCopies(servers, SERVER),
                        Collections.nCopies(search, "a"),
                        ndots,
                        timeout,
                        attempts,
                        false,
                        true))
                .withMessageContaining(why);
    }

    @Test
    void refusesServersThatCannotBeAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubConfig.defaults(List.of(InetSocketAddress.createUnresolved("a", 53))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubConfig.defaults(List.of(new InetSocketAddress("127.0.0.1", 0))));
    }

    @Test
    void refusesSuffixesThatAreNoNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StubConfig(List.of(SERVER), List.of("a..b"), 1, SECOND, 1, false, true));
    }
}
