package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "WWW.Example.COM., www.example.com.",
        "localhost, localhost",
        "_http._tcp.example.com, _http._tcp.example.com",
        "-x.y-.r3---sn.z, -x.y-.r3---sn.z",
        "XN--Bcher-KVA.de, xn--bcher-kva.de",
        "_http._tcp.xn--bcher-kva.de, _http._tcp.xn--bcher-kva.de",
        "_http._tcp.xn--4dbc.x, _http._tcp.xn--4dbc.x",
        "Bücher.DE, xn--bcher-kva.de",
        "r3---sn.bücher.de, r3---sn.xn--bcher-kva.de",
        "１２７.0.0.1, 127.0.0.1"
    })
    void isAsciiInLowerCase(String name, String text) {
        assertThat(HostName.of(name).text()).isEqualTo(text);
        assertThat(HostName.parse(name)).contains(new HostName(text));
        assertThat(HostName.of(text)).hasToString(text);
    }

    @Test
    void makesNothingOfANameThatIsInOrder() {
        String name = "www.example.com";
        assertThat(HostName.of(name).text()).isSameAs(name);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''|label 1, \"\", is empty",
                ".|label 1, \"\", is empty",
                ".x|label 1, \"\", is empty",
                "a..x|label 2, \"\", is empty",
                "a..|label 2, \"\", is empty",
                "a b.x|label 1 has U+0020, which no host may have",
                "x.\u0007a|got \"x.\\u0007a\": label 2 has U+0007, which no host may have",
                "x.*|label 2 has U+002A",
                "a%41|label 1 has U+0025",
                "::1|label 1 has U+003A",
                "x.xn--99999|label 2, \"xn--99999\", is not in Punycode",
                "XN--EX-8TB|label 1, \"xn--ex-8tb\", encodes text that is not in Normalization Form C",
                "1.xn--4dbc|label 1, \"1\", mixes directions",
                "_x.ü|label 1, \"_x\", has U+005F, which no host may have",
                "ü-.x|label 1, \"ü-\", begins or ends with a hyphen",
                "ü..x|label 2, \"\", is empty"
            },
            delimiter = '|')
    void refuses(String name, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostName.of(name))
                .withMessageStartingWith("Expected a host name")
                .withMessageContaining(why);
        assertThat(HostName.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü"})
    void hasLimits(String first) {
        String label = first + "a".repeat(first.equals("a") ? 62 : 55);
        String name = label + ("." + "b".repeat(62)).repeat(3);
        assertThat(HostName.of(name).text()).hasSize(252);
        assertThat(HostName.of(name.replaceFirst("b", "bb") + ".").text()).hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostName.of(label + "a"))
                .withMessageContaining("has more than 63 characters in its ASCII form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostName.of(name + ".c"))
                .withMessageContaining("at most 253 characters in its ASCII form, not counting a final dot, got 254");
        assertThat(HostName.parse(first.repeat(100_000))).isEmpty();
    }

    @Test
    void showsUnicode() {
        assertThat(HostName.of("WWW.XN--BCHER-KVA.de.").toUnicode()).isEqualTo("www.bücher.de.");
        assertThat(HostName.of("www.example.com").toUnicode()).isEqualTo("www.example.com");
    }
}
