package dev.jackfield.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code demo} at both doors: everything is swapped, and nothing lost. */
class DemoIT {
    private static final String SOME = " [1-9][0-9]*";

    private final Assembly assembly = Assembly.built();

    @Test
    void swapsOnTheModulePath() throws Exception {
        swaps(assembly.jackfield(), "--no-color");
    }

    @Test
    void swapsBundlesAndServicesInFelix() throws Exception {
        assertThat(swaps(assembly.osgi(), "--color").out())
                .contains("connector.plain [")
                .contains("demo.standin [");
    }

    private static Run swaps(Path door, String display) throws Exception {
        Run run = Run.of(door, "demo", display, "--seconds", "5", "--swap-every", "0.1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("\nswapped: connector" + SOME + ", resolver" + SOME + ", TLS profile" + SOME
                        + ", SOCKS layer" + SOME + ", cookie jar" + SOME + "\n[1-9][0-9]* requests," + SOME
                        + " swaps, 0 failed\n$");
        assertThat(run.status()).isZero();
        return run;
    }
}
