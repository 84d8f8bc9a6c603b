package dev.jackfield.itest.soak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {
    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void tellsOfEachRequestAsOftenAsItComes() throws Exception {
        assertThat(
                        said(
                                "GET /5 HTTP/1.1\r\n\r\nPOST /c/6 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /5 HTTP/1.1\r\n\r\n"))
                .endsWith("\r\n\r\n5")
                .contains("\r\n\r\n5HTTP/1.1 200 OK")
                .contains("Set-Cookie: last=6; Path=/c/\r\n\r\n6HTTP/1.1 200 OK");
        assertThat(seen).containsExactly(5L, 6L, 5L);
    }

    @Test
    void doesNotCountWhatIsCutShort() throws Exception {
        said("POST /7 HTTP/1.1\r\nContent-Length: 3\r\n\r\nab");
        said("GET /8 HTTP/1.1\r\nHost: a");

        assertThat(seen).isEmpty();
    }

    private String said(String requests) throws Exception {
        try (Origin origin = new Origin(new ServerSocket(), seen::add);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
