package dev.jackfield.shell.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Ledger.Tried;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.RequestLedger.Connecting;
import dev.jackfield.http.RequestLedger.Encryption;
import dev.jackfield.http.RequestLedger.Plugged;
import dev.jackfield.http.RequestLedger.Pooled;
import dev.jackfield.http.RequestLedger.Reached;
import dev.jackfield.http.RequestLedger.Step;
import dev.jackfield.http.RequestLedger.Times;
import dev.jackfield.http.RequestLedger.Why;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final List<Plugged> PLUGS = List.of(
            new Plugged("plain", 3, "dev.jackfield.connector.plain [12]"),
            new Plugged("tls", 7, "dev.jackfield.connector.tls [13]"));

    @Test
    void tellsOfANewConnection() throws Exception {
        Ledger tried = new Ledger(
                List.of(
                        new Tried("[2001:db8::1]:443", 0, 1_500_000, "Connection\nrefused"),
                        new Tried("192.0.2.1:443", 1_500_000, 2_000_000, "")),
                List.of("[2001:db8::1]:443", "192.0.2.1:443"),
                250_000);
        Step step = new Step(
                Why.ASKED,
                "GET",
                "https://origin.test/",
                "plain > tls(high)",
                PLUGS,
                Optional.of(new Pooled(false, 0, Duration.ZERO)),
                Optional.of(new Connecting(
                        Optional.of(tried),
                        List.of(
                                new Reached("hop 1 of 2, plain to origin.test:443", 0),
                                new Reached("hop 2 of 2, tls(high) to origin.test:443", 3_500_000)))),
                Optional.of(new Encryption("TLSv1.3", "TLS_AES_128_GCM_SHA256")),
                Optional.of(new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 443)),
                new Times(10_000, 20_000, 9_000_000, 12_345_678, 13_000_000),
                "HTTP/1.1 200 OK");
        assertThat(Explanation.of(RequestLedger.of(Instant.EPOCH, List.of(step))))
                .containsExactly(
                        "1. GET https://origin.test/",
                        "   route       plain > tls(high)",
                        "   plugs       plain, generation 3, of dev.jackfield.connector.plain [12]",
                        "               tls, generation 7, of dev.jackfield.connector.tls [13]",
                        "   connection  new",
                        "   answers     at 0.250 ms [2001:db8::1]:443, 192.0.2.1:443",
                        "   tried       at 0.000 ms [2001:db8::1]:443, for 1.500 ms: Connection refused",
                        "               at 1.500 ms 192.0.2.1:443, for 2.000 ms: connected",
                        "   hops        at 0.000 ms hop 1 of 2, plain to origin.test:443",
                        "               at 3.500 ms hop 2 of 2, tls(high) to origin.test:443",
                        "   peer        192.0.2.1:443",
                        "   tls         TLSv1.3, TLS_AES_128_GCM_SHA256",
                        "   times       begun at 0.010 ms, connecting at 0.020 ms, sending at 9.000 ms, head at 12.346"
                                + " ms, end at 13.000 ms",
                        "   outcome     HTTP/1.1 200 OK");
    }

    @Test
    void tellsWhyThereWasAnotherStep() {
        RequestLedger ledger = RequestLedger.of(
                Instant.EPOCH,
                List.of(
                        kept(Why.ASKED, "HTTP/1.1 302 Found"),
                        kept(Why.REDIRECT, "the connection ended"),
                        kept(Why.RETRY, "HTTP/1.1 407 Proxy Authentication Required"),
                        kept(Why.CHALLENGE, "the time was up"),
                        kept(Why.SWAP, "HTTP/1.1 200 OK")));
        assertThat(Explanation.of(ledger))
                .filteredOn(line -> !line.startsWith("  "))
                .containsExactly(
                        "1. GET http://origin.test/",
                        "2. GET http://origin.test/, for a redirect led there",
                        "3. GET http://origin.test/, again, for the connection died",
                        "4. GET http://origin.test/, again, with credentials for the proxy",
                        "5. GET http://origin.test/, again, for what was connecting went out of use");
        assertThat(Explanation.of(ledger))
                .contains("   connection  kept, 1500.000 ms old, 4 requests before")
                .contains("   times       begun at 0.000 ms, sending at 1.000 ms");
    }

    @Test
    void tellsOfWhatNeverHappened() {
        assertThat(Explanation.of(RequestLedger.NONE))
                .containsExactly("Nothing was sent, and no connection asked for.");
        Step step = new Step(
                Why.ASKED,
                "GET",
                "http://origin.test/",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Times(0, -1, -1, -1, 1_000_000),
                "595 QUEUE: nothing is plugged in");
        assertThat(Explanation.of(RequestLedger.of(Instant.EPOCH, List.of(step))))
                .containsExactly(
                        "1. GET http://origin.test/",
                        "   route       not found out",
                        "   connection  none",
                        "   times       begun at 0.000 ms, end at 1.000 ms",
                        "   outcome     595 QUEUE: nothing is plugged in");
    }

    private static Step kept(Why why, String outcome) {
        return new Step(
                why,
                "GET",
                "http://origin.test/",
                "plain",
                PLUGS.subList(0, 1),
                Optional.of(new Pooled(true, 4, Duration.ofMillis(1500))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Times(0, -1, 1_000_000, -1, -1),
                outcome);
    }
}
