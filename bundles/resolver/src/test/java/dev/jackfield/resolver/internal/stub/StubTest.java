package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Connection;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The whole way of a look-up, before servers that do what the test says. */
class StubTest extends StubScene {
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
}
