package dev.jackfield.resolver.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {
    private final Scene scene = new Scene();

    @BeforeEach
    void script() {
        scene.hosts = "10.0.0.1 Alpha alpha.test # 10.0.0.9 no\r\n10.0.0.2 alpha\n::5 six.test\n6.6.6.6 localhost\n";
        scene.dns.with("both.test a", "192.0.2.1", "192.0.2.2", "192.0.2.1");
        scene.dns.with("both.test aaaa", "2001:db8::1");
        scene.dns.with("six.test a", "192.0.2.6");
        scene.dns.with("alpha.test aaaa", "2001:db8::a");
        scene.dns.with("xn--bcher-kva.test a", "192.0.2.8");
        scene.dns.with("mapped.test aaaa", "::ffff:192.0.2.9");
    }

    @ParameterizedTest
    @CsvSource({
        "127.1, ANY, 127.0.0.1:80",
        "::ffff:1.2.3.4, ANY, 1.2.3.4:80",
        "::1, IPV6, [::1]:80",
        "fe80::1%eth7, ANY, [fe80::1%eth7]:80",
        "localhost, ANY, 127.0.0.1:80 [::1]:80",
        "LocalHost., IPV4, 127.0.0.1:80",
        "deep.down.LOCALHOST, IPV6, [::1]:80",
        "ALPHA, ANY, 10.0.0.1:80 10.0.0.2:80",
        "alpha., IPV4, 10.0.0.1:80 10.0.0.2:80",
        "alpha.test, ANY, 10.0.0.1:80",
        "six.test, ANY, [::5]:80"
    })
    void answersWithoutAskingAnybody(String host, Family family, String expected) throws Throwable {
        assertThat(resolve(host, family)).isEqualTo(expected);
        assertThat(scene.dns.asked).isEmpty();
        assertThat(scene.jvmAsked).isEmpty();
        assertThat(scene.early).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "both.test, ANY, [2001:db8::1]:80 192.0.2.1:80 192.0.2.2:80, both.test aaaa|both.test a",
        "BOTH.test., IPV4, 192.0.2.1:80 192.0.2.2:80, both.test. a",
        "both.test, IPV6, [2001:db8::1]:80, both.test aaaa",
        "six.test, IPV4, 192.0.2.6:80, six.test a",
        "B\u00dcCHER.test, IPV4, 192.0.2.8:80, xn--bcher-kva.test a",
        "mapped.test, ANY, 192.0.2.9:80, mapped.test aaaa|mapped.test a"
    })
    void asksNameServersForTheRest(String host, Family family, String expected, String asked) throws Throwable {
        assertThat(resolve(host, family)).isEqualTo(expected);
        assertThat(String.join("|", scene.dns.asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "alpha.test, [2001:db8::a]:80 10.0.0.1:80",
        "six.test, [::5]:80 192.0.2.6:80",
        "alpha, 10.0.0.1:80 10.0.0.2:80",
        "both.test, [2001:db8::1]:80 192.0.2.1:80 192.0.2.2:80"
    })
    void asksNameServersFirstIfToldTo(String host, String expected) throws Throwable {
        scene.order = Order.DNS_FIRST;
        assertThat(resolve(host, Family.ANY).split(" ")).containsExactlyInAnyOrder(expected.split(" "));
        assertThat(scene.dns.asked).hasSize(2);
    }

    @Test
    void putsWhatCannotBeReachedLast() throws Throwable {
        scene.reachesSix = false;
        assertThat(resolve("both.test", Family.ANY)).isEqualTo("192.0.2.1:80 192.0.2.2:80 [2001:db8::1]:80");
    }

    @Test
    void takesUnixDomainSocketsAsTheyAre() throws Throwable {
        HostPort socket = HostPort.unix("/run/x");
        assertThat(scene.resolve(scene.query(socket))).containsExactly("unix/:/run/x");
        assertFails(
                Reason.NO_ADDRESS,
                "Cannot resolve \"unix/:/run/x\": UNIX domain sockets have no IPV4 address",
                () -> scene.resolve(scene.query(socket).withFamily(Family.IPV4)));
    }

    @Test
    void neverCompletesBeforeTheCallReturnedAndAlwaysOnTheLoop() {
        for (String host : List.of("127.0.0.1", "localhost", "alpha", "both.test", "nowhere.test", "a..b")) {
            CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
            CompletableFuture<Boolean> early = new CompletableFuture<>();
            scene.onLoop(() -> {
                CompletableFuture<List<Target>> stage = scene.begin(host, "80");
                early.complete(stage.isDone());
                stage.whenComplete((targets, error) -> onLoop.complete(scene.loop.inLoop()));
            });
            assertThat(early).as(host).isCompletedWithValue(false);
            assertThat(onLoop).as(host).isCompletedWithValue(true);
        }
    }

    @Test
    void needsNoHopWhileTheFilesAreFresh() throws Throwable {
        scene.resolve("both.test", "80");
        CompletableFuture<List<Target>> stage = scene.begin("both.test", "80");
        scene.manual.run();
        assertThat(stage).isCompleted();
        assertThat(scene.manual.blockers()).isZero();
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
                "example.0xfg.0xf",
                "x@y",
                "*.test",
                "\uff11.2.3.4",
                "a.\u00fc-.test"
            })
    void refusesWhatIsNoName(String host) {
        assertThatThrownBy(() -> resolve(host, Family.ANY))
                .isInstanceOfSatisfying(
                        ResolveFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.MALFORMED))
                .hasMessageMatching("Cannot resolve \".*\": Expected a.*");
        assertThat(scene.dns.asked).isEmpty();
    }

    @Test
    void refusesNamesThatAreTooLong() throws Throwable {
        String longest = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61);
        assertThat(longest).hasSize(253);
        scene.dns.with(longest + " a", "192.0.2.1");
        assertThat(resolve(longest, Family.IPV4)).isNotEmpty();
        assertThatThrownBy(() -> resolve(longest + "b", Family.ANY))
                .hasMessageEndingWith("Expected a host name of at most 253 characters, got 254");
        assertThatThrownBy(() -> resolve("a".repeat(64), Family.ANY))
                .hasMessageEndingWith("Expected a host name whose parts have 1 to 63 characters, got one of 64");
        assertThatThrownBy(() -> resolve("a".repeat(5000), Family.ANY))
                .satisfies(e -> assertThat(e.getMessage()).hasSize(Outcome.LONGEST_MESSAGE + 3));
    }

    @Test
    void saysWhyThereIsNoAddress() {
        scene.dns.failing("sick.test aaaa", Reason.SERVER_FAILED, "127.0.0.1:53 said SERVFAIL");
        scene.dns.with("sick.test a", new dev.jackfield.resolver.internal.stub.Answer.NoData(5));
        scene.dns.failing("slow.test aaaa", Reason.TIMEOUT, "127.0.0.1:53 was silent");
        scene.dns.failing("slow.test a", Reason.TIMEOUT, "127.0.0.1:53 was silent");
        scene.dns.with("bare.test a", new dev.jackfield.resolver.internal.stub.Answer.NoData(5));
        assertFails(
                Reason.NO_SUCH_NAME,
                "Cannot resolve \"nx.test\": not in /the/hosts; AAAA: there is no such name; A: there is no such name",
                () -> resolve("nx.test", Family.ANY));
        assertFails(
                Reason.SERVER_FAILED,
                "Cannot resolve \"sick.test\": not in /the/hosts; AAAA: 127.0.0.1:53 said SERVFAIL;"
                        + " A: the name has no such records",
                () -> resolve("sick.test", Family.ANY));
        assertFails(
                Reason.TIMEOUT,
                "Cannot resolve \"slow.test\": not in /the/hosts; A: 127.0.0.1:53 was silent",
                () -> resolve("slow.test", Family.IPV4));
        assertFails(
                Reason.NO_ADDRESS,
                "Cannot resolve \"bare.test\": not in /the/hosts; A: the name has no such records",
                () -> resolve("bare.test", Family.IPV4));
        assertFails(
                Reason.NO_ADDRESS,
                "Cannot resolve \"1.2.3.4\": it is no IPV6 address",
                () -> resolve("1.2.3.4", Family.IPV6));
    }

    @Test
    void failsWhereALoopHasEnded() {
        scene.manual.end();
        assertFails(
                Reason.UNAVAILABLE,
                "Cannot resolve \"a.test\": the loop has ended",
                () -> Scene.end(scene.begin("a.test", "80")));
    }

    @Test
    void failsAndDoesNotHangWhenSomethingGoesWrong() {
        scene.dns.with("odd.test aaaa", (dev.jackfield.resolver.internal.stub.Answer) null);
        scene.servers = null;
        assertThatThrownBy(() -> resolve("odd.test", Family.ANY))
                .isInstanceOfSatisfying(
                        ResolveFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE));
    }

    private String resolve(String host, Family family) throws Throwable {
        return String.join(" ", scene.resolve(scene.query(HostPort.of(host, 80)).withFamily(family)));
    }

    static void assertFails(Reason reason, String message, ThrowingCallable what) {
        assertThatThrownBy(what)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        ResolveFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
