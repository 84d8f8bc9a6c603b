package dev.jackfield.resolver.internal.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {
    private static final String LONGEST_LABEL = "x".repeat(63);

    @Test
    void isTheSameInSmallAndCapitalLetters() {
        DnsName name = DnsName.of("WWW.Example.TEST");
        assertThat(name).isEqualTo(DnsName.of("www.example.test.")).hasSameHashCodeAs(DnsName.of("www.example.test"));
        assertThat(name).hasToString("WWW.Example.TEST");
        assertThat(name.lowerCase()).hasToString("www.example.test");
        assertThat(DnsName.of("a[")).isNotEqualTo(DnsName.of("a{"));
        assertThat(DnsName.of("\u00c4")).isNotEqualTo(DnsName.of("\u00e4"));
    }

    @ParameterizedTest
    @CsvSource({"a\\.b.c, 2", "\\097, 1", "\\\\, 1", "a\\ b, 1", "\\000.\\255, 2", "a, 1", "a., 1"})
    void readsEscapes(String text, int labels) {
        DnsName name = DnsName.of(text);
        assertThat(name.labels()).isEqualTo(labels);
        assertThat(DnsName.of(name.toString())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ".a", "a..b", "a..", "\\", "a\\1", "\\12x", "\\256", "\u0100", "\ud83d\ude00"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsName.of(text))
                .withMessageStartingWith("Expected a domain name with")
                .withMessageContaining(" at character ");
    }

    @Test
    void keepsTheLimits() {
        assertThat(DnsName.of(LONGEST_LABEL).labels()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of(LONGEST_LABEL + "x"));
        String three = (LONGEST_LABEL + ".").repeat(3);
        assertThat(DnsName.of(three + "y".repeat(61)).length()).isEqualTo(DnsName.LONGEST);
        assertThat(DnsName.of(three + "y".repeat(61) + ".").length()).isEqualTo(DnsName.LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of(three + "y".repeat(62)));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of(three + "y".repeat(60) + ".z"));
        assertThat(DnsName.of("a.".repeat(127)).labels()).isEqualTo(127);
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of("a.".repeat(128)));
    }

    @Test
    void joins() {
        assertThat(DnsName.of("a.b").under(DnsName.of("c.test"))).hasToString("a.b.c.test");
        assertThat(DnsName.of("a").under(DnsName.ROOT)).hasToString("a");
        assertThat(DnsName.ROOT.under(DnsName.of("a"))).hasToString("a");
        DnsName half = DnsName.of("a.".repeat(64));
        assertThatIllegalArgumentException().isThrownBy(() -> half.under(half));
    }

    @Test
    void knowsWhatIsBelowWhat() {
        DnsName name = DnsName.of("a.b.Test");
        assertThat(name.isWithin(DnsName.of("B.test"))).isTrue();
        assertThat(name.isWithin(name)).isTrue();
        assertThat(name.isWithin(DnsName.ROOT)).isTrue();
        assertThat(name.isWithin(DnsName.of("est"))).isFalse();
        assertThat(name.isWithin(DnsName.of("x.a.b.test"))).isFalse();
        assertThat(DnsName.of("a\\001t").isWithin(DnsName.of("t"))).isFalse();
    }

    @Test
    void tellsNamesThatLookLikeOthers() {
        assertThat(DnsName.of("a.b").isPlain()).isTrue();
        assertThat(DnsName.ROOT.isPlain()).isTrue();
        assertThat(DnsName.of("a\\.b").isPlain()).isFalse();
        assertThat(DnsName.of("a.b\\000").isPlain()).isFalse();
    }
}
