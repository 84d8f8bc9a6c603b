package dev.jackfield.resolver.internal.search;

import static dev.jackfield.resolver.internal.search.LookupTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.Transport;
import dev.jackfield.resolver.internal.stub.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 2782. */
class ServiceLookupTest {
    private static final String SRV = "_http._tcp.a.test srv";

    private final Scene scene = new Scene();

    @BeforeEach
    void script() {
        scene.dns.with("a.test a", "192.0.2.1").with("a.test aaaa", new Answer.NoData(1));
        scene.dns.with("s1.test a", "192.0.2.11").with("s1.test aaaa", "2001:db8::11");
        scene.dns.with("s2.test a", "192.0.2.22").with("s2.test aaaa", new Answer.NoData(1));
    }

    @Test
    void takesTheTargetsInTheirOrder() throws Throwable {
        scene.dns.with(SRV, "20 0 8082 S2.test", "10 0 8081 s1.test");
        assertThat(scene.resolve("A.test", "http"))
                .containsExactly("[2001:db8::11]:8081", "192.0.2.11:8081", "192.0.2.22:8082/1");
        assertThat(scene.dns.asked)
                .startsWith(SRV, "s1.test. aaaa", "s1.test. a")
                .hasSize(5);
    }

    @Test
    void asksForTheTransport() throws Throwable {
        scene.dns.with("_sip._udp.a.test srv", "1 1 5061 s2.test");
        assertThat(scene.resolve(scene.query(HostPort.of("a.test", "sip")).withTransport(Transport.UDP)))
                .containsExactly("192.0.2.22:5061");
    }

    @Test
    void asksForNamesBeyondAscii() throws Throwable {
        scene.dns.with("_http._tcp.xn--bcher-kva.test srv", "1 1 81 s2.test");
        assertThat(scene.resolve("b\u00fccher.test", "http")).containsExactly("192.0.2.22:81");
    }

    @Test
    void publishesTheBestTargetWhileOthersAreAsked() throws Throwable {
        scene.dns.with(SRV, "10 0 81 s1.test", "20 0 82 s2.test").silent("s2.test. a");
        CompletableFuture<List<Target>> stage = scene.begin("a.test", "http");
        scene.manual.settle();
        assertThat(scene.early.get(scene.early.size() - 1)).containsExactly("[2001:db8::11]:81", "192.0.2.11:81");
        scene.onLoop(() -> scene.dns.answer("s2.test. a"));
        assertThat(Scene.end(stage)).hasSize(3);
    }

    @Test
    void publishesNoTargetBeforeABetterOneIsKnown() throws Throwable {
        scene.dns.with(SRV, "10 0 81 s1.test", "20 0 82 s2.test").silent("s1.test. a", "s1.test. aaaa");
        CompletableFuture<List<Target>> stage = scene.begin("a.test", "http");
        scene.manual.settle();
        assertThat(scene.early).isEmpty();
        scene.onLoop(() -> scene.dns.answer("s1.test. aaaa"));
        scene.onLoop(() -> scene.dns.answer("s1.test. a"));
        assertThat(Scene.end(stage)).hasSize(3);
    }

    @Test
    void doesWithoutTargetsThatAreNotThere() throws Throwable {
        scene.dns.with(SRV, "10 0 81 gone.test", "20 0 82 s2.test");
        assertThat(scene.resolve("a.test", "http")).containsExactly("192.0.2.22:82/1");
    }

    @Test
    void looksForTargetsInTheHostsFileAsWell() throws Throwable {
        scene.hosts = "10.0.0.1 s1.test\n";
        scene.dns.with(SRV, "10 0 81 s1.test", "20 0 82 localhost");
        assertThat(scene.resolve("a.test", "http")).containsExactly("10.0.0.1:81", "[::1]:82/1", "127.0.0.1:82/1");
    }

    @Test
    void saysWhatBecameOfEachTarget() {
        scene.dns.with(SRV, "10 0 81 gone.test", "20 0 82 10.0.0.1");
        assertFails(
                Reason.MALFORMED,
                "Cannot resolve \"a.test:http=80\": \"gone.test.\": not in /the/hosts; AAAA: there is no such name;"
                        + " A: there is no such name; \"10.0.0.1.\": Expected a host name or an address, got"
                        + " \"10.0.0.1\", which looks like one but is none",
                () -> scene.resolve("a.test", "http"));
    }

