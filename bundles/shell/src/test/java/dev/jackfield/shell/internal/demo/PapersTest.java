package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PapersTest {
    /** By the strict rules that hold for everybody. */
    @Test
    void areGoodEnoughForTheHighProfile() throws Exception {
        Papers papers = Papers.issue();
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Panel panel = Panel.open();
        Tls tls = (Tls) panel.layer("tls").orElseThrow().plugged();
        TlsProfile profile = TlsProfile.high().withTrust(new Trust.Authorities(List.of(papers.authority())));
        try (SecureOrigin origin = new SecureOrigin(papers, heard::add);
                Loops loops = Loops.create(1);
                Guard plug = tls.plug("papers", 0, profile);
                HttpClient client =
                        HttpClient.create(ClientOptions.defaults().withTls(Link.of("tls", "papers")), loops, panel)) {
            assertThat(client.get(origin.url() + "7").join().text()).isEqualTo(OriginServer.BODY);
            assertThat(client.get(origin.url() + "8").join().headers().first("set-cookie"))
                    .contains("seen=yes; Secure");
            assertThat(plug).isNotNull();
        }
        assertThat(heard).containsExactly("/7", "/8");
    }

    @Test
    void writeLengthsAndNumbersAsTheyShould() {
        assertThat(Der.oid("1.2.840.113549")).containsExactly(6, 6, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d);
        assertThat(Der.octets(new byte[127])).startsWith(4, 127).hasSize(129);
        assertThat(Der.octets(new byte[128])).startsWith(4, 0x81, 128).hasSize(131);
        assertThat(Der.octets(new byte[256])).startsWith(4, 0x82, 1, 0).hasSize(260);
        assertThat(Der.octets(new byte[65536])).startsWith(4, 0x83, 1, 0, 0).hasSize(65541);
    }
}
