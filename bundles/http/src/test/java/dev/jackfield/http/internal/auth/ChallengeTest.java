package dev.jackfield.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Headers;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of challenges (RFC 9110 section 11.6.1). */
class ChallengeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"a b\" | basic{realm=a b}",
                "Basic realm=token | basic{realm=token}",
                "BASIC REALM=\"X\" | basic{realm=X}",
                "Basic | basic{}",
                "Negotiate, Basic realm=\"x\" | negotiate{} basic{realm=x}",
                "Basic realm=\"x\", Negotiate | basic{realm=x} negotiate{}",
                "Negotiate abc+/==, Basic realm=x | negotiate{} basic{realm=x}",
                "NTLM TlRMTVNTUAAC= , Basic realm=x | ntlm{} basic{realm=x}",
                "Digest realm = \"x\" , nonce=\t\"y\" | digest{nonce=y, realm=x}",
                "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\""
                        + " | newauth{realm=apps, title=Login to \"apps\", type=1} basic{realm=simple}",
                ",, Basic realm=\"x\",, ,Digest nonce=\"a,b\", | basic{realm=x} digest{nonce=a,b}",
                "Basic realm=\"\" | basic{realm=}",
                "Basic realm=\"a\\\\b\" | basic{realm=a\\b}",
                "Basic realm=\"never ends | ''",
                "Basic realm=\"ends in a backslash\\ | ''",
                "Basic realm= | basic{}",
                "Basic realm=x, Basic realm=a realm=b | basic{realm=x}",
                "Basic realm=x, realm=y | ''",
                "Basic realm=x, Digest nonce=\"y | basic{realm=x}",
                "Basic realm=x, =y | basic{realm=x}",
                "Basic\u0001realm=x | ''",
                "Basic realm=x y, Digest nonce=z | ''",
                "=x | ''",
            })
    void readsWhatIsBeforeTheFirstFault(String field, String expected) {
        assertThat(shown(ChallengeParser.parse(field))).isEqualTo(expected);
    }

    @Test
    void nothingIsNoChallenge() {
        assertThat(ChallengeParser.parse("")).isEmpty();
        assertThat(ChallengeParser.parse(" , ")).isEmpty();
    }

    @Test
    void aFaultEndsItsOwnFieldOnly() {
        Headers headers = Headers.of(
                "Proxy-Authenticate",
                "Basic realm=\"",
                "WWW-Authenticate",
                "Other",
                "proxy-authenticate",
                "Digest nonce=x");
        assertThat(shown(Challenge.all(headers, "Proxy-Authenticate"))).isEqualTo("digest{nonce=x}");
    }

    private static String shown(List<Challenge> challenges) {
        return challenges.stream()
                .map(one -> one.scheme() + new TreeMap<>(one.parameters()))
                .collect(Collectors.joining(" "));
    }
}