    @Test
    void takesTheHostItselfWhereThereAreNoTargets() throws Throwable {
        assertThat(scene.resolve("a.test", "http")).containsExactly("192.0.2.1:80");
        assertThat(scene.resolve("a.test", "ours=4711")).containsExactly("192.0.2.1:4711");
        scene.dns.failing(SRV, Reason.TIMEOUT, "silence");
        assertThat(scene.resolve("a.test", "http")).containsExactly("192.0.2.1:80");
    }

    @Test
    void tellsOfTheMissingTargetsToo() {
        scene.dns.failing("_http._tcp.b.test srv", Reason.TIMEOUT, "silence");
        assertFails(
                Reason.TIMEOUT,
                "Cannot resolve \"b.test:http=80\": SRV: silence; not in /the/hosts; AAAA: there is no such name;"
                        + " A: there is no such name",
                () -> scene.resolve("b.test", "http"));
    }

    @ParameterizedTest
    @CsvSource({"SERVER_FAILED, SERVER_FAILED", "UNAVAILABLE, UNAVAILABLE", "MALFORMED, NO_ADDRESS"})
    void blamesWhoeverMayHaveHiddenTheTargets(Reason trouble, Reason told) {
        scene.dns.failing("_http._tcp.b.test srv", trouble, "no").with("b.test a", new Answer.NoData(1));
        scene.dns.with("b.test aaaa", new Answer.NoData(1));
        assertThatExceptionOfType(ResolveFailure.class)
                .isThrownBy(() -> scene.resolve("b.test", "http"))
                .returns(told, ResolveFailure::reason);
    }

    @Test
    void doesWithoutTargetsThatHaveNoPort() throws Throwable {
        scene.dns.with(SRV, "10 0 0 s1.test", "20 0 82 s2.test");
        assertThat(scene.resolve("a.test", "http")).containsExactly("192.0.2.22:82");
        scene.dns.with(SRV, "10 0 0 s1.test");
        assertThat(scene.resolve("a.test", "http")).containsExactly("192.0.2.1:80");
    }

    @Test
    void knowsTheServicesOfThisMachine() throws Throwable {
        scene.services = "ours 4711/tcp\n";
        assertThat(scene.resolve("a.test", "ours")).containsExactly("192.0.2.1:4711");
        assertThat(scene.resolve("10.0.0.1", "ours")).containsExactly("10.0.0.1:4711");
        assertThat(scene.resolve("localhost", "ours")).containsExactly("127.0.0.1:4711", "[::1]:4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.test", "10.0.0.1", "localhost"})
    void refusesServicesThatNobodyKnows(String host) {
        String asked = host.equals("a.test") ? "SRV: there is no such name; " : "";
        assertFails(
                Reason.MALFORMED,
                "Cannot resolve \"" + host + ":no-such\": " + asked + "there is no service \"no-such\" over tcp in any"
                        + " table",
                () -> scene.resolve(host, "no-such"));
    }

    @Test
    void believesWhoeverOffersNoService() {
        scene.dns.with(SRV, "0 0 0 .");
        assertFails(
                Reason.NO_SERVICE,
                "Cannot resolve \"a.test:http=80\": the service \"http\" is decidedly not offered there",
                () -> scene.resolve("a.test", "http"));
        assertThat(scene.dns.asked).containsExactly(SRV);
    }

    @Test
    void asksForNoServiceWhereThatCannotBe() throws Throwable {
        scene.resolve("a.test", "80");
        scene.resolve("192.0.2.1", "http");
        scene.resolve("localhost", "http");
        scene.resolve("a.test", "a.b=80");
        assertThat(scene.dns.asked).containsOnly("a.test aaaa", "a.test a");
    }

    @Test
    void letsGoOfEverythingWhenTheQuestionIsTakenBack() {
        scene.dns.silent(SRV);
        CompletableFuture<List<Target>> first = scene.begin("a.test", "http");
        scene.manual.settle();
        scene.onLoop(() -> first.cancel(false));
        assertThat(scene.dns.gaveUp(SRV)).isTrue();

        scene.dns.with("_x._tcp.a.test srv", "1 0 1 s1.test", "2 0 2 s2.test").silent("s1.test. a", "s2.test. aaaa");
        CompletableFuture<List<Target>> second = scene.begin("a.test", "x=1");
        scene.manual.settle();
        scene.onLoop(() -> second.cancel(false));
        assertThat(scene.dns.gaveUp("s1.test. a")).isTrue();
        assertThat(scene.dns.gaveUp("s2.test. aaaa")).isTrue();
        assertThat(scene.manual.timers()).isZero();
    }
}
