package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/** The features name what a bare framework needs: no less, and as far as others' bundles go, no more. */
class ResolveIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.bare();

    static Stream<String> features() throws Exception {
        return Features.read().names().stream();
    }

    static Stream<String> infrastructure() {
        return Jars.INFRASTRUCTURE.stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void startsWithWhatTheFeatureNames(String feature) throws Exception {
        List<Bundle> bundles =
                framework.install(Jars.named(Features.read().bundles(feature)).toList());

        for (Bundle bundle : bundles) {
            bundle.start();
        }

        assertThat(bundles).isNotEmpty().allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    @ParameterizedTest
    @MethodSource("infrastructure")
    void cannotDoWithout(String artifact) throws Exception {
        List<String> rest = new ArrayList<>(Features.read().bundles("jackfield"));
        rest.remove(artifact);
        List<Bundle> bundles = framework.install(Jars.named(rest).toList());

        boolean resolved =
                framework.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(bundles);

        assertThat(resolved).isFalse();
    }
}
