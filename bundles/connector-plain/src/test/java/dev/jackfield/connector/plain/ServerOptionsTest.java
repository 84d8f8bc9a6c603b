package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {
    private final ServerOptions defaults = ServerOptions.defaults();

    @Test
    void hasTheDefaultsItDocuments() {
        assertThat(defaults.acceptsPerTurn()).isEqualTo(64);
        assertThat(defaults.pause()).isEqualTo(Duration.ofMillis(100));
        assertThat(defaults.permissions()).isEmpty();
    }

    @Test
    void changesOneThingAtATime() {
        Set<PosixFilePermission> ours = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        ServerOptions.Preparation preparation = (channel, local) -> 1;
        ServerOptions options = defaults.withAcceptsPerTurn(1)
                .withPause(Duration.ofMillis(1))
                .withPermissions(ours)
                .withPreparation(preparation);
        assertThat(options).isEqualTo(new ServerOptions(preparation, 1, Duration.ofMillis(1), ours));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withAcceptsPerTurn(0))
                .withMessage("acceptsPerTurn: expected at least 1, got 0");
        for (Duration wrong : new Duration[] {
            Duration.ZERO, Duration.ofMillis(-1), Duration.ofHours(1).plusNanos(1)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> defaults.withPause(wrong))
                    .withMessage("pause: expected 1 ms to one hour, got " + wrong);
        }
    }
}
