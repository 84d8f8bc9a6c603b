package dev.jackfield.itest.peers;

import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.BODY;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.CONTENT_TYPE;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.HEADERS;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.METHOD;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.PATH;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.PROTOCOL_VERSION;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.QUERY;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.REQUEST;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.RESPONSE;
import static org.apache.hc.core5.testing.framework.ClientPOJOAdapter.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.testing.framework.ClientPOJOAdapter;
import org.apache.hc.core5.testing.framework.ClientTestingAdapter;
import org.apache.hc.core5.testing.framework.TestingFramework;
import org.apache.hc.core5.testing.framework.TestingFrameworkException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Apache HttpComponents ask of a client: their server says whether it got what was meant, and we what came of it. */
class TestingFrameworkIT {
    private final Loops loops = Loops.create(1);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, Panel.open());
    private final FrameworkAdapter adapter = new FrameworkAdapter(client);

    @AfterEach
    void nothingIsLeftBehind() {
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
    }

    @Test
    void itsOwnTests() throws Exception {
        framework().runTests();

        assertThat(adapter.executed()).isEqualTo(2 * TestingFramework.ALL_METHODS.size());
    }

    @Test
    void everyMethodWithEveryStatus() throws Exception {
        TestingFramework framework = empty();
        int count = 0;
        for (String method : TestingFramework.ALL_METHODS) {
            for (int status : new int[] {200, 201, 202, 203, 206, 300, 302, 307, 400, 401, 404, 410, 418, 500, 503}) {
                framework.addTest(test(Map.of(METHOD, method), Map.of(STATUS, status)));
                count++;
            }
        }

        framework.runTests();

        assertThat(adapter.executed()).isEqualTo(count);
    }

    @Test
    void bodiesOfEverySize() throws Exception {
        TestingFramework framework = empty();
        for (int size = 1; size < 2_000_000; size *= 3) {
            String text = "x".repeat(size - 1) + "\u00e4";
            Map<String, Object> body = Map.of(BODY, text, CONTENT_TYPE, "text/plain; charset=UTF-8");
            Map<String, Object> request = new HashMap<>(body);
            request.put(METHOD, "POST");
            framework.addTest(test(request, body));
        }

        framework.runTests();

        assertThat(adapter.executed()).isEqualTo(14);
    }

    @Test
    void fieldsAndQueries() throws Exception {
        TestingFramework framework = empty();
        Map<String, String> odd =
                Map.of("X-Empty", "", "x-tokens!#$%&'*+-.^_`|~", "a \t b", "X-Quoted", "\"a,b\";c=\"\\\"\"");
        Map<String, Object> request =
                Map.of(METHOD, "GET", PATH, "a/b;c=d/%7Ee", QUERY, Map.of("a", "b&c d", "e", ""), HEADERS, odd);
        framework.addTest(test(request, Map.of(HEADERS, odd)));

        framework.runTests();

        assertThat(adapter.executed()).isOne();
    }

    @Test
    void whatIsNotSpokenIsSkipped() throws Exception {
        TestingFramework framework = empty();
        framework.addTest(test(Map.of(METHOD, "GET", PROTOCOL_VERSION, HttpVersion.HTTP_1_0), Map.of()));

        framework.runTests();

        assertThat(adapter.executed()).isZero();
    }

    /** Else all of the above would prove nothing. */
    @ParameterizedTest
    @CsvSource({
        METHOD + ", PUT, ''",
        BODY + ", other, ''",
        CONTENT_TYPE + ", text/other, ''",
        "'', '', " + STATUS,
        "'', '', " + BODY,
        "'', '', " + CONTENT_TYPE,
    })
    void aDifferenceIsNoticed(String changed, String value, String mistold) throws Exception {
        TestingFramework framework = new TestingFramework(new ClientTestingAdapter(new ClientPOJOAdapter() {
            @Override
            public String getClientName() {
                return "a client that gets it wrong";
            }

            @Override
            public Map<String, Object> execute(String base, Map<String, Object> wanted) throws Exception {
                Map<String, Object> other = new HashMap<>(wanted);
                other.replace(changed, value);
                Map<String, Object> told = adapter.execute(base, other);
                told.replace(mistold, "wrong");
                return told;
            }
        }));
        framework.deleteTests();
        Map<String, Object> body = Map.of(BODY, "right", CONTENT_TYPE, "text/plain");
        Map<String, Object> request = new HashMap<>(body);
        request.put(METHOD, "POST");
        framework.addTest(test(request, body));

        assertThatThrownBy(framework::runTests).isInstanceOf(TestingFrameworkException.class);
    }

    private TestingFramework framework() throws TestingFrameworkException {
        return new TestingFramework(new ClientTestingAdapter(adapter));
    }

    private TestingFramework empty() throws TestingFrameworkException {
        TestingFramework framework = framework();
        framework.deleteTests();
        return framework;
    }

    private static Map<String, Object> test(Map<String, Object> request, Map<String, Object> response) {
        Map<String, Object> test = new HashMap<>();
        test.put(REQUEST, new HashMap<>(request));
        test.put(RESPONSE, new HashMap<>(response));
        return test;
    }
}
