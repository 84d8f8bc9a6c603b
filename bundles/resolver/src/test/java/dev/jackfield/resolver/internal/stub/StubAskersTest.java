package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Connection;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many who ask, and who do not want to know any more. */
class StubAskersTest extends StubScene {
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
}
