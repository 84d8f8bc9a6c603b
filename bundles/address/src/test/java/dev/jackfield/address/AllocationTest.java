package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading an address makes nothing but the result, in the interpreter too. */
class AllocationTest {
    /** So few that the optimizing compiler, which hides objects that are dropped at once, does not start on it. */
    private static final int TIMES = 500;

    /** Where results go, so that the compiler cannot find out that nobody wants them. */
    static volatile Object sink;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0x7f.1", "4294967295"})
    void ipv4(String text) {
        Ipv4 result = Ipv4.parse(text).orElseThrow();
        assertThat(bytesFor(() -> Ipv4.parse(text)))
                .isLessThanOrEqualTo(bytesFor(() -> Optional.of(new Ipv4(result.bits()))) + TIMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:127.0.0.1", "127.1", "64:ff9b::192.0.2.33"})
    void ipv6(String text) {
        Ipv6 result = Ipv6.parse(text).orElseThrow();
        assertThat(bytesFor(() -> Ipv6.parse(text)))
                .isLessThanOrEqualTo(bytesFor(() -> Optional.of(new Ipv6(result.high(), result.low()))) + TIMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "::ffff:127.0.0.1", "::ffff:7f00:1"})
    void mapped(String text) {
        assertThat(bytesFor(() -> IpAddress.parse(text)))
                .isLessThanOrEqualTo(bytesFor(() -> Optional.of(new Ipv4(0x7f000001))) + TIMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%eth0", "fe80::1%2"})
    void zoned(String text) {
        Ipv6 result = Ipv6.parseScoped(text).orElseThrow();
        int zone = text.indexOf('%') + 1;
        assertThat(bytesFor(() -> Ipv6.parseScoped(text)))
                .isLessThanOrEqualTo(
                        bytesFor(() -> Optional.of(new Ipv6(result.high(), result.low(), text.substring(zone))))
                                + TIMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "www.example.com", "1.2.3.4.5", "1:2:3:4:5:6:7:8:9", "fe80::1%eth0", "\ud800"})
    void nothingForWhatIsNoAddress(String text) {
        assertThat(bytesFor(() -> IpAddress.parse(text))).isLessThan(TIMES);
        assertThat(bytesFor(() -> Ipv6.parse(text))).isLessThan(TIMES);
        assertThat(bytesFor(() -> Ipv4.parse(text))).isLessThan(TIMES);
    }

    /** Less than one octet a time is the measuring itself. */
    private static long bytesFor(Supplier<?> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // Loading classes allocates too, but only once.
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TIMES; i++) {
                sink = work.get();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
