package dev.jackfield.connector.tls.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form asks, with the values of the profile high: a form sets all of them. */
@ObjectClassDefinition(
        name = "Jackfield TLS profile",
        description =
                "A profile that routes have by its name, as in plain > tls(NAME). Files are read when the configuration comes.")
interface ProfileForm {
    @AttributeDefinition(
            name = "Name",
            description = "What routes call it: tls(NAME). high and low can be replaced, too.")
    String name();

    @AttributeDefinition(
            name = "Base",
            description = "Where what is not set here comes from.",
            defaultValue = "high",
            options = {
                @Option(label = "high: all is checked", value = "high"),
                @Option(label = "low: nothing is checked", value = "low")
            })
    String base();

    @AttributeDefinition(
            name = "Ranking",
            description = "Of several profiles of a name the highest is in use.",
            defaultValue = "0")
    int ranking();

    @AttributeDefinition(
            name = "Trust",
            description =
                    "platform, anyone, or paths of files with certificates of authorities: PEM, or PKCS #12 if they end in .p12, .pfx or .pkcs12.",
            defaultValue = {"platform"})
    String[] trust();

    @AttributeDefinition(
            name = "Password of trust",
            description =
                    "Of files in PKCS #12. In a file or a command the key may be .trust.password; shown it is in neither form.",
            defaultValue = "",
            required = false,
            type = AttributeType.PASSWORD)
    String trust_password();

    @AttributeDefinition(
            name = "Check the host",
            description = "Whether the certificate has to be for the host (RFC 9525).",
            defaultValue = "true")
    boolean host_checked();

    @AttributeDefinition(
            name = "Client certificates",
            description =
                    "Each HOSTS=FILE, with a file in PKCS #12 or in PEM with chain and key, or HOSTS=CHAIN;KEY. Hosts are *, a name, or *. and a name.",
            defaultValue = {},
            required = false)
    String[] keys();

    @AttributeDefinition(
            name = "Password of keys",
            description =
                    "Of keys that are encrypted. In a file or a command the key may be .keys.password; shown it is in neither form.",
            defaultValue = "",
            required = false,
            type = AttributeType.PASSWORD)
    String keys_password();

    @AttributeDefinition(
            name = "Versions",
            description = "Of TLSv1.3 and TLSv1.2.",
            defaultValue = {"TLSv1.3", "TLSv1.2"},
            options = {@Option(label = "TLS 1.3", value = "TLSv1.3"), @Option(label = "TLS 1.2", value = "TLSv1.2")})
    String[] protocols();

    @AttributeDefinition(
            name = "Cipher suites",
            description =
                    "By the names of JSSE, the dearest first; the provider has to know each of them. Empty for the provider's own.",
            defaultValue = {
                "TLS_AES_128_GCM_SHA256",
                "TLS_AES_256_GCM_SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
            },
            required = false)
    String[] ciphers();

    @AttributeDefinition(
            name = "Pins",
            description =
                    "SHA-256 of public keys in Base64, one of which has to be on the path (RFC 7469); none to ask for none.",
            defaultValue = {"none"})
    String[] pins();

    @AttributeDefinition(
            name = "Protocols",
            description = "Names to offer by ALPN (RFC 7301). Empty for what the client speaks.",
            defaultValue = {},
            required = false)
    String[] alpn();

    @AttributeDefinition(
            name = "Name told to the server",
            description = "target, none, or another host.",
            defaultValue = "target")
    String sni();

    @AttributeDefinition(
            name = "Resumption",
            description = "Whether a new connection may go on with an earlier session.",
            defaultValue = "true")
    boolean resumption();

    @AttributeDefinition(
            name = "Provider",
            description = "The name of a JCA provider that is installed. Empty for the platform's first.",
            defaultValue = "",
            required = false)
    String provider();

    @AttributeDefinition(
            name = "Handshake",
            description = "In seconds, from 0.001 to 3600: what the peer's part of a handshake may take.",
            defaultValue = "10")
    String handshake();
}
