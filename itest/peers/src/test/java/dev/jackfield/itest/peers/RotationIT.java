package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Guard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are renewed on both sides while requests are under way, and not one of them is lost. */
class RotationIT extends Encrypted {
    private static final int SOME = 100;
    private static final TestPki OLD = TestPki.of(HOST);
    private static final TestPki NEW = another();

    @TempDir
    Path folder;

    private SecureSites sites;
    private Nginx nginx;

    @BeforeEach
    void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        OLD.server().writePem(folder, "server");
        Files.writeString(folder.resolve("clients.pem"), Issued.pem(OLD.trusted()) + Issued.pem(NEW.trusted()));
        sites = new SecureSites(folder)
                .add(
                        "asking",
                        "server",
                        "ssl_client_certificate " + folder
                                + "/clients.pem; ssl_verify_depth 3; ssl_verify_client optional;");
        nginx = sites.start(
                "ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache off; keepalive_requests 100000;",
                "location / { return 200 \"$ssl_client_s_dn\"; }",
                Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void anotherClientCertificate() throws Exception {
        use(as(OLD.client("old")));
        Steady steady = new Steady(client, request());
        steady.await(SOME);
        use(as(NEW.client("new")));
        assertThat(get(request()).text()).as("what is sent from now on").isEqualTo("CN=new");
        steady.await(SOME);
        List<String> answers = steady.stop();
        assertThat(answers).contains("200 CN=old", "200 CN=new").hasSizeGreaterThanOrEqualTo(2 * SOME);
        assertThat(answers).containsOnly("200 CN=old", "200 CN=new");
        // Those who were under way have come home with what they left with.
        assertThat(answers.subList(answers.size() - SOME / 2, answers.size())).containsOnly("200 CN=new");
    }

    @Test
    void anotherAuthorityAndAnotherServerCertificate() throws Exception {
        use(trusting(OLD));
        Steady steady = new Steady(client, request());
        steady.await(SOME);
        use(trusting(OLD).withTrust(new Trust.Authorities(List.of(OLD.trusted(), NEW.trusted()))));
        steady.await(SOME);
        NEW.server().writePem(folder, "server");
        List<ProcessHandle> withTheOld = nginx.workers();
        nginx.reload();
        awaitNewCertificate();
        for (ProcessHandle worker : withTheOld) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
        steady.await(SOME);
        use(trusting(NEW));
        steady.await(SOME);
        assertThat(steady.stop()).containsOnly("200 ").hasSizeGreaterThanOrEqualTo(4 * SOME);
        use(trusting(OLD));
        assertThat(refusal(sites.port("asking"))).hasMessageContaining("is refused: Untrusted");
    }

    @Test
    void idleConnectionsOfAnEarlierProfileAreClosed() throws Exception {
        use(trusting(OLD));
        get(request());
        assertThat(client.readings().idle()).isEqualTo(1);
        use(trusting(NEW));
        // Had it been kept, it would have been used.
        assertThat(refusal(sites.port("asking"))).hasMessageContaining("is refused: Untrusted");
    }

    @Test
    void aProfileThatComesLateIsWaitedFor() throws Exception {
        var waiting = client.send(request());
        while (client.readings().queued() == 0) {
            Thread.onSpinWait();
        }
        use(trusting(OLD));
        assertThat(waiting.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    private static TestPki another() {
        Issued root = Mint.authority("CN=New root").selfSigned();
        return new TestPki(HOST, root, Mint.authority("CN=New issuer").signedBy(root));
    }

    private Request request() {
        return request(HOST, sites.port("asking"), "/");
    }

    private static TlsProfile as(Issued client) {
        return trusting(OLD).withIdentities(List.of(new Identity("*", client.key(), client.chain())));
    }

    /** nginx does not say when it has reloaded. */
    private void awaitNewCertificate() throws Exception {
        Guard probe = tls.plug("probe", 0, trusting(NEW));
        long begin = System.nanoTime();
        while (!accepted(request().withTls(Link.of("tls", "probe")))) {
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        probe.close();
    }

    private boolean accepted(Request request) throws Exception {
        try {
            return get(request).status() == 200;
        } catch (ExecutionException notYet) {
            return false;
        }
    }
}
