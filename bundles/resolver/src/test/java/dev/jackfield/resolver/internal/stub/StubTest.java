package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.Ipv4;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.RecordData;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Connection;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of a look-up, before servers that do what the test says. */
class StubTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int TRUNCATED = 0x0200;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;

    private Loops loops;
    private SteeredLoop loop;
    private ScriptedServer one;
    private ScriptedServer two;
    private Stub stub;

    @BeforeEach
    void start() throws IOException {
        loops = Loops.create(1);
        loop = new SteeredLoop(loops.all().get(0));
        one = new ScriptedServer();
        two = new ScriptedServer();
        stub = stub(List.of());
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        try {
            assertThat(loop.call(loops::load)).isEqualTo(Load.ZERO);
            assertThat(loop.timers()).isEmpty();
        } finally {
            loops.close();
            one.close();
            two.close();
        }
    }

    private Stub stub(List<String> search) {
        StubConfig config = new StubConfig(List.of(one.address(), two.address()), search, 1, TIMEOUT, 2, false, true);
        return new Stub(() -> config);
    }

    private CompletableFuture<Answer> ask(String name) throws Exception {
        return loop.call(() -> stub.ask(name, RecordType.A, loop));
    }

    private static Answer get(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(5, TimeUnit.SECONDS);
    }

    private static void isGood(CompletableFuture<Answer> answer) throws Exception {
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.records().get(0).data())
                                .isEqualTo(new RecordData.A(new Ipv4(0x01020304))));
    }

    @Test
    void findsAnAddress() throws Exception {
        CompletableFuture<Answer> answer = ask("A.test");
        assertThat(loop.timers()).containsExactly(TIMEOUT);
        Query query = one.receive();
        assertThat(query.name()).isEqualTo("a.test");
        one.send(query, query.good());
        isGood(answer);
    }

    @Test
    void completesOnTheLoopAndAfterTheCall() throws Exception {
        AtomicBoolean returned = new AtomicBoolean();
        CompletableFuture<Boolean> right = new CompletableFuture<>();
        loop.call(() -> {
            stub.ask("a..b", RecordType.A, loop).thenRun(() -> right.complete(loop.inLoop() && returned.get()));
            returned.set(true);
            return null;
        });
        assertThat(right.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void completesAfterTheCallWhenNobodyCanBeAsked() throws Exception {
        AtomicBoolean returned = new AtomicBoolean();
        CompletableFuture<Boolean> right = new CompletableFuture<>();
        Stub nobody = new Stub(() -> StubConfig.defaults(List.of()));
        CompletableFuture<Answer> answer = loop.call(() -> {
            CompletableFuture<Answer> begun = nobody.ask("a.test", RecordType.A, loop);
            begun.thenRun(() -> right.complete(loop.inLoop() && returned.get()));
            returned.set(true);
            return begun;
        });
        assertThat(right.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(get(answer))
                .isEqualTo(new Answer.Failed(Reason.UNAVAILABLE, "No name server answered for a.test: none is known"));
    }

    @Test
    void refusesWhatIsNoName() throws Exception {
        assertThat(get(ask("a..b"))).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(failed.why()).contains("an empty one at character");
        });
        DnsName dotted = DnsName.of("a\\.b");
        assertThat(get(loop.call(() -> stub.askAbsolute(dotted, RecordType.A, loop))))
                .isInstanceOf(Answer.Failed.class);
        assertThat(one.isQuiet()).isTrue();
    }

    @Test
    void refusesCallsFromElsewhere() {
        assertThatIllegalStateException().isThrownBy(() -> stub.ask("a.test", RecordType.A, loop));
    }

    @Test
    void goesThroughSearchListAndAliases() throws Exception {
        stub = stub(List.of("x.test"));
        CompletableFuture<Answer> answer = ask("a");
        Query first = one.receive();
        assertThat(first.name()).isEqualTo("a.x.test");
        one.send(first, first.reply(NXDOMAIN, 0));
        Query second = one.receive();
        assertThat(second.name()).isEqualTo("a");
        one.send(second, second.reply(0, 1).cname("a", 60, "b.test"));
        Query third = one.receive();
        assertThat(third.name()).isEqualTo("b.test");
        one.send(third, third.good());
        isGood(answer);
    }

    @Test
    void leavesTheSearchListOutForCompleteNames() throws Exception {
        stub = stub(List.of("x.test"));
        CompletableFuture<Answer> answer = loop.call(() -> stub.askAbsolute("a", RecordType.SRV, loop));
        Query query = one.receive();
        assertThat(query.name()).isEqualTo("a");
        one.send(query, query.reply(NXDOMAIN, 0));
        assertThat(get(answer)).isEqualTo(new Answer.NoSuchName(0));
    }

    @Test
    void asksFromAnotherPortWithAnotherIdEachTime() throws Exception {
        Set<Integer> ports = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Answer> answer = ask("a.test");
            Query query = one.receive();
            ports.add(((InetSocketAddress) query.from()).getPort());
            ids.add(query.id());
            one.send(query, query.good());
            isGood(answer);
        }
        assertThat(ports).hasSizeGreaterThan(15).allMatch(port -> port >= 1024);
        assertThat(ids).hasSizeGreaterThan(15);
    }

    @Test
    void goesToTheNextServerWhenTheTimeIsOver() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        loop.expire();
        Query second = two.receive();
        // Too late: nobody listens any more.
        one.send(first, first.good());
        two.send(second, second.good());
        isGood(answer);
    }

    @Test
    void givesUpWhenAllAreSilent() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        for (int i = 0; i < 4; i++) {
            (i % 2 == 0 ? one : two).receive();
            assertThat(loop.timers()).containsExactly(TIMEOUT);
            loop.expire();
        }
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT));
    }

    @Test
    void remembersWhoWasSilent() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        one.receive();
        loop.expire();
        Query query = two.receive();
        two.send(query, query.good());
        isGood(answer);

        answer = ask("b.test");
        query = two.receive();
        two.send(query, query.good());
        isGood(answer);
        assertThat(one.isQuiet()).isTrue();
    }

    @Test
    void goesToTheNextServerAtOnceWhereNobodyListens() throws Exception {
        one.close();
        CompletableFuture<Answer> answer = ask("a.test");
        Query query = two.receive();
        two.send(query, query.good());
        isGood(answer);
    }

    @Test
    void goesToTheNextServerAfterAFailure() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.send(first, first.reply(SERVFAIL, 0));
        Query second = two.receive();
        two.send(second, second.good());
        isGood(answer);
    }

    @Test
    void ignoresWhatSomebodyElseSends() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query query = one.receive();
        byte[] forged = query.reply(0, 1).a("a.test", 60, "06060606").octets();
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            other.send(new DatagramPacket(forged, forged.length, query.from()));
        } catch (SocketException refusedByTheSystem) {
            // Just as good.
        }
        byte[] wrongId = forged.clone();
        wrongId[1]++;
        one.send(query, new Wire().octets(wrongId));
        one.send(query, new Wire());
        one.send(query, query.good());
        isGood(answer);
    }

    @Test
    void givesUpAServerThatSendsEmptyDatagrams() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        for (int i = 0; i <= Inquiry.MOST_STRAYS; i++) {
            one.send(first, new Wire());
        }
        Query second = two.receive();
        two.send(second, second.good());
        isGood(answer);
    }

    @Test
    void asksOverTcpWhatDidNotFit() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.send(first, first.reply(TRUNCATED, 0));
        try (Connection connection = one.accept()) {
            assertThat(loop.timers()).containsExactly(TIMEOUT);
            assertThat(connection.query().name()).isEqualTo("a.test");
            assertThat(connection.query().id()).isNotEqualTo(first.id());
            Wire wire = connection.query().reply(0, 3000);
            for (int i = 0; i < 3000; i++) {
                wire.u16(0xC00C, 1, 1).u32(60).u16(4).u32(0x01020304);
            }
            connection.write(ScriptedServer.framed(wire));
            isGood(answer);
            assertThat(connection.isOver()).isTrue();
        }
        assertThat(((Answer.Found) get(answer)).records()).hasSize(Answer.Found.MOST_RECORDS);
    }

    @Test
    void takesSingleOctetsOverTcp() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.send(first, first.reply(TRUNCATED, 0));
        try (Connection connection = one.accept()) {
            connection.socket().setTcpNoDelay(true);
            for (byte octet : ScriptedServer.framed(connection.query().good())) {
                connection.write(octet);
            }
            isGood(answer);
        }
    }

    @Test
    void goesOnWhenTcpHangsUpEarly() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.send(first, first.reply(TRUNCATED, 0));
        try (Connection connection = one.accept()) {
            connection.write((byte) 0, (byte) 99, (byte) 1);
        }
        two.send(two.receive(), new Wire());
        loop.expire();
        // The first server has hung up, so only the second gets another turn.
        two.receive();
        loop.expire();
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.why()).contains("hung up after 1 of 99 octets"));
    }

    @Test
    void goesOnWhenTcpLiesAboutTheLength() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.send(first, first.reply(TRUNCATED, 0));
        try (Connection connection = one.accept()) {
            byte[] framed = ScriptedServer.framed(connection.query().good());
            framed[1]--;
            connection.write(framed);
            Query second = two.receive();
            two.send(second, second.reply(TRUNCATED, 0));
            try (Connection next = two.accept()) {
                byte[] longer = ScriptedServer.framed(next.query().good());
                longer[1]++;
                next.write(longer);
                assertThat(loop.timers()).containsExactly(TIMEOUT);
                loop.expire();
                assertThat(next.isOver()).isTrue();
            }
        }
        Query third = two.receive();
        two.send(third, third.good());
        isGood(answer);
    }

    @Test
    void goesOnWhereTcpIsRefused() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query first = one.receive();
        one.closeStreams();
        one.send(first, first.reply(TRUNCATED, 0));
        Query second = two.receive();
        two.send(second, second.good());
        isGood(answer);
    }

    @Test
    void doesNotAskForEverWhereTcpIsTruncatedToo() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        for (ScriptedServer server : List.of(one, two)) {
            Query query = server.receive();
            server.send(query, query.reply(TRUNCATED, 0));
            try (Connection connection = server.accept()) {
                connection.write(ScriptedServer.framed(connection.query().reply(TRUNCATED, 0)));
                assertThat(connection.isOver()).isTrue();
            }
        }
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.SERVER_FAILED));
    }

    @Test
    void asksAServerOverIpv6() throws Exception {
        ScriptedServer server;
        try {
            server = new ScriptedServer(InetAddress.getByName("::1"));
        } catch (IOException e) {
            assumeTrue(false, "No IPv6 here: " + e);
            return;
        }
        try (server) {
            StubConfig config = StubConfig.defaults(List.of(server.address()));
            stub = new Stub(() -> config);
            CompletableFuture<Answer> answer = ask("a.test");
            Query first = server.receive();
            server.send(first, first.reply(TRUNCATED, 0));
            try (Connection connection = server.accept()) {
                connection.write(ScriptedServer.framed(connection.query().good()));
                isGood(answer);
            }
        }
    }

    @Test
    void asksEqualQuestionsOnce() throws Exception {
        CompletableFuture<Answer> first = ask("a.test");
        CompletableFuture<Answer> second = ask("A.TEST.");
        CompletableFuture<Answer> third = ask("a.test");
        CompletableFuture<Answer> other = loop.call(() -> stub.ask("a.test", RecordType.AAAA, loop));
        first.cancel(false);
        Query query = one.receive();
        Query otherQuery = one.receive();
        assertThat(one.isQuiet()).isTrue();
        one.send(query, query.good());
        isGood(second);
        isGood(third);
        assertThat(other).isNotDone();
        one.send(otherQuery, otherQuery.reply(NXDOMAIN, 0));
        assertThat(get(other)).isEqualTo(new Answer.NoSuchName(0));
    }

    @Test
    void letsGoOfEverythingWithTheLastAsker() throws Exception {
        CompletableFuture<Answer> first = ask("a.test");
        CompletableFuture<Answer> second = ask("a.test");
        one.receive();
        Load load = loop.call(() -> {
            first.cancel(false);
            return loops.load();
        });
        assertThat(load.channels()).isOne();
        load = loop.call(() -> {
            second.cancel(false);
            return loops.load();
        });
        assertThat(load).isEqualTo(Load.ZERO);
        assertThat(loop.timers()).isEmpty();
    }

    @Test
    void letsGoWhenCancelledFromElsewhere() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        one.receive();
        answer.cancel(false);
        assertThat(loop.call(loops::load)).isEqualTo(Load.ZERO);
    }

    @Test
    void letsGoOfConnections() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        Query query = one.receive();
        one.send(query, query.reply(TRUNCATED, 0));
        try (Connection connection = one.accept()) {
            answer.cancel(false);
            assertThat(connection.isOver()).isTrue();
        }
    }

    @Test
    void hasOnlySoManyQuestionsUnderWayAndTheRestInOrder() throws Exception {
        int most = Desk.MOST_UNDER_WAY;
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < most + 3; i++) {
            answers.add(ask("n" + i + ".test"));
            if (i < most) {
                queries.add(one.receive());
                asked.add(queries.get(i).name());
            }
        }
        assertThat(asked).hasSize(most);
        assertThat(one.isQuiet()).isTrue();
        assertThat(loop.timers()).hasSize(most + 1).contains(Desk.STALE);

        // One that waits is called off, so the next takes its turn.
        loop.call(() -> answers.get(most).cancel(false));
        one.send(queries.get(7), queries.get(7).good());
        isGood(answers.get(7));
        Query next = one.receive();
        assertThat(next.name()).isEqualTo("n" + (most + 1) + ".test");
        loop.call(() -> answers.get(3).cancel(false));
        assertThat(one.receive().name()).isEqualTo("n" + (most + 2) + ".test");
        one.send(next, next.good());
        isGood(answers.get(most + 1));
        loop.call(() -> {
            answers.forEach(answer -> answer.cancel(false));
            return null;
        });
    }

    @Test
    void aSilentServerDelaysNoOtherLookUp() throws Exception {
        CompletableFuture<Answer> stuck = ask("stuck.test");
        one.receive();
        for (int i = 0; i < 50; i++) {
            CompletableFuture<Answer> answer = ask("n" + i + ".test");
            Query query = one.receive();
            one.send(query, query.good());
            isGood(answer);
        }
        assertThat(stuck).isNotDone();
        stuck.cancel(false);
    }

    @Test
    void mayBeAskedAgainFromWithinAnAnswer() throws Exception {
        CompletableFuture<Answer> chained = loop.call(() ->
                stub.ask("a.test", RecordType.A, loop).thenCompose(first -> stub.ask("a.test", RecordType.A, loop)));
        for (int i = 0; i < 2; i++) {
            Query query = one.receive();
            one.send(query, query.good());
        }
        isGood(chained);
    }

    @Test
    void failsWhenTheLoopEnds() throws Exception {
        CompletableFuture<Answer> answer = ask("a.test");
        one.receive();
        loops.close();
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNAVAILABLE));
        assertThat(loop.timers()).isEmpty();
        loops = Loops.create(1);
        loop = new SteeredLoop(loops.all().get(0));
    }

    @Test
    void armsNothingThatStays() throws Exception {
        ChannelLoop real = loops.all().get(0);
        CompletableFuture<Answer> answer = loop.call(() -> stub.ask("a.test", RecordType.A, real));
        Query query = one.receive();
        assertThat(loop.call(loops::load)).isEqualTo(new Load(1, 1));
        one.send(query, query.good());
        isGood(answer);
    }

    @Test
    void hearsTheLoopsOwnTimers() throws Exception {
        ChannelLoop real = loops.all().get(0);
        StubConfig config = new StubConfig(
                List.of(one.address(), two.address()), List.of(), 1, Duration.ofMillis(20), 2, false, true);
        Stub hasty = new Stub(() -> config);
        CompletableFuture<Answer> answer = loop.call(() -> hasty.ask("a.test", RecordType.A, real));
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(List.of(
                        one.receive().name(),
                        two.receive().name(),
                        one.receive().name(),
                        two.receive().name()))
                .containsOnly("a.test");
    }
}
