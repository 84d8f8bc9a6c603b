package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.loop.Load;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ManualLoopsTest {
    private final ManualLoop manual = new ManualLoop();
    private final ManualLoops loops = new ManualLoops(manual);

    @Test
    void isTheOneLoopOfItsSet() {
        assertThat(loops.all()).containsExactly(loops);
        assertThat(loops.of("a key")).isSameAs(loops);
        assertThat(loops.manual()).isSameAs(manual);
    }

    @Test
    void turnsWhenTheManualLoopDoes() {
        List<String> ran = new ArrayList<>();
        loops.execute(() -> ran.add("task " + loops.inLoop()));
        loops.blocking().execute(() -> ran.add("work " + loops.inLoop()));
        loops.after(Duration.ofSeconds(1), () -> ran.add("timer at " + loops.nanoTime()));
        assertThat(ran).isEmpty();
        assertThat(loops.load()).isEqualTo(new Load(0, 1));

        manual.settle();
        manual.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("task true", "work false", "timer at 1000000000");
        assertThat(loops.load()).isEqualTo(Load.ZERO);
    }

    @Test
    void hasNoChannels() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            assertThat(sink.isOpen()).isTrue();
            assertThatIOException()
                    .isThrownBy(() -> loops.watch(source, 0, ready -> {}))
                    .withMessageContaining("Expected no channel");
        }
    }

    @Test
    void endsTheLoopWhenClosed() {
        loops.close();

        assertThatThrownBy(() -> manual.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
