package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Constants;

/** Every jar is a bundle and a module: what it says as the one is what it says as the other. */
class FacesIT {
    private static final String OURS = "dev.jackfield.";

    private static final String LAYER = OURS + "connector.Layer";
    private static final Set<String> PLUGGED = Set.of(OURS + "connector.Connector", LAYER);

    /** For each bundle one, which Declarative Services are not told to do; offered by hand. */
    private static final String CLIENT = OURS + "http.HttpClient";

    /** What only a framework has. */
    private static final String CLIENTS = OURS + "http.Clients";

    static Stream<BundleJar> jars() {
        return Jars.ours().stream().map(BundleJar::new);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void hasOneName(BundleJar jar) throws Exception {
        String name = jar.header(Constants.BUNDLE_SYMBOLICNAME);

        assertThat(name).isEqualTo(OURS + jar.toString().replace(".jar", "").replace('-', '.'));
        assertThat(jar.module().name()).isEqualTo(name);
        assertThat(jar.names(Constants.EXPORT_PACKAGE)).containsExactly(name);
        assertThat(jar.module().exports()).extracting(Exports::source).containsExactly(name);
        assertThat(jar.module().exports()).noneMatch(Exports::isQualified);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void providesTheSameOnModulePathAndClassPath(BundleJar jar) throws Exception {
        assertThat(jar.metaInfServices()).isEqualTo(jar.moduleProvides());
    }

    @ParameterizedTest
    @MethodSource("jars")
    void providesTheSameAsComponents(BundleJar jar) throws Exception {
        // Services under foreign types (commands for a console, say) have a face in OSGi only.
        Set<BundleJar.Provided> components = jar.components().stream()
                .flatMap(component -> component.provides().stream())
                .filter(provided -> provided.service().startsWith(OURS))
                .collect(Collectors.toSet());

        Set<BundleJar.Provided> provided = jar.moduleProvides().stream()
                .filter(other -> !other.service().equals(CLIENT))
                .collect(Collectors.toSet());
        assertThat(components).isEqualTo(provided);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void announcesWhatItOffersByHand(BundleJar jar) throws Exception {
        Set<String> announced = Pattern.compile("objectClass:List<String>=\"([^\"]*)\"")
                .matcher(jar.header(Constants.PROVIDE_CAPABILITY))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .collect(Collectors.toSet());

        assertThat(announced)
                .containsAll(jar.moduleProvides().stream()
                        .map(BundleJar.Provided::service)
                        .toList());
        assertThat(announced.contains(CLIENTS)).isEqualTo(jar.toString().equals("http.jar"));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void leavesDeclarativeServicesNoChoiceOfConstructors(BundleJar jar) throws Exception {
        // They go by the number of parameters alone; of two with the same number they may take the wrong one.
        try (URLClassLoader loader = Jars.loader()) {
            for (BundleJar.Component component : jar.components()) {
                assertThat(loader.loadClass(component.type()).getConstructors())
                        .as("public constructors of " + component)
                        .filteredOn(constructor -> constructor.getParameterCount() == component.parameters())
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void canBeMadeByServiceLoader(BundleJar jar) throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            for (BundleJar.Provided provided : jar.moduleProvides()) {
                Class<?> provider = loader.loadClass(provided.provider());
                assertThat(loader.loadClass(provided.service())).isAssignableFrom(provider);
                assertThat(Modifier.isPublic(provider.getModifiers())).isTrue();
                assertThat(provider.getConstructors())
                        .as("public constructors of " + provider)
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void plugsInUnderTheSameNames(BundleJar jar) throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            for (BundleJar.Component component : jar.components()) {
                if (component.provides().stream()
                        .map(BundleJar.Provided::service)
                        .anyMatch(PLUGGED::contains)) {
                    assertThat(nameOf(loader.loadClass(component.type())))
                            .as("what @JackfieldName says on " + component.type())
                            .isNotEmpty()
                            .isEqualTo(component.properties().get("jackfield.name"));
                }
            }
        }
    }

    @Test
    void layersAreAmongThem() throws Exception {
        Set<String> names = new HashSet<>();
        for (BundleJar jar : jars().toList()) {
            for (BundleJar.Component component : jar.components()) {
                if (component.provides().stream()
                        .anyMatch(provided -> provided.service().equals(LAYER))) {
                    names.add(component.properties().get("jackfield.name"));
                }
            }
        }

        assertThat(names).contains("connect", "forward", "socks4", "socks4a", "socks5", "tls");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void importsWhatItsModuleReads(BundleJar jar) throws Exception {
        // One name for all: the packages it imports are called like the modules they are in.
        Set<String> imports = jar.names(Constants.IMPORT_PACKAGE).stream()
                .filter(name -> name.startsWith(OURS))
                .filter(name ->
                        !name.equals(OURS + jar.toString().replace(".jar", "").replace('-', '.')))
                .collect(Collectors.toSet());

        assertThat(reads(jar.module())).containsAll(imports);
    }

    /** The annotation by its name, for this loader's is another type than ours. */
    private static String nameOf(Class<?> type) throws ReflectiveOperationException {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals(OURS + "connector.JackfieldName")) {
                return (String) annotation.annotationType().getMethod("value").invoke(annotation);
            }
        }
        return "";
    }

    private static Set<String> reads(ModuleDescriptor module) throws IOException {
        Set<String> names = new HashSet<>();
        for (Requires requires : module.requires()) {
            if (requires.name().startsWith(OURS)) {
                names.add(requires.name());
                names.addAll(readsTransitively(requires.name()));
            }
        }
        return names;
    }

    private static Set<String> readsTransitively(String name) throws IOException {
        Set<String> names = new HashSet<>();
        List<Requires> passedOn = new BundleJar(
                        Jars.named(name.substring(OURS.length()).replace('.', '-')))
                .module().requires().stream()
                        .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                        .filter(requires -> requires.name().startsWith(OURS))
                        .toList();
        for (Requires requires : passedOn) {
            names.add(requires.name());
            names.addAll(readsTransitively(requires.name()));
        }
        return names;
    }
}
