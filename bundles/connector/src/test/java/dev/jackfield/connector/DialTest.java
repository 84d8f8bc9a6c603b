package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialTest {
    private final Loops loops = Loops.create(1);
    private final ChannelLoop loop = loops.all().get(0);
    private final Dial dial = Dial.on(loop);
    private final List<String> undone = new ArrayList<>();

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @Test
    void refusesNegativeLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dial.on(loop, Duration.ofMillis(-1)))
                .withMessage("Expected a time limit of zero or more, got PT-0.001S");
    }

    @Test
    void hasNoWishesOfItsOwn() throws Exception {
        try (SocketChannel socket = SocketChannel.open()) {
            assertThat(dial.prepare(socket)).isZero();
            assertThat(Dial.on(loop, Duration.ofSeconds(3)).prepare(socket)).hasSeconds(3);
        }
        assertThat(dial.accepts(null)).isTrue();
        assertThat(dial.loop()).isSameAs(loop);
    }

    @Test
    void passesOnTheCallersWishes() throws Exception {
        Dial choosy = dial.preparing(socket -> {
                    undone.add("prepared");
                    return Duration.ofSeconds(1);
                })
                .accepting(wire -> false);
        assertThat(choosy.prepare(null)).hasSeconds(1);
        assertThat(choosy.accepts(null)).isFalse();
        assertThat(undone).containsExactly("prepared");
    }

    @Test
    void undoesOnceOnTheLoopWhoeverCancels() throws Exception {
        call(() -> {
            dial.whenCancelled(() -> undone.add("first, on loop " + loop.inLoop()));
            dial.whenCancelled(() -> undone.add("second"));
            return true;
        });
        dial.cancel();
        dial.close();
        assertThat(call(dial::cancelled)).isTrue();
        assertThat(undone).containsExactly("first, on loop true", "second");
    }

    @Test
    void undoesInsideTheCallOnTheLoop() throws Exception {
        call(() -> {
            dial.whenCancelled(() -> undone.add("undone"));
            dial.cancel();
            assertThat(undone).containsExactly("undone");
            dial.whenCancelled(() -> undone.add("late"));
            assertThat(undone).containsExactly("undone", "late");
            return true;
        });
    }

    /** Errors, too: what a bundle left behind that is gone throws them. */
    @Test
    void undoesTheRestWhenOneThrows() throws Exception {
        call(() -> {
            dial.whenCancelled(() -> {
                throw new IllegalStateException("thrown on purpose");
            });
            dial.whenCancelled(() -> undone.add("second"));
            dial.whenCancelled(() -> {
                throw new NoClassDefFoundError("thrown on purpose");
            });
            dial.whenCancelled(() -> undone.add("fourth"));
            dial.cancel();
            return true;
        });
        assertThat(undone).containsExactly("second", "fourth");
    }

    @Test
    void doesNotThrowWhenTheLoopHasEnded() {
        loops.close();
        assertThatCode(dial::close).doesNotThrowAnyException();
    }

    @Test
    void withinAnAttemptAsksWhomThatOneAsks() throws Exception {
        List<Hop> hops = new ArrayList<>();
        Dial outer = Dial.on(loop, Duration.ofSeconds(7))
                .preparing(socket -> Duration.ofSeconds(1))
                .accepting(wire -> false)
                .speaking(List.of("h2"))
                .reporting(hops::add);
        Dial inner = Dial.within(outer);
        inner.entering(null);

        assertThat(inner.loop()).isSameAs(loop);
        assertThat(inner.prepare(null)).hasSeconds(1);
        assertThat(inner.accepts(null)).isFalse();
        assertThat(inner.limit()).hasSeconds(7);
        assertThat(inner.protocols()).containsExactly("h2");
        assertThat(hops).hasSize(1);
        assertThat(inner.accepting(wire -> true).accepts(null)).isTrue();
    }

    @Test
    void withinAnAttemptIsCalledOffWithIt() throws Exception {
        Dial inner = Dial.within(dial).accepting(wire -> true);
        call(() -> {
            inner.whenCancelled(() -> undone.add("first"));
            inner.whenCancelled(() -> undone.add("second"));
            dial.cancel();
            assertThat(inner.cancelled()).isTrue();
            inner.whenCancelled(() -> undone.add("late"));
            return true;
        });

        assertThat(undone).containsExactly("first", "second", "late");
    }

    @Test
    void withinAnAttemptThatIsCalledOffIsItTooBeforeAnybodyAsks() throws Exception {
        call(() -> {
            dial.cancel();
            assertThat(Dial.within(dial).cancelled()).isTrue();
            Dial.within(dial).whenCancelled(() -> undone.add("at once"));
            return true;
        });

        assertThat(undone).containsExactly("at once");
    }

    @Test
    void calledOffAloneLeavesTheAttemptAsItIs() throws Exception {
        Dial inner = Dial.within(dial);
        call(() -> {
            dial.whenCancelled(() -> undone.add("outer"));
            inner.whenCancelled(() -> undone.add("inner"));
            inner.cancel();
            return true;
        });

        assertThat(undone).containsExactly("inner");
        assertThat(dial.cancelled()).isFalse();
    }

    private <T> T call(Callable<T> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(what.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }
}
