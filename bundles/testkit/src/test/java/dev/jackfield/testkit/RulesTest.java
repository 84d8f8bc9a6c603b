package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has its tests, every test its rule and its flaw, and the package description names them all. */
class RulesTest {
    private static final int RULES = 11;
    private static final List<Class<?>> CONTRACTS =
            List.of(WireContract.class, ConnectorContract.class, LayerContract.class);

    @Test
    void everyTestSaysWhatItChecks() {
        assertThat(tests()).allSatisfy(test -> {
            SpiRule rule = test.getAnnotation(SpiRule.class);
            assertThat(rule).as("@SpiRule on " + test).isNotNull();
            assertThat(rule.value().length > 0 || !rule.javadoc().isEmpty())
                    .as("what @SpiRule says on " + test)
                    .isTrue();
            assertThat(IntStream.of(rule.value()).boxed()).allMatch(number -> number >= 1 && number <= RULES);
        });
    }

    @Test
    void everyTestIsThereToCatchSomething() {
        Set<String> catching = Stream.of(
                        Arrays.stream(FlawedWire.Flaw.values()).map(flaw -> flaw.caughtBy),
                        Arrays.stream(ConnectorFlaw.values()).map(flaw -> flaw.caughtBy),
                        Arrays.stream(LayerFlaw.values()).map(flaw -> flaw.caughtBy))
                .flatMap(Function.identity())
                .flatMap(Arrays::stream)
                .collect(Collectors.toSet());

        assertThat(tests().map(Method::getName).filter(name -> !catching.contains(name)))
                .as("tests that never caught anything")
                .isEmpty();
    }

    @Test
    void everyRuleHasTests() {
        assertThat(IntStream.rangeClosed(1, RULES)
                        .filter(number -> tests().noneMatch(about(number)))
                        .boxed())
                .as("rules without tests")
                .isEmpty();
    }

    @Test
    void thePackageDescriptionNamesThemAll() throws IOException {
        String rows = Stream.concat(
                        IntStream.rangeClosed(1, RULES).boxed().flatMap(RulesTest::rows),
                        javadocs().stream().flatMap(RulesTest::rows))
                .collect(Collectors.joining("\n"));
        String description = Files.readString(Path.of("src/main/java/dev/jackfield/testkit/package-info.java"))
                .replaceAll("\n \\* +", " ")
                .replaceAll(" *(<tr>)", "\n$1");

        assertThat(description).contains(rows);
    }

    private static Stream<String> rows(int number) {
        return CONTRACTS.stream().flatMap(contract -> row("" + number, contract, about(number)));
    }

    private static Stream<String> rows(String javadoc) {
        return CONTRACTS.stream()
                .flatMap(contract ->
                        row(javadoc, contract, test -> rule(test).javadoc().equals(javadoc)));
    }

    private static Stream<String> row(String what, Class<?> contract, Predicate<Method> which) {
        String names = tests(contract).filter(which).map(Method::getName).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of("<tr><td>" + what + "</td><td>"
                        + contract.getSimpleName().replace("Contract", "") + "</td><td>" + names + "</td></tr>");
    }

    private static Set<String> javadocs() {
        Set<String> all = tests().map(test -> rule(test).javadoc()).collect(Collectors.toCollection(TreeSet::new));
        all.remove("");
        return all;
    }

    private static Predicate<Method> about(int number) {
        return test -> Arrays.stream(rule(test).value()).anyMatch(each -> each == number);
    }

    private static SpiRule rule(Method test) {
        return test.getAnnotation(SpiRule.class);
    }

    private static Stream<Method> tests() {
        return CONTRACTS.stream().flatMap(RulesTest::tests);
    }

    /** In the order of their names, for the JVM has none. */
    private static Stream<Method> tests(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName));
    }
}
