package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The resolver before a real name server. */
class DnsmasqIT {
    private static final int MANY = 60;

    private static Upstream upstream;
    private static Dnsmasq dnsmasq;

    private final Loops loops = Loops.create(1);
    private final ChannelLoop loop = loops.all().get(0);
    private final Resolver resolver = Resolvers.standard(options());

    @BeforeAll
    static void start() throws IOException {
        Peers.require("dnsmasq", Dnsmasq.installed());
        upstream = new Upstream();
        List<String> options = new ArrayList<>(List.of(
                "--local=/test/",
                "--edns-packet-max=512",
                "--server=/slow.test/127.0.0.1#" + upstream.port(),
                "--server=/fail.test/127.0.0.1#" + upstream.port(),
                "--host-record=both.test,192.0.2.1,2001:db8::1",
                "--host-record=four.test,192.0.2.4",
                "--host-record=six.test,2001:db8::6",
                "--host-record=xn--bcher-kva.test,192.0.2.7",
                "--cname=alias.test,second.test",
                "--cname=second.test,third.test",
                "--cname=third.test,both.test",
                "--cname=lost.test,nowhere.test",
                "--host-record=one.test,192.0.2.11",
                "--host-record=two.test,192.0.2.12,2001:db8::12",
                "--host-record=backup.test,192.0.2.13",
                "--srv-host=_http._tcp.site.test,one.test,8081,10,80",
                "--srv-host=_http._tcp.site.test,two.test,8082,10,20",
                "--srv-host=_http._tcp.site.test,backup.test,8083,20,0",
                "--host-record=site.test,192.0.2.10",
                "--srv-host=_http._tcp.none.test",
                "--host-record=none.test,192.0.2.14"));
        IntStream.rangeClosed(1, MANY).forEach(i -> options.add("--host-record=many.test,192.0.2." + i));
        dnsmasq = Dnsmasq.start(options);
    }

    @AfterAll
    static void stop() throws IOException {
        if (dnsmasq != null) {
            dnsmasq.close();
            upstream.close();
        }
    }

    @AfterEach
    void nothingIsLeftBehind() {
        new BackAtZero(() -> Map.of(
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
    }

    @Test
    void findsAddressesOfBothFamilies() throws Exception {
        assertThat(resolve("both.test:80")).containsExactlyInAnyOrder("192.0.2.1:80", "[2001:db8::1]:80");
        assertThat(resolve("both.test:80", Family.IPV4)).containsExactly("192.0.2.1:80");
        assertThat(resolve("both.test:80", Family.IPV6)).containsExactly("[2001:db8::1]:80");
        assertThat(resolve("four.test:80")).containsExactly("192.0.2.4:80");
        assertThat(resolve("six.test:80")).containsExactly("[2001:db8::6]:80");
        assertThat(resolve("B\u00fccher.TEST:80")).containsExactly("192.0.2.7:80");
    }

    @Test
    void followsAliases() throws Exception {
        assertThat(resolve("alias.test:80")).containsExactlyInAnyOrder("192.0.2.1:80", "[2001:db8::1]:80");
        assertThat(failure("lost.test:80").reason()).isIn(Reason.NO_SUCH_NAME, Reason.NO_ADDRESS);
    }

    @Test
    void asksByTcpForWhatADatagramCannotHold() throws Exception {
        assertThat(resolve("many.test:80", Family.IPV4)).hasSize(MANY);
    }

    @Test
    void tellsAWrongNameFromAWrongFamilyAndFromAServerInTrouble() throws Exception {
        assertThat(failure("nowhere.test:80").reason()).isEqualTo(Reason.NO_SUCH_NAME);
        assertThat(failure("four.test:80", Family.IPV6).reason()).isEqualTo(Reason.NO_ADDRESS);
        assertThat(failure("x.fail.test:80").reason()).isEqualTo(Reason.SERVER_FAILED);
        assertThat(failure("refused.example:80").reason()).isEqualTo(Reason.SERVER_FAILED);
    }

    /** Of a thousand look-ups about 800 begin with the one of weight 80; 600 and 1000 are out of all reason. */
    @Test
    void choosesAmongServiceRecordsByPriorityAndWeight() throws Exception {
        Map<String, Integer> first = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            List<String> targets = resolve("site.test:http");
            assertThat(targets).hasSize(4).endsWith("192.0.2.13:8083");
            assertThat(targets).contains("192.0.2.11:8081", "192.0.2.12:8082", "[2001:db8::12]:8082");
            first.merge(targets.get(0).contains(":8081") ? "one" : "two", 1, Integer::sum);
        }
        assertThat(first.get("one")).isBetween(700, 900);
    }

    @Test
    void takesNoForAnAnswerFromServiceRecords() throws Exception {
        assertThat(failure("none.test:http").reason()).isEqualTo(Reason.NO_SERVICE);
        assertThat(resolve("none.test:80")).containsExactly("192.0.2.14:80");
        // No such records, so the name itself with the port of the service.
        assertThat(resolve("four.test:https")).containsExactly("192.0.2.4:443");
        assertThat(resolve("four.test:unheard-of=99")).containsExactly("192.0.2.4:99");
    }

    @Test
    void waitsForASlowAnswerWithoutDelayingOthers() throws Exception {
        CompletableFuture<List<Target>> slow = ask(resolver, "a.slow.test:80", Family.IPV4);
        assertThat(upstream.asked.poll(10, TimeUnit.SECONDS)).isNotNull();
        for (int i = 0; i < 20; i++) {
            assertThat(resolve("four.test:" + i)).hasSize(1);
        }
        assertThat(slow).isNotDone();
        upstream.release();
        assertThat(slow.get(10, TimeUnit.SECONDS)).hasToString("[192.0.2.99:80]");
    }

    @Test
    void remembersForAsLongAsTheServerSays() throws Exception {
        assertThat(resolve("one.test:80", Family.IPV4)).hasSize(1);
        long before = questionsFor("one.test");
        assertThat(resolve("one.test:80", Family.IPV4)).hasSize(1);
        // What dnsmasq was told on its command line has a time to live of zero: it has to be asked again.
        assertThat(questionsFor("one.test")).isGreaterThan(before);
    }

    private static long questionsFor(String name) throws IOException {
        return dnsmasq.log().stream()
                .filter(line -> line.contains("query[A] " + name))
                .count();
    }

    private static ResolverOptions options() {
        int port = dnsmasq.port();
        return ResolverOptions.defaults().withServers(List.of(HostPort.of("127.0.0.1", port)));
    }

    private List<String> resolve(String target) throws Exception {
        return resolve(target, Family.ANY);
    }

    private List<String> resolve(String target, Family family) throws Exception {
        return ask(resolver, target, family).get(20, TimeUnit.SECONDS).stream()
                .map(Target::toString)
                .toList();
    }

    private ResolveFailure failure(String target) throws Exception {
        return failure(target, Family.ANY);
    }

    private ResolveFailure failure(String target, Family family) throws Exception {
        try {
            throw new AssertionError("found " + resolve(target, family));
        } catch (ExecutionException e) {
            return (ResolveFailure) e.getCause();
        }
    }

    private CompletableFuture<List<Target>> ask(Resolver asked, String target, Family family) {
        CompletableFuture<List<Target>> found = new CompletableFuture<>();
        Query query = Query.of(HostPort.parse(target), loop).withFamily(family);
        loop.execute(() -> asked.resolve(query).whenComplete((targets, error) -> {
            if (error == null) {
                found.complete(targets);
            } else {
                found.completeExceptionally(error);
            }
        }));
        return found;
    }
}
