package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.ScriptedServer.Query;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More questions than one loop asks at once, before a server that is silent to most of them. */
class CrowdTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final List<CompletableFuture<Answer>> crowd = new ArrayList<>();
    private Loops loops;
    private SteeredLoop steered;
    private ScriptedServer server;
    private Stub stub;

    @BeforeEach
    void start() throws IOException {
        loops = Loops.create(1);
        steered = new SteeredLoop(loops.all().get(0));
        server = new ScriptedServer();
        StubConfig config = new StubConfig(List.of(server.address()), List.of(), 1, TIMEOUT, 1, false, true);
        stub = new Stub(() -> config);
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        try {
            steered.call(() -> {
                crowd.forEach(answer -> answer.cancel(false));
                return null;
            });
            assertThat(steered.call(loops::load)).isEqualTo(Load.ZERO);
            assertThat(steered.timers()).isEmpty();
        } finally {
            loops.close();
            server.close();
        }
    }

    private CompletableFuture<Answer> ask(String name, ChannelLoop loop) throws Exception {
        CompletableFuture<Answer> answer = steered.call(() -> stub.ask(name, RecordType.A, loop));
        crowd.add(answer);
        return answer;
    }

    private Query askSilently(String name, ChannelLoop loop) throws Exception {
        ask(name, loop);
        return server.receive();
    }

    @Test
    void doesNotCountThoseWhoseServerIsSilent() throws Exception {
        for (int i = 0; i < Desk.MOST_UNDER_WAY; i++) {
            askSilently("n" + i + ".test", steered);
        }
        assertThat(steered.timers()).containsOnly(TIMEOUT);
        ask("first.test", steered);
        ask("second.test", steered);
        assertThat(server.isQuiet()).isTrue();
        assertThat(steered.timers()).containsOnlyOnce(Desk.STALE);

        steered.expire();
        assertThat(List.of(server.receive().name(), server.receive().name()))
                .containsExactly("first.test", "second.test");
        assertThat(steered.timers()).containsOnly(TIMEOUT);
    }

    @Test
    void hasOnlySoManyOpenHoweverOldTheyAre() throws Exception {
        Query last = null;
        for (int i = 0; i < Desk.MOST_OPEN; i++) {
            ask("n" + i + ".test", steered);
            if (i > 0 && i % Desk.MOST_UNDER_WAY == 0) {
                steered.expire();
            }
            last = server.receive();
        }
        assertThat(steered.call(loops::load).channels()).isEqualTo(Desk.MOST_OPEN);
        ask("patient.test", steered);
        assertThat(server.isQuiet()).isTrue();
        assertThat(steered.timers()).as("age is of no use now").containsOnly(TIMEOUT);

        server.send(last, last.good());
        assertThat(server.receive().name()).isEqualTo("patient.test");
    }

    @Test
    void doesNotLetFourHundredSilentNamesHoldUpAnother() throws Exception {
        ChannelLoop real = loops.all().get(0);
        for (int i = 0; i < Desk.MOST_UNDER_WAY; i++) {
            askSilently("n" + i + ".test", real);
        }
        for (int i = Desk.MOST_UNDER_WAY; i < 400; i++) {
            ask("n" + i + ".test", real);
        }
        CompletableFuture<Answer> good = ask("good.test", real);
        Query query = server.receive();
        while (!query.name().equals("good.test")) {
            query = server.receive();
        }
        server.send(query, query.good());
        assertThat(good.get(2, TimeUnit.SECONDS)).isInstanceOf(Answer.Found.class);
    }
}
