package dev.jackfield.connector.tls;

import dev.jackfield.connector.tls.internal.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What to trust, whom to be, and what to speak. <i>Immutable.</i>
 *
 * @param trust whose word for who the peer is will do
 * @param hostChecked whether the certificate has to be for the host that is connected to (RFC 9525). The first
 *     use of a profile by which it has not is logged as a warning
 * @param identities whom to be, where the peer wants to know; the first whose pattern fits. Default: nobody
 * @param protocols the versions to speak, by JSSE's names; of {@code TLSv1.3} and {@code TLSv1.2}. Default: both
 * @param ciphers the suites to offer, by JSSE's names, the dearest first; those the provider does not know are left out,
 *     and one has to remain that is for one of the versions. Empty for the provider's own
 * @param pins hashes of public keys, one of which has to be in the checked chain: SHA-256 of the SubjectPublicKeyInfo, in
 *     Base64, as in RFC 7469. Default: none, so none is asked for
 * @param alpn names of protocols to offer (RFC 7301), the dearest first. Empty for what the attempt speaks, which is the
 *     default
 * @param sni which name the peer is told. Default: the target's
 * @param resumption whether a new connection may go on with an earlier session of the same profile, if those who made the two
 *     may share ({@link dev.jackfield.connector.Attempt#affinity}). Default: true
 * @param provider the name of the JCA provider that does the work. Empty for the platform's first, which is the default
 * @param handshake for how long the peer may be waited for in a handshake, all its turns together. Default: 10 s. What this
 *     side computes, and its waiting for a thread to do so, does not count; the {@linkplain
 *     dev.jackfield.connector.Attempt#limit() attempt's limit} is for all of the handshake, that included
 */
public record TlsProfile(
        Trust trust,
        boolean hostChecked,
        List<Identity> identities,
        List<String> protocols,
        List<String> ciphers,
        List<String> pins,
        List<String> alpn,
        Sni sni,
        boolean resumption,
        String provider,
        Duration handshake) {

    /** All versions there are to speak. */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** The suites of {@link #high()}: forward secrecy and authenticated encryption only (RFC 9325 section 4.2). */
    public static final List<String> HIGH_CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final TlsProfile HIGH = new TlsProfile(
            new Trust.Platform(),
            true,
            List.of(),
            PROTOCOLS,
            HIGH_CIPHERS,
            List.of(),
            List.of(),
            new Sni.Target(),
            true,
            "",
            Duration.ofSeconds(10));

    private static final TlsProfile LOW =
            HIGH.withTrust(new Trust.Anyone()).withHostChecked(false).withCiphers(List.of());

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a version, a pin or a name of a protocol is none, or the time is not above zero
     */
    public TlsProfile {
        Objects.requireNonNull(trust, "trust");
        identities = List.copyOf(identities);
        protocols = Checks.protocols(protocols);
        ciphers = List.copyOf(ciphers);
        pins = Checks.pins(pins);
        alpn = Checks.alpn(alpn);
        Objects.requireNonNull(sni, "sni");
        Objects.requireNonNull(provider, "provider");
        handshake = Checks.limit(handshake);
    }

    /**
     * What a connection should be like: the platform's authorities, the host's name checked, TLS 1.2 or later, and no
     * cipher suites of yesterday.
     *
     * @return always the same
     */
    public static TlsProfile high() {
        return HIGH;
    }

    /**
     * Verifies nothing: encrypted, but to whomever. Its first use is logged as a warning.
     *
     * @return always the same
     */
    public static TlsProfile low() {
        return LOW;
    }

    /**
     * With other authorities.
     *
     * @param value whose word will do
     * @return a new profile
     */
    public TlsProfile withTrust(Trust value) {
        return new TlsProfile(
                value, hostChecked, identities, protocols, ciphers, pins, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With the host's name checked, or not.
     *
     * @param value whether the certificate has to be for the host
     * @return a new profile
     */
    public TlsProfile withHostChecked(boolean value) {
        return new TlsProfile(
                trust, value, identities, protocols, ciphers, pins, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With other client certificates.
     *
     * @param values whom to be; the first whose pattern fits
     * @return a new profile
     */
    public TlsProfile withIdentities(List<Identity> values) {
        return new TlsProfile(
                trust, hostChecked, values, protocols, ciphers, pins, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With other versions.
     *
     * @param values of {@link #PROTOCOLS}, at least one
     * @return a new profile
     * @throws IllegalArgumentException if one is another, or there is none
     */
    public TlsProfile withProtocols(List<String> values) {
        return new TlsProfile(
                trust, hostChecked, identities, values, ciphers, pins, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With other cipher suites.
     *
     * @param values by JSSE's names; empty for the provider's own
     * @return a new profile
     */
    public TlsProfile withCiphers(List<String> values) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, values, pins, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With other pins.
     *
     * @param values Base64 of SHA-256 of a SubjectPublicKeyInfo; empty to ask for none
     * @return a new profile
     * @throws IllegalArgumentException if one is no such text
     */
    public TlsProfile withPins(List<String> values) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, values, alpn, sni, resumption, provider, handshake);
    }

    /**
     * With other protocols offered by ALPN.
     *
     * @param values names of 1 to 255 octets; empty for what the attempt speaks
     * @return a new profile
     * @throws IllegalArgumentException if one is no such name
     */
    public TlsProfile withAlpn(List<String> values) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, pins, values, sni, resumption, provider, handshake);
    }

    /**
     * With another name told to the peer.
     *
     * @param value which
     * @return a new profile
     */
    public TlsProfile withSni(Sni value) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, pins, alpn, value, resumption, provider, handshake);
    }

    /**
     * With resumption, or without.
     *
     * @param value whether earlier sessions may go on
     * @return a new profile
     */
    public TlsProfile withResumption(boolean value) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, pins, alpn, sni, value, provider, handshake);
    }

    /**
     * With another JCA provider.
     *
     * @param value the name of one that is installed; empty for the platform's first
     * @return a new profile
     */
    public TlsProfile withProvider(String value) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, pins, alpn, sni, resumption, value, handshake);
    }

    /**
     * With another time limit.
     *
     * @param value more than zero
     * @return a new profile
     * @throws IllegalArgumentException if it is not
     */
    public TlsProfile withHandshake(Duration value) {
        return new TlsProfile(
                trust, hostChecked, identities, protocols, ciphers, pins, alpn, sni, resumption, provider, value);
    }
}
