package dev.jackfield.connector.tls.internal.config;

import dev.jackfield.address.HostName;
import dev.jackfield.connector.tls.Sni;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.internal.Jsse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A profile and where to plug it in. <i>Immutable.</i> */
record NamedProfile(String name, int ranking, TlsProfile profile) {
    private static final String NAME = "name";
    private static final String BASE = "base";
    private static final String RANKING = "ranking";
    private static final String TRUST = "trust";
    private static final String TRUST_PASSWORD = "trust.password";
    private static final String HOST_CHECKED = "host.checked";
    private static final String KEYS = "keys";
    private static final String KEYS_PASSWORD = "keys.password";
    private static final String PROTOCOLS = "protocols";
    private static final String CIPHERS = "ciphers";
    private static final String PINS = "pins";
    private static final String ALPN = "alpn";
    private static final String SNI = "sni";
    private static final String RESUMPTION = "resumption";
    private static final String PROVIDER = "provider";
    private static final String HANDSHAKE = "handshake";
    private static final Set<String> ALL = Set.of(
            NAME,
            BASE,
            RANKING,
            TRUST,
            TRUST_PASSWORD,
            HOST_CHECKED,
            KEYS,
            KEYS_PASSWORD,
            PROTOCOLS,
            CIPHERS,
            PINS,
            ALPN,
            SNI,
            RESUMPTION,
            PROVIDER,
            HANDSHAKE);

    private static final String NONE = "none";
    private static final String TRUSTED = "\"platform\", \"anyone\" or files";
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 3600;

    /**
     * Reads a configuration, and the files it names.
     *
     * @throws IllegalArgumentException if a value makes no sense; tells which, and no password
     * @throws IOException if a file cannot be used
     */
    static NamedProfile of(Map<String, Object> config) throws IOException {
        Values values = Values.of(config);
        values.checkKeys(ALL);
        String name = values.one(NAME, "the name of the profile", text -> text.isEmpty() ? null : text);
        int ranking = values.has(RANKING) ? values.one(RANKING, "a whole number", Integer::valueOf) : 0;
        return new NamedProfile(name, ranking, profile(values));
    }

    private static TlsProfile profile(Values values) throws IOException {
        TlsProfile profile = base(values);
        if (values.has(TRUST)) {
            profile = profile.withTrust(Material.trust(values.some(TRUST, TRUSTED), password(values, TRUST_PASSWORD)));
        }
        if (values.has(HOST_CHECKED)) {
            profile = profile.withHostChecked(values.flag(HOST_CHECKED));
        }
        if (values.has(KEYS)) {
            profile = profile.withIdentities(Material.identities(values.texts(KEYS), password(values, KEYS_PASSWORD)));
        }
        return how(lists(profile, values), values);
    }

    private static TlsProfile base(Values values) {
        if (!values.has(BASE)) {
            return TlsProfile.high();
        }
        return values.one(BASE, "\"high\" or \"low\"", text -> switch (text) {
            case Tls.HIGH -> TlsProfile.high();
            case Tls.LOW -> TlsProfile.low();
            default -> null;
        });
    }

    private static TlsProfile lists(TlsProfile base, Values values) {
        TlsProfile profile = base;
        if (values.has(PROTOCOLS)) {
            profile = profile.withProtocols(values.some(PROTOCOLS, "some of " + TlsProfile.PROTOCOLS));
        }
        if (values.has(PINS)) {
            profile = profile.withPins(pins(values.some(PINS, "hashes of keys, or \"" + NONE + "\"")));
        }
        return values.has(ALPN) ? profile.withAlpn(values.texts(ALPN)) : profile;
    }

    private static List<String> pins(List<String> texts) {
        return texts.equals(List.of(NONE)) ? List.of() : texts;
    }

    private static TlsProfile how(TlsProfile base, Values values) {
        TlsProfile profile = base;
        if (values.has(SNI)) {
            profile = profile.withSni(sni(values.text(SNI)));
        }
        if (values.has(RESUMPTION)) {
            profile = profile.withResumption(values.flag(RESUMPTION));
        }
        if (values.has(PROVIDER)) {
            profile = profile.withProvider(Jsse.provider(values.text(PROVIDER)));
        }
        if (values.has(CIPHERS)) {
            profile = profile.withCiphers(Provided.ciphers(values.texts(CIPHERS), profile.provider()));
        }
        return values.has(HANDSHAKE)
                ? profile.withHandshake(values.one(HANDSHAKE, "0.001 to 3600 seconds", NamedProfile::seconds))
                : profile;
    }

    private static Sni sni(String text) {
        return switch (text) {
            case "target" -> new Sni.Target();
            case NONE -> new Sni.None();
            default -> other(text);
        };
    }

    private static Sni other(String name) {
        try {
            return new Sni.Other(HostName.of(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "sni: expected \"target\", \"none\" or another host: " + e.getMessage(), e);
        }
    }

    private static Duration seconds(String text) {
        double seconds = Double.parseDouble(text);
        return seconds >= SHORTEST && seconds <= LONGEST ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
    }

    private static char[] password(Values values, String key) {
        return values.verbatim(key).toCharArray();
    }
}
