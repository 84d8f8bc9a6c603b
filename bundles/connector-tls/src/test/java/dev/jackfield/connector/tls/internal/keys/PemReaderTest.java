package dev.jackfield.connector.tls.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemReaderTest {
    private static final String BLOCK = "-----BEGIN A-----\naGVs\nbG8=\n-----END A-----\n";

    @Test
    void readsBlocksAndSkipsWhatIsAround() {
        String text = "Bag Attributes\n    friendlyName: x\nsubject=CN = x\n\n" + BLOCK + "more: words\r\n"
                + BLOCK.replace("\n", "\r\n").replace(" A-", " B C-") + "end";

        assertThat(PemReader.read(text)).hasSize(2);
        assertThat(PemReader.read(text).get(0)).hasToString("A at line 5");
        assertThat(PemReader.read(text).get(1)).hasToString("B C at line 10");
        assertThat(PemReader.read(text))
                .extracting(block -> new String(block.content(), StandardCharsets.US_ASCII))
                .containsOnly("hello");
    }

    @Test
    void findsNothingInOtherTexts() {
        assertThat(PemReader.read("")).isEmpty();
        assertThat(PemReader.read("some\nwords")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -----BEGIN A-----;aGVs                          | Line 2: expected -----END A----- for the block that begins at line 1, got the end of the text
            x;-----BEGIN A-----;a;-----BEGIN A-----         | Line 4: expected the end of the block that begins at line 2, got another beginning
            -----END A-----                                 | Line 1: expected a beginning before an end
            -----BEGIN A-----;aGVs;-----END B-----          | Line 3: expected the end of A, got that of B
            -----BEGIN A----;                               | Line 1: expected -----BEGIN and a label and -----
            -----BEGIN -----;                               | Line 1: expected -----BEGIN and a label and -----
            -----BEGIN A-----;-----END A-----               | Line 2: expected something in the block that begins at line 1, got nothing
            -----BEGIN A-----;aGVsb;-----END A-----         | Line 3: expected whole Base64 in the block that begins at line 1
            -----BEGIN A-----;aG=s;-----END A-----          | Line 3: expected whole Base64 in the block that begins at line 1
            -----BEGIN A-----;aG*s;-----END A-----          | Line 2: expected Base64, got other characters
            -----BEGIN A-----;Proc-Type: 4,ENCRYPTED        | Line 2: expected Base64, got a header; a key that is encrypted the old way (Proc-Type) can be written anew by openssl pkcs8 -topk8
            """)
    void tellsTheLineOfWhatIsBroken(String text, String error) {
        assertThatThrownBy(() -> PemReader.read(text.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(error);
    }
}
