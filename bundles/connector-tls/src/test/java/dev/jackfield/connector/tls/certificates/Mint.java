package dev.jackfield.connector.tls.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes one certificate, with whatever is wrong about it. Names are given like {@code CN=test}. */
public final class Mint {
    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final Instant NOW = Instant.now();

    private record Part(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {}

    private final String subject;
    private final List<Part> parts = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private KeyPair keys;
    private String signature = "";
    private Instant from = NOW.minus(Duration.ofDays(1));
    private Instant until = NOW.plus(Duration.ofDays(365));

    private Mint(String subject) {
        this.subject = subject;
    }

    /** Without extensions, to begin with. */
    public static Mint bare(String subject) {
        return new Mint(subject);
    }

    /** For a server. */
    public static Mint server(String subject, String... dns) {
        return bare(subject).dns(dns).usage(KeyUsage.digitalSignature).purpose(KeyPurposeId.id_kp_serverAuth);
    }

    /** For a client. */
    public static Mint client(String subject) {
        return bare(subject).usage(KeyUsage.digitalSignature).purpose(KeyPurposeId.id_kp_clientAuth);
    }

    /** For an authority. */
    public static Mint authority(String subject) {
        return bare(subject)
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    public Mint dns(String... dns) {
        Stream.of(dns).map(name -> new GeneralName(GeneralName.dNSName, name)).forEach(names::add);
        return this;
    }

    public Mint ip(String... ip) {
        Stream.of(ip)
                .map(address -> new GeneralName(GeneralName.iPAddress, address))
                .forEach(names::add);
        return this;
    }

    /** Bits of {@link KeyUsage}. */
    public Mint usage(int bits) {
        return with(Extension.keyUsage, true, new KeyUsage(bits));
    }

    public Mint purpose(KeyPurposeId... purposes) {
        return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    /** An authority with so many others below it. */
    public Mint pathLength(int length) {
        return with(Extension.basicConstraints, true, new BasicConstraints(length));
    }

    /** An authority for names below this one only. */
    public Mint permitted(String dns) {
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(GeneralName.dNSName, dns));
        return with(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {subtree}, null));
    }

    /** In place of an extension that is there already, if it is. */
    public Mint with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        parts.removeIf(part -> part.oid().equals(oid));
        parts.add(new Part(oid, critical, value));
        return this;
    }

    public Mint without(ASN1ObjectIdentifier oid) {
        parts.removeIf(part -> part.oid().equals(oid));
        return this;
    }

    public Mint keys(KeyPair pair) {
        this.keys = pair;
        return this;
    }

    /** By its JCA name, {@code SHA1withRSA}; unless it is said, SHA-256 with what the signer has. */
    public Mint signature(String algorithm) {
        this.signature = algorithm;
        return this;
    }

    public Mint valid(Duration start, Duration end) {
        this.from = NOW.plus(start);
        this.until = NOW.plus(end);
        return this;
    }

    /** Signed by its own key. */
    public Issued selfSigned() {
        KeyPair own = own();
        return new Issued(own, List.of(made(own, new X500Name(subject), own)));
    }

    /** The chain is that of the issuer below this one, but for a root. */
    public Issued signedBy(Issued issuer) {
        KeyPair own = own();
        X509Certificate above = issuer.certificate();
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(made(own, X500Name.getInstance(above.getSubjectX500Principal().getEncoded()), issuer.keys()));
        if (!above.getSubjectX500Principal().equals(above.getIssuerX500Principal())) {
            chain.addAll(issuer.chain());
        }
        return new Issued(own, List.copyOf(chain));
    }

    private KeyPair own() {
        return keys == null ? Keys.ec() : keys;
    }

    private X509Certificate made(KeyPair own, X500Name issuer, KeyPair signer) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name(subject),
                    own.getPublic());
            for (Part part : parts) {
                builder.addExtension(part.oid(), part.critical(), part.value());
            }
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            String algorithm = signature.isEmpty() ? usual(signer) : signature;
            JcaContentSignerBuilder pen = new JcaContentSignerBuilder(algorithm);
            if (algorithm.endsWith("MGF1")) {
                // The names that the JDK has for these are others.
                pen.setProvider(new BouncyCastleProvider());
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(pen.build(signer.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String usual(KeyPair signer) {
        String kind = signer.getPrivate().getAlgorithm();
        return kind.equals("EC") ? "SHA256withECDSA" : kind.equals("RSA") ? "SHA256withRSA" : kind;
    }
}
