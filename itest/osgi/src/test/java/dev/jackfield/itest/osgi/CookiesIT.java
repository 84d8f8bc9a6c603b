package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jar as a service, with the list of public suffixes out of its bundle. */
class CookiesIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    @Test
    void isPluggedIn() throws Exception {
        BiFunction<String, String, String> jar = framework.probe("cookies", BiFunction.class);

        assertThat(jar.apply("h.test", "a=b")).isEqualTo("a=b");
        assertThat(jar.apply("me.github.io", "c=d; Domain=github.io")).isEmpty();
    }
}
