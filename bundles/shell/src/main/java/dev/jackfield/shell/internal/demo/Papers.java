package dev.jackfield.shell.internal.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority for an afternoon, and a certificate of its for {@code localhost} (RFC 5280). Made when they are needed: the
 * JDK has no maker of certificates in its API, {@code keytool} is not everywhere, and what is shipped runs out. RSA, since
 * every image of Java has it.
 *
 * @param authority whom to trust
 * @param keys what the server is known by
 */
record Papers(X509Certificate authority, SSLContext keys) {
    private static final char[] NO_PASSWORD = {};
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final int DNS_NAME = 0x82;
    private static final int SIZE = 2048;
    private static final int SERIAL_BITS = 64;

    static Papers issue() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(SIZE);
        KeyPair root = generator.generateKeyPair();
        KeyPair server = generator.generateKeyPair();
        byte[] rootName = name("Jackfield demo authority");
        X509Certificate authority = certificate(
                rootName,
                root,
                rootName,
                root,
                extension(BASIC_CONSTRAINTS, Der.sequence(Der.yes())),
                extension(KEY_USAGE, Der.bits(2, new byte[] {4})));
        X509Certificate leaf = certificate(
                rootName,
                root,
                name("localhost"),
                server,
                extension(KEY_USAGE, Der.bits(7, new byte[] {(byte) 0x80})),
                extension(EXTENDED_KEY_USAGE, Der.sequence(Der.oid(SERVER))),
                extension(
                        ALTERNATIVE_NAMES,
                        Der.sequence(Der.tagged(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)))));
        return new Papers(authority, context(server, leaf));
    }

    private static X509Certificate certificate(
            byte[] issuer, KeyPair signer, byte[] subject, KeyPair keys, byte[]... extensions)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] algorithm = Der.sequence(Der.oid(RSA_SHA256), Der.none());
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1)),
                algorithm,
                issuer,
                Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(Duration.ofDays(1)))),
                subject,
                keys.getPublic().getEncoded(),
                Der.tagged(0xa3, Der.sequence(extensions)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(content);
        byte[] whole = Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    /** All of them critical: they say what the certificate is for. */
    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value));
    }

    private static byte[] name(String common) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(common))));
    }

    private static SSLContext context(KeyPair server, X509Certificate leaf)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("localhost", server.getPrivate(), NO_PASSWORD, new X509Certificate[] {leaf});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
