package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.Wire;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Connection;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What did not fit into a datagram, and servers that are as bad at TCP. */
class StubStreamsTest extends StubScene {
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
}
