package dev.jackfield.resolver.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostResolverTest {
    private final Loops loops = Loops.create(1);
    private final ChannelLoop loop = loops.all().get(0);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private HostResolver resolver;

    @BeforeEach
    void writeHosts() throws IOException {
        Path hosts = folder.resolve("hosts");
        Files.writeString(
                hosts, "10.0.0.1 Alpha alpha.test # 10.0.0.9 no\r\n10.0.0.2 alpha\n::5 six\n6.6.6.6 localhost\n");
        resolver = new HostResolver(new HostsFile(hosts), this::jvm);
    }

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.1, ANY, 127.0.0.1",
        "::ffff:1.2.3.4, ANY, 1.2.3.4",
        "::1, IPV6, ::1",
        "localhost, ANY, 127.0.0.1 ::1",
        "LocalHost., IPV4, 127.0.0.1",
        "deep.down.LOCALHOST, IPV6, ::1",
        "ALPHA, ANY, 10.0.0.1 10.0.0.2",
        "alpha., IPV4, 10.0.0.1 10.0.0.2",
        "alpha.test, ANY, 10.0.0.1",
        "six, ANY, ::5"
    })
    void answersWithoutAskingTheJvm(String host, Family family, String expected) throws Exception {
        assertThat(texts(resolve(host, family))).isEqualTo(expected);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "both.test, ANY, 192.0.2.1 2001:db8::1",
        "both.test, IPV6, 2001:db8::1",
        "BOTH.test., IPV4, 192.0.2.1",
        "six, IPV4, 192.0.2.1",
        "no_service-1.test, ANY, 192.0.2.1 2001:db8::1"
    })
    void asksTheJvmOffTheLoop(String host, Family family, String expected) throws Exception {
        assertThat(texts(resolve(host, family))).isEqualTo(expected);
        assertThat(asked).containsExactly(Names.normal(host) + " off the loop");
    }

    @Test
    void neverCompletesBeforeTheCallReturnedAndAlwaysOnTheLoop() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost", "alpha", "both.test", "nowhere.test", "a..b")) {
            CompletableFuture<String> seen = new CompletableFuture<>();
            loop.execute(() -> {
                var stage = resolver.resolve(Query.of(HostPort.of(host, 80), loop));
                boolean early = stage.toCompletableFuture().isDone();
                stage.whenComplete(
                        (addresses, error) -> seen.complete("early " + early + ", on loop " + loop.inLoop()));
            });
            assertThat(seen.get(10, TimeUnit.SECONDS)).as(host).isEqualTo("early false, on loop true");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "a..b",
                ".a",
                "256.1.1.1",
                "1.2.3.4.5",
                "a.0x",
                "example.1",
                "b\u00fccher.test",
                "\u0131.test",
                "\u212a.test",
                "x@y",
                "*.test"
            })
    void refusesWhatIsNoName(String host) {
        assertThatThrownBy(() -> resolve(host, Family.ANY))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageMatching("Expected a host name.*, got .*");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesNamesThatAreTooLong() throws Exception {
        String longest = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61);
        assertThat(longest).hasSize(253);
        assertThat(resolve(longest + ".", Family.ANY)).isNotEmpty();
        assertThatThrownBy(() -> resolve(longest + "b", Family.ANY))
                .hasMessage("Expected a host name of at most 253 characters, got 254");
        assertThatThrownBy(() -> resolve("a".repeat(64), Family.ANY))
                .hasMessage("Expected a host name whose parts have 1 to 63 characters, got one of 64");
    }

    @Test
    void saysWhyThereIsNoAddress() {
        assertThatThrownBy(() -> resolve("nowhere.test", Family.ANY))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("Cannot resolve \"nowhere.test\": never heard of it");
        assertThatThrownBy(() -> resolve("four.test", Family.IPV6)).hasMessage("No IPV6 address for \"four.test\"");
        assertThatThrownBy(() -> resolve("1.2.3.4", Family.IPV6)).hasMessage("No IPV6 address for \"1.2.3.4\"");
        assertThatThrownBy(() -> resolve("broken.test", Family.ANY))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("Cannot resolve \"broken.test\": java.lang.IllegalStateException: oops");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Resolver.class)).hasOnlyElementsOfType(HostResolver.class);
    }

    private InetAddress[] jvm(String name) throws UnknownHostException {
        asked.add(name + (loop.inLoop() ? " on the loop" : " off the loop"));
        InetAddress four = IpAddress.of("192.0.2.1").toInetAddress();
        return switch (name) {
            case "nowhere.test" -> throw new UnknownHostException("never heard of it");
            case "broken.test" -> throw new IllegalStateException("oops");
            case "four.test" -> new InetAddress[] {four};
            default -> new InetAddress[] {four, IpAddress.of("2001:db8::1").toInetAddress(), four};
        };
    }

    private List<Target> resolve(String host, Family family) throws Exception {
        try {
            return resolver.resolve(Query.of(HostPort.of(host, 80), loop).withFamily(family))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static String texts(List<Target> targets) {
        return String.join(
                " ", targets.stream().map(target -> target.address().toString()).toList());
    }
}
