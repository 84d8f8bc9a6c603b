package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.internal.body.PublishedSupplyVerification;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The reactive streams technology compatibility kit, which is made of TestNG's tests. */
class ReactiveStreamsTest {
    /** It is tried by hand, with a body that ends, in {@link StreamTest}. */
    private static final String NEEDS_AN_ENDLESS_BODY =
            "required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue";

    @ParameterizedTest
    @ValueSource(classes = {LiveBodyVerification.class, PublishedSupplyVerification.class})
    void keepsTheRules(Class<?> verification) {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG kit = new TestNG(false);
        kit.setVerbose(0);
        kit.setTestClasses(new Class<?>[] {verification});
        kit.addListener(results);
        kit.run();
        List<String> failures = results.getFailedTests().stream()
                .map(test -> test.getName() + ": " + test.getThrowable())
                .toList();
        assertThat(failures).isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        assertThat(results.getSkippedTests())
                .extracting(test -> test.getName())
                .filteredOn(name -> name.startsWith("required"))
                .isSubsetOf(NEEDS_AN_ENDLESS_BODY);
        assertThat(results.getPassedTests()).hasSizeGreaterThan(10);
    }
}
