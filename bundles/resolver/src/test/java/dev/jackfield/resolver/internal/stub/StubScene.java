package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.Ipv4;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.internal.dns.RecordData;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stub before two servers that do what the test says, on a loop whose time the test says. */
abstract class StubScene {
    static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final int TRUNCATED = 0x0200;
    static final int SERVFAIL = 2;
    static final int NXDOMAIN = 3;

    Loops loops;
    SteeredLoop loop;
    ScriptedServer one;
    ScriptedServer two;
    Stub stub;

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

    Stub stub(List<String> search) {
        StubConfig config = new StubConfig(List.of(one.address(), two.address()), search, 1, TIMEOUT, 2, false, true);
        return new Stub(() -> config);
    }

    CompletableFuture<Answer> ask(String name) throws Exception {
        return loop.call(() -> stub.ask(name, RecordType.A, loop));
    }

    static Answer get(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(5, TimeUnit.SECONDS);
    }

    static void isGood(CompletableFuture<Answer> answer) throws Exception {
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.records().get(0).data())
                                .isEqualTo(new RecordData.A(new Ipv4(0x01020304))));
    }
}
