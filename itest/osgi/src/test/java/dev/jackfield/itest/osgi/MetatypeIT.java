package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.itest.osgi.MetatypeXml.Field;
import dev.jackfield.itest.osgi.MetatypeXml.Form;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Constants;

/** Forms ask for what the code knows, nothing else, and with the defaults of the code. */
class MetatypeIT {
    private static final Path ETC = Path.of("../../features/karaf/src/main/etc");
    private static final Set<String> PIDS = Set.of(
            "dev.jackfield.connector.fault",
            "dev.jackfield.connector.plain",
            "dev.jackfield.connector.tls.profile",
            "dev.jackfield.cookies",
            "dev.jackfield.http",
            "dev.jackfield.http.client",
            "dev.jackfield.loop",
            "dev.jackfield.resolver");

    /** They have a pid only so that another name can be given to them, and another connector below. */
    private static final Set<String> WITHOUT_SETTINGS =
            Set.of("dev.jackfield.connector.cache", "dev.jackfield.connector.trace");

    static Stream<BundleJar> jars() {
        return Jars.ours().stream().map(BundleJar::new);
    }

    @Test
    void everythingThatIsConfiguredHasAForm() throws Exception {
        Set<String> asked = new HashSet<>();
        Set<String> configured = new HashSet<>();
        for (BundleJar jar : jars().toList()) {
            MetatypeXml.of(jar.path()).forEach(form -> asked.add(form.pid()));
            jar.components().forEach(component -> configured.addAll(component.pids()));
        }

        configured.removeAll(WITHOUT_SETTINGS);
        assertThat(configured).isEqualTo(PIDS);
        assertThat(asked).isEqualTo(PIDS);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyQuestionHasANameAndHelp(BundleJar jar) throws Exception {
        for (Form form : MetatypeXml.of(jar.path())) {
            assertThat(form.name()).isNotBlank();
            assertThat(form.description()).isNotBlank();
            for (Field field : form.fields()) {
                assertThat(field.name()).as(field.id()).isNotBlank();
                assertThat(field.description()).as(field.id()).endsWith(".");
                assertThat(field.type().equals("Password"))
                        .as(field.id())
                        .isEqualTo(field.id().endsWith("password"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nobodyHasToMakeForms(BundleJar jar) throws Exception {
        assertThat(jar.names(Constants.IMPORT_PACKAGE)).noneMatch(name -> name.contains("metatype"));
        assertThat(jar.header(Constants.REQUIRE_CAPABILITY)).doesNotContain("metatype");
    }

    /** As the plain one, this does not mind others. */
    @Test
    void theFaultConnectorIsAskedForWhatItReads() throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            Map<?, ?> read = (Map<?, ?>) Reader.FAULT.read(loader, Map.of());
            assertThat(form(Reader.FAULT).fields())
                    .extracting(Field::id)
                    .containsExactlyInAnyOrderElementsOf(
                            read.keySet().stream().map(Object::toString).toList());
        }
    }

    /** The plain connector takes three texts, and does not mind others. */
    @Test
    void thePlainConnectorIsAskedForThree() throws Exception {
        assertThat(form(Reader.PLAIN).fields())
                .extracting(Field::id)
                .containsExactlyInAnyOrder("family", "serial", "stagger");
    }

    /** It does not mind others either, but tells what it goes by. */
    @Test
    void theFaultConnectorIsAskedForWhatItGoesBy() throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            assertThat(form(Reader.FAULT).fields())
                    .extracting(Field::id)
                    .hasSameElementsAs(((Map<?, ?>) Reader.FAULT.read(loader, Map.of()))
                            .keySet().stream().map(Object::toString).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "FAULT"})
    void asksForWhatTheCodeKnows(Reader reader) throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            Set<String> asked = form(reader).fields().stream().map(Field::id).collect(Collectors.toSet());
            // Told to whoever sets something else.
            assertThatThrownBy(() -> reader.read(loader, with(reader.base, "no-such-key", "x")))
                    .message()
                    .startsWith("Expected keys of " + new TreeSet<>(reader.knownKeys(asked)))
                    .endsWith("got \"no-such-key\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFormLeftAloneChangesNothing(Reader reader) throws Exception {
        Map<String, Object> left = new HashMap<>();
        form(reader).fields().stream()
                .filter(field -> !reader.apart.contains(field.id()))
                .forEach(field -> left.put(field.id(), field.value()));
        left.putAll(reader.base);

        try (URLClassLoader loader = Jars.loader()) {
            assertThat(reader.read(loader, left)).isEqualTo(reader.read(loader, reader.base));
        }
    }

    /** Features bring one for Karaf's etc: all is a comment there, to be made a setting by taking the sign away. */
    @ParameterizedTest
    @EnumSource(names = {"HTTP", "PLAIN", "FAULT"})
    void filesForEtcSayTheDefaults(Reader reader) throws Exception {
        Map<String, Object> defaults = new HashMap<>();
        for (String line : Files.readAllLines(ETC.resolve(reader.pid + ".cfg"))) {
            Matcher setting = Pattern.compile("# ([a-z.]+) =(.*)").matcher(line);
            if (setting.matches()) {
                defaults.put(setting.group(1), setting.group(2).strip());
            }
        }

        assertThat(defaults)
                .containsKeys(form(reader).fields().stream().map(Field::id).toArray(String[]::new));
        try (URLClassLoader loader = Jars.loader()) {
            assertThat(reader.read(loader, defaults)).isEqualTo(reader.read(loader, Map.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsTaken(Reader reader) throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            for (Field field : form(reader).fields()) {
                for (String option : field.options()) {
                    assertThat(reader.read(loader, with(reader.base, field.id(), option)))
                            .as(field.id() + "=" + option)
                            .isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rangesAreThoseOfTheCode(Reader reader) throws Exception {
        try (URLClassLoader loader = Jars.loader()) {
            for (Field field : form(reader).fields()) {
                for (String limit : limits(field)) {
                    assertThat(reader.read(loader, with(reader.base, field.id(), limit)))
                            .as(field.id() + "=" + limit)
                            .isNotNull();
                }
                if (!field.min().isEmpty()) {
                    String below = Long.toString(Long.parseLong(field.min()) - 1);
                    assertThatThrownBy(() -> reader.read(loader, with(reader.base, field.id(), below)))
                            .as(field.id() + "=" + below)
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    /** How the code reads what is configured under a pid. */
    enum Reader {
        HTTP("dev.jackfield.http", Map.of(), Set.of()) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                return call(loader, "http.internal.ConfiguredOptions", "read", config, Map.of());
            }
        },
        /** The name is read by another class. */
        CLIENT("dev.jackfield.http.client", Map.of(), Set.of("name")) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                return HTTP.read(loader, config);
            }
        },
        COOKIES("dev.jackfield.cookies", Map.of(), Set.of()) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                return call(loader, "cookies.internal.service.JarConfig", "read", config);
            }
        },
        TLS("dev.jackfield.connector.tls.profile", Map.of("name", "mine"), Set.of()) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                return call(loader, "connector.tls.internal.config.NamedProfile", "of", config);
            }
        },
        FAULT("dev.jackfield.connector.fault", Map.of(), Set.of()) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                return call(loader, "connector.fault.FaultSettings", "read", config);
            }
        },
        PLAIN("dev.jackfield.connector.plain", Map.of(), Set.of()) {
            @Override
            Object read(ClassLoader loader, Map<String, Object> config) throws Exception {
                Object defaults = call(loader, "connector.plain.PlainOptions", "defaults");
                String[] texts = Stream.of("family", "serial", "stagger")
                        .map(key -> config.containsKey(key) ? config.get(key).toString() : null)
                        .toArray(String[]::new);
                return call(
                        loader, "connector.plain.internal.OptionTexts", "read", defaults, texts[0], texts[1], texts[2]);
            }
        };

        final String pid;
        /** What a configuration cannot do without. */
        final Map<String, Object> base;
        /** What others read. */
        final Set<String> apart;

        Reader(String pid, Map<String, Object> base, Set<String> apart) {
            this.pid = pid;
            this.base = base;
            this.apart = apart;
        }

        abstract Object read(ClassLoader loader, Map<String, Object> config) throws Exception;

        Set<String> knownKeys(Set<String> asked) {
            Set<String> known = new HashSet<>(asked);
            known.removeAll(apart);
            return known;
        }

        /** The only method of that name and number of arguments, whoever may call it otherwise. */
        private static Object call(ClassLoader loader, String type, String name, Object... arguments) throws Exception {
            Method method = Stream.of(loader.loadClass("dev.jackfield." + type).getDeclaredMethods())
                    .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            try {
                return method.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private static Form form(Reader reader) throws Exception {
        List<Form> forms = new ArrayList<>();
        for (BundleJar jar : jars().toList()) {
            MetatypeXml.of(jar.path()).stream()
                    .filter(form -> form.pid().equals(reader.pid))
                    .forEach(forms::add);
        }
        assertThat(forms).as("forms of " + reader.pid).hasSize(1);
        return forms.get(0);
    }

    private static List<String> limits(Field field) {
        return Stream.of(field.min(), field.max())
                .filter(limit -> !limit.isEmpty())
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> base, String key, Object value) {
        Map<String, Object> map = new HashMap<>(base);
        map.put(key, value);
        return map;
    }
}
