package dev.jackfield.itest.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import org.junit.jupiter.api.Test;

/** Plain Java, no OSGi anywhere: the same jars as modules. */
class ModulePathIT {
    private static final String APPLICATION = "dev.jackfield.itest.modules/dev.jackfield.itest.modules.Get";
    private static final String SHELL = "dev.jackfield.shell/dev.jackfield.shell.Main";

    @Test
    void runsAnApplicationThatRequiresTheClientOnly() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(Run.java("-m", APPLICATION, origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void tellsTheApplicationThatNothingIsPluggedIn() throws Exception {
        try (Origin origin = new Origin()) {
            Run run = Run.java("--limit-modules", "dev.jackfield.itest.modules", "-m", APPLICATION, origin.url());

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("plain");
        }
    }

    @Test
    void printsTheBodyAndNothingElse() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(Run.java("-m", SHELL, "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }
}
