package dev.jackfield.itest.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Certified;
import dev.jackfield.itest.origin.Origin;
import dev.jackfield.itest.origin.SocksProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain Java, no OSGi anywhere: the same jars as modules. */
class ModulePathIT {
    private static final String APPLICATION = "dev.jackfield.itest.modules/dev.jackfield.itest.modules.Get";
    private static final String SHELL = "dev.jackfield.shell/dev.jackfield.shell.Main";

    @TempDir
    Path directory;

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
    void findsLayersAmongTheModules() throws Exception {
        Certified certified = new Certified();
        try (Origin origin = certified.origin();
                SocksProxy proxy = new SocksProxy()) {
            String root = certified.root(directory).toString();
            String route = "plain > socks5(" + proxy.address() + ")";
            assertThat(Run.java("-m", SHELL, "get", "--cacert", root, "--route", route, origin.url()))
                    .isEqualTo(new Run(0, Origin.BODY, ""));
            assertThat(proxy.asked()).containsExactly("127.0.0.1");
        }
    }

    @Test
    void printsTheBodyAndNothingElse() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(Run.java("-m", SHELL, "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }
}
