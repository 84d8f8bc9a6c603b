package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fetch http://127.0.0.1/",
                "--nonsense",
                "get",
                "get --nonsense http://127.0.0.1/",
                "get http://127.0.0.1/ http://127.0.0.2/",
                "request POST",
                "get -m 0 http://127.0.0.1/",
                "get -m soon http://127.0.0.1/",
                "get -m -1 http://127.0.0.1/",
                "get -m 1e9 http://127.0.0.1/",
                "get -H nonsense http://127.0.0.1/",
                "get -H Content-Length:5 http://127.0.0.1/",
                "get -H Host: http://127.0.0.1/",
                "get -A a\nb http://127.0.0.1/",
                "get -H X:\u0007 http://127.0.0.1/",
                "get -H \u00fc:1 http://127.0.0.1/",
                "get -X G\tT http://127.0.0.1/",
                "get --connector a/b http://127.0.0.1/",
                "get --connector= http://127.0.0.1/",
                "get --route plain --connector plain http://127.0.0.1/",
                "get --route plain -x 127.0.0.1:1 http://127.0.0.1/",
                "get --route @/no/such/file http://127.0.0.1/",
                "get -x ftp://127.0.0.1:1 http://127.0.0.1/",
                "get --no-proxy http://x http://127.0.0.1/",
                "get --route tls(high)>plain>forward(a@b@c:1) http://127.0.0.1/",
                "get --route plain>socks4(user:pw@127.0.0.1:1) http://127.0.0.1/",
                "get -k --tls high https://127.0.0.1/",
                "get -k --cacert x https://127.0.0.1/",
                "get --tls= https://127.0.0.1/",
                "get --cacert /no/such/file https://127.0.0.1/",
                "get --key x https://127.0.0.1/",
                "get --cert /no/such/file https://127.0.0.1/",
                "connect 127.0.0.1",
                "connect",
                "panel x",
                "get -o= http://127.0.0.1/",
                "get --user-agent=\u007f http://127.0.0.1/",
                "demo --connections 0",
                "demo --connections many",
                "demo --connections 1001",
                "demo --swap-every 2 --seconds 1",
                "demo --seconds 0",
            })
    void refusesAMistake(String line) {
        Typed typed = Typed.line(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err()).startsWith("jackfield: ").contains("Try \"jackfield");
        // Two, and two that point at what is wrong with a route.
        assertThat(typed.err().lines()).hasSize(typed.err().contains("--route: Column") ? 4 : 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get",
                "head",
                "request",
                "download",
                "connect",
                "resolve",
                "explain",
                "panel",
                "plug",
                "unplug",
                "cookies",
                "demo"
            })
    void tellsAnUnknownOptionBeforeWhatIsMissing(String command) {
        Typed typed = Typed.line(command, "--nope");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("jackfield: Unknown option: '--nope'")
                .contains("Try \"jackfield " + command + " --help\".");
    }

    @ParameterizedTest
    @CsvSource({
        "get, URL",
        "head, URL",
        "request, METHOD",
        "request POST, URL",
        "download, URL",
        "connect, HOST:PORT",
        "resolve, NAME",
        "explain, URL",
        "plug, SOCKET",
        "unplug, SOCKET"
    })
    void tellsWhatIsMissing(String line, String parameter) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("jackfield: Missing required parameter")
                .contains(parameter);
    }

    @Test
    void saysWhatWasGotAndExpected() {
        assertThat(Typed.line("get", "-m", "soon", "x").err())
                .contains("expected seconds above zero")
                .contains("\"soon\"");
        assertThat(Typed.line("get", "-H", "nonsense", "x").err())
                .contains("Name: value")
                .contains("nonsense");
    }

    @Test
    void helps() {
        Typed typed = Typed.line("--help");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("get", "head", "request", "demo", "Exit status:", "28", "--max-time");
        for (String command :
                "get head request download connect resolve explain panel plug unplug cookies demo".split(" ")) {
            Typed help = Typed.line(command, "--help");
            assertThat(help.status()).isZero();
            assertThat(help.out()).startsWith("Usage: jackfield " + command).contains("--help");
            assertThat(help.err()).isEmpty();
        }
    }

    @Test
    void tellsItsVersion() {
        Typed typed = Typed.line("--version");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).matches("jackfield \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }
}
