package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "http, tcp, 80",
        "HTTPS, TCP, 443",
        "www, tcp, 80",
        "https, udp, 443",
        "ssmtp, tcp, 465",
        "z3950, tcp, 210",
        "rmtcfg, tcp, 1236",
        "iso-tsap, tcp, 102",
        "dicom, tcp, 104",
        "syslog, udp, 514",
        "gds_db, tcp, 3050",
        "amqp, sctp, 5672",
        "fido, tcp, 60179"
    })
    void knowsWhatIsInUse(String name, String protocol, int port) {
        assertThat(ServiceNames.builtIn().port(name, protocol)).hasValue(port);
    }

    @ParameterizedTest
    @CsvSource({"http, udp", "tftp, tcp", "nosuchsvc, tcp", "'', tcp", "http, ''", "80, tcp"})
    void doesNotKnowTheRest(String name, String protocol) {
        assertThat(ServiceNames.builtIn().port(name, protocol)).isEmpty();
    }

    @Test
    void isMadeOnce() {
        assertThat(ServiceNames.builtIn()).isSameAs(ServiceNames.builtIn());
    }

    @Test
    void readsTheSystemsFile() {
        ServiceNames names =
                ServiceNames.parse("# a 1/tcp\nb\t2/tcp c  d # e\r\n b 3/tcp f\n\nb 3/udp\rh 65535/X.25\nlast 4/tcp");
        assertThat(names.port("a", "tcp")).isEmpty();
        assertThat(names.port("b", "tcp")).hasValue(2);
        assertThat(names.port("c", "tcp")).hasValue(2);
        assertThat(names.port("D", "tcp")).hasValue(2);
        assertThat(names.port("e", "tcp")).isEmpty();
        assertThat(names.port("f", "tcp")).hasValue(3);
        assertThat(names.port("b", "udp")).hasValue(3);
        assertThat(names.port("h", "x.25")).hasValue(65535);
        assertThat(names.port("last", "tcp")).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x 80",
                "x tcp",
                "x 80/",
                "x /tcp",
                "x 0/tcp",
                "x 65536/tcp",
                "x 80=80/tcp",
                "x http=80/tcp",
                "x http/tcp",
                "x -1/tcp",
                "x 80/tcp/tcp",
                "x 80/aprotocolwithalongname",
                "x\u0000 80/tcp",
                "\ud800 80/tcp x\u00e4"
            })
    void skipsWhatMakesNoSense(String line) {
        ServiceNames names = ServiceNames.parse(line + "\ny 1/tcp");
        assertThat(names.port("x", "tcp")).isEmpty();
        assertThat(names.port("y", "tcp")).hasValue(1);
    }

    @Test
    void takesNoMoreThanItsLimit() {
        String file = IntStream.rangeClosed(1, ServiceNames.MAX_NAMES + 1)
                .mapToObj(i -> "s" + i + " 80/tcp")
                .collect(Collectors.joining("\n"));
        ServiceNames names = ServiceNames.parse(file);
        assertThat(names.port("s" + ServiceNames.MAX_NAMES, "tcp")).hasValue(80);
        assertThat(names.port("s" + (ServiceNames.MAX_NAMES + 1), "tcp")).isEmpty();
    }

    @Test
    void countsAliasesToo() {
        String line = IntStream.range(0, ServiceNames.MAX_NAMES + 10)
                .mapToObj(i -> "a" + i)
                .collect(Collectors.joining(" "));
        ServiceNames names = ServiceNames.parse("s 80/tcp " + line);
        assertThat(names.port("a" + (ServiceNames.MAX_NAMES - 2), "tcp")).hasValue(80);
        assertThat(names.port("a" + (ServiceNames.MAX_NAMES - 1), "tcp")).isEmpty();
    }

    @Test
    void asksTheSecondTableForWhatTheFirstDoesNotHave() {
        ServiceNames both = ServiceNames.parse("a 1/tcp").or(ServiceNames.parse("a 2/tcp\nb 3/tcp"));
        assertThat(both.port("a", "tcp")).hasValue(1);
        assertThat(both.port("b", "tcp")).hasValue(3);
    }
}
