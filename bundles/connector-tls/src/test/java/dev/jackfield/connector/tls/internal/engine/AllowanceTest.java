package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private static final int CHANGE_CIPHER_SPEC = 20;

    private final Allowance allowance = new Allowance();

    @ParameterizedTest
    @CsvSource({"20, change_cipher_spec", "23, application data", "24, a record of type 24"})
    void tellsWhatCannotBeFirst(int type, String name) {
        assertThatThrownBy(() -> allowance.take(type, 6))
                .isInstanceOf(SSLProtocolException.class)
                .hasMessage("Expected a handshake or an alert at first, got " + name);
    }

    @Test
    void anAlertCanBeFirst() throws Exception {
        allowance.take(21, 7);
    }

    @Test
    void onlySoManyRecordsMayCarryNothing() throws Exception {
        allowance.take(Inbound.HANDSHAKE, 100);
        for (int i = 0; i < Allowance.MOST_EMPTY / 2; i++) {
            allowance.take(Inbound.HANDSHAKE, Inbound.HEAD);
            allowance.take(CHANGE_CIPHER_SPEC, Inbound.HEAD + 1);
            allowance.take(Inbound.HANDSHAKE, Inbound.HEAD + 1);
        }
        assertThatThrownBy(() -> allowance.take(CHANGE_CIPHER_SPEC, Inbound.HEAD + 1))
                .isInstanceOf(SSLProtocolException.class)
                .hasMessage("Expected a handshake, got more than 64 records that carry nothing");
    }

    @Test
    void onlySoManyOctetsMayCome() throws Exception {
        for (int i = 0; i < 64; i++) {
            allowance.take(Inbound.HANDSHAKE, Allowance.MOST_OCTETS / 64);
        }
        assertThatThrownBy(() -> allowance.take(Inbound.HANDSHAKE, Inbound.HEAD + 1))
                .isInstanceOf(SSLProtocolException.class)
                .hasMessage("Expected a handshake of at most 1048576 octets, got more");
    }
}
