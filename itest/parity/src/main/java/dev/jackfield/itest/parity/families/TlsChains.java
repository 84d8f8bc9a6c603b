package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.internal.trust.ServerTrust;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code conformance/tls}: whether the profile {@code high} trusts a server that presents a chain. */
final class TlsChains implements Family {
    private static final String ACCEPTED = "PASS";

    /** When the chains were good, or just expired, by what they are about. */
    private static final InstantSource THEN = InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));

    /** How JSSE calls it in TLS 1.3. */
    private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    @Override
    public Set<String> names() {
        return Set.of("tls-chain/1");
    }

    @Override
    public JsonElement answer(Vector vector) throws Exception {
        List<X509Certificate> roots = List.of(certificate(vector.text("root")));
        TlsProfile profile = TlsProfile.high().withTrust(new Trust.Authorities(roots));
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (JsonElement pem : vector.fields().getAsJsonArray("chain")) {
                chain.add(certificate(pem.getAsString()));
            }
            new ServerTrust(profile, THEN)
                    .check(chain.toArray(X509Certificate[]::new), ANY_KEY_EXCHANGE, vector.text("hostname"));
            return Json.of(ACCEPTED);
        } catch (CertificateException e) {
            return Json.refusal(e);
        }
    }

    @Override
    public Expectation expectation(Vector vector) {
        String expected = vector.text("expected");
        return switch (expected) {
            case ACCEPTED -> new Expectation.Value(Json.of(ACCEPTED));
            case "FAIL" -> new Expectation.Value(Json.orRefusal(JsonNull.INSTANCE));
            case "SOFT_PASS", "SOFT_FAIL" -> new Expectation.NoHarm("either will do");
            default -> throw new IllegalStateException("Expected PASS, FAIL or SOFT_*, got " + expected);
        };
    }

    private static X509Certificate certificate(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
