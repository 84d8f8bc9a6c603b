package dev.jackfield.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RemoteLoadTest {
    /** Says what it was asked for; cannot count to 13. */
    public static final class Echo implements Load {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            RemoteLoad.serve(new Echo());
        }

        @Override
        public Round round(int amount) {
            if (amount == 13) {
                System.exit(1);
            }
            return new Round(amount, 2, 3, 4);
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    @Test
    void figuresComeFromAnotherProcess() throws IOException {
        try (RemoteLoad load = RemoteLoad.start(Echo.class)) {
            assertThat(load.round(1)).isEqualTo(new Round(1, 2, 3, 4));
            assertThat(load.round(5)).isEqualTo(new Round(5, 2, 3, 4));
        }
    }

    @Test
    void aProcessThatEndsIsTold() throws IOException {
        try (RemoteLoad load = RemoteLoad.start(Echo.class)) {
            assertThatThrownBy(() -> load.round(13))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it has ended");
        }
    }
}
