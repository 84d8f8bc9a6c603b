package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.jackfield.address.internal.idn.Uts46.Flag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Uts46Test {
    private static final Set<Flag> NONE = Set.of();

    @ParameterizedTest
    @CsvSource({
        "Bücher.DE, xn--bcher-kva.de",
        "faß.de, xn--fa-hia.de",
        "FAẞ.de, xn--fa-hia.de",
        "βόλος, xn--nxasmm1c",
        "日本語。ＪＰ, xn--wgv71a119e.jp",
        "a\u00ADb, ab",
        "½, xn--12-c6t",
        "⑷.x, (4).x",
        "xn--bcher-kva.bücher, xn--bcher-kva.xn--bcher-kva",
        "XN--TDA, xn--tda",
        "क\u094D\u200D, xn--11b6iy14e",
        "نامه\u200Cای, xn--mgba3gch31f060k",
        "אב.x1, xn--4dbc.x1",
        "א1, xn--1-zhc",
        "ü., xn--tda.",
        "ü..x, xn--tda..x",
        "_x.-ü, _x.xn----eha",
        "'', ''"
    })
    void converts(String name, String ascii) {
        assertThat(Uts46.toAscii(name, NONE)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "x.\u0378|label 2 has U+0378, which no name may have",
                "\uD800.x|label 1 has U+D800, which no name may have",
                "x.\u0301a|label 2, \"\u0301a\", begins with the combining mark U+0301",
                "a\u200Db|label 1, \"a\\u200db\", has a joiner where there is nothing to join",
                "a\u200Cb|label 1, \"a\\u200cb\", has a joiner where there is nothing to join",
                "אa|label 1, \"אa\", mixes directions",
                "א.1x|label 2, \"1x\", mixes directions",
                "א1\u0662|mixes directions",
                "א-|mixes directions",
                "xn--99999|label 1, \"xn--99999\", is not in Punycode",
                "xn--\u00FC|label 1, \"xn--ü\", is not in Punycode",
                "xn--|label 1, \"xn--\", encodes nothing beyond ASCII",
                "xn--abc-|label 1, \"xn--abc-\", encodes nothing beyond ASCII",
                "xn--xn---epa|label 1, \"xn--xn---epa\", is encoded twice",
                "xn--wca|label 1, \"xn--wca\", encodes U+00DC, which no name may have",
                "xn--ex-8tb|label 1, \"xn--ex-8tb\", encodes text that is not in Normalization Form C"
            },
            delimiter = '|')
    void refuses(String name, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii(name, NONE))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "STD3, x.a_ü, 'label 2, \"a_ü\", has U+005F, which no host may have'",
        "STD3, xn--_-eha, 'has U+005F'",
        "URL_HOST, ü⩴80, 'has U+003A'",
        "URL_HOST, a\u0001ü, 'has U+0001'",
        "URL_HOST, a b, 'has U+0020'",
        "EDGE_HYPHENS, -ü, 'label 1, \"-ü\", begins or ends with a hyphen'",
        "EDGE_HYPHENS, x-.ü, 'label 1, \"x-\", begins or ends with a hyphen'",
        "DNS_LENGTHS, ü..x, 'label 2, \"\", is empty'",
        "DNS_LENGTHS, '', 'label 1, \"\", is empty'",
        "DNS_LENGTHS, '.', 'label 1, \"\", is empty'"
    })
    void refusesOnlyWithFlag(Flag flag, String name, String why) {
        assertThatNoException().isThrownBy(() -> Uts46.toAscii(name, NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii(name, Set.of(flag)))
                .withMessageContaining(why);
    }

    @Test
    void trustsAsciiOnlyWithFlagAndOnlyIfAllIsAscii() {
        Set<Flag> trust = Set.of(Flag.TRUST_ASCII, Flag.URL_HOST);
        assertThat(Uts46.toAscii("XN--A.X", trust)).isEqualTo("xn--a.x");
        assertThatIllegalArgumentException().isThrownBy(() -> Uts46.toAscii("xn--a.ü", trust));
        assertThatIllegalArgumentException().isThrownBy(() -> Uts46.toAscii("xn--a%", trust));
    }

    @Test
    void labelsMayHave63CharactersInAscii() {
        Set<Flag> lengths = Set.of(Flag.DNS_LENGTHS);
        String longest = "a".repeat(55) + "ü";
        assertThat(Uts46.toAscii(longest, lengths)).hasSize(63);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii("x.a" + longest, lengths))
                .withMessageContaining("label 2, \"a" + longest + "\", has more than 63 characters in its ASCII form");
        assertThatIllegalArgumentException().isThrownBy(() -> Uts46.toAscii("ü".repeat(64), lengths));
        assertThat(Uts46.toAscii("x.a" + longest, NONE)).hasSize(66);
    }

    @Test
    void namesMayHave253CharactersAndADot() {
        Set<Flag> lengths = Set.of(Flag.DNS_LENGTHS);
        String longest = ("a".repeat(48) + ".").repeat(5) + "ü.";
        assertThat(Uts46.toAscii(longest, lengths)).hasSize(253);
        assertThat(Uts46.toAscii("a" + longest, lengths)).hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii("aa" + longest, lengths))
                .withMessageContaining("at most 253 characters in its ASCII form, not counting a final dot, got 254");
    }

    /** What expands counts after it: one character of eighteen would make a label as long as many. */
    @Test
    void namesHaveALimitBeforeAndAfterMapping() {
        assertThat(Uts46.toAscii("a".repeat(Uts46.MAX_LENGTH), NONE)).hasSize(Uts46.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii("a".repeat(Uts46.MAX_LENGTH + 1), NONE))
                .withMessage("Expected a host name of at most 1000 characters, got 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uts46.toAscii("ﷺ".repeat(56), NONE))
                .withMessage("Expected a host name of at most 1000 characters, got 1008");
    }

    @ParameterizedTest
    @CsvSource({"xn--bcher-kva.de., bücher.de.", "a..xn--tda, a..ü", "example.com, example.com", "'', ''"})
    void decodes(String ascii, String unicode) {
        assertThat(Uts46.toUnicode(ascii)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void noFlagRefusesAnOrdinaryName(Flag flag) {
        assertThat(Uts46.toAscii("www.Bücher.de", Set.of(flag))).isEqualTo("www.xn--bcher-kva.de");
    }
}
