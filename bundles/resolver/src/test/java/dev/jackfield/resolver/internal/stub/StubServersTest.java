package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which server is asked, for how long, and whose answer counts. */
class StubServersTest extends StubScene {
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
