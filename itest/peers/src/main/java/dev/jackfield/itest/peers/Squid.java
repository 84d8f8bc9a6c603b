package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A real squid on a free loopback port, which leads to unprivileged ports, by tunnels or by forwarding: for whoever knows
 * the password, or openly.
 */
public final class Squid implements AutoCloseable {
    /** How it asks for the password, with the program of Debian's package that knows it. */
    public enum Scheme {
        /** RFC 7617. */
        BASIC("basic_ncsa_auth"),
        /** RFC 7616, with MD5: squid knows no other hash. */
        DIGEST("digest_file_auth");

        private final Path helper;

        Scheme(String helper) {
            this.helper = Path.of("/usr/lib/squid", helper);
        }
    }

    /** How often a nonce is good. */
    public static final int NONCE_USES = 5;

    private static final String REALM = "squid";

    private final Running running;
    private final int port;
    private final String name;

    private Squid(Running running, int port, String name) {
        this.running = running;
        this.port = port;
        this.name = name;
    }

    /** Whether there is one on this machine, with the programs that know passwords. */
    public static boolean installed() {
        return Running.installed("squid")
                && Stream.of(Scheme.values()).allMatch(scheme -> Files.isExecutable(scheme.helper));
    }

    /** Starts one that knows one user. */
    public static Squid start(Scheme scheme, String user, String password) throws IOException {
        return start(scheme, user, password, "http_port 127.0.0.1:%d");
    }

    /**
     * Starts one that knows one user, and is spoken to in TLS.
     *
     * @param certificate its certificate and chain, and its key, in PEM
     */
    public static Squid startTls(Scheme scheme, String user, String password, Path certificate) throws IOException {
        return start(scheme, user, password, "https_port 127.0.0.1:%d tls-cert=" + certificate);
    }

    /** Starts one that forwards http requests to unprivileged ports for everybody. */
    public static Squid startOpen() throws IOException {
        return start(
                Running.openFolder("squid"),
                "http_port 127.0.0.1:%d",
                "acl unprivileged port 1024-65535\nhttp_access deny !unprivileged\nhttp_access allow all");
    }

    private static Squid start(Scheme scheme, String user, String password, String listening) throws IOException {
        Path home = Running.openFolder("squid");
        Files.writeString(home.resolve("users"), known(scheme, user, password));
        return start(home, listening, access(home, scheme));
    }

    /** Started by root it goes on as somebody else, who has to get at what it needs. */
    private static Squid start(Path home, String listening, String access) throws IOException {
        Path log = Files.createFile(home.resolve("access.log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        int port = Running.freePort();
        Files.writeString(home.resolve("squid.conf"), configuration(home, listening.formatted(port), access));
        // Names what it puts into shared memory, so that each squid has its own.
        String name = "jackfield" + port;
        Running running = Running.start(
                home,
                "squid",
                List.of("-N", "-n", name, "-f", home.resolve("squid.conf").toString()));
        running.await("squid", () -> Running.accepts(port));
        return new Squid(running, port, name);
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The lines of its access log: the status, and for a tunnel where it led. */
    public List<String> log() throws IOException {
        return Files.readAllLines(running.home().resolve("access.log"));
    }

    @Override
    public void close() throws IOException {
        running.close();
        // There only if it could not end by itself.
        try (Stream<Path> shared = Files.list(Path.of("/dev/shm"))) {
            for (Path left : shared.filter(path -> path.getFileName().toString().startsWith(name + "-"))
                    .toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static String configuration(Path home, String listening, String access) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return (root ? "cache_effective_user nobody\n" : "") + """
                %s
                udp_outgoing_address 127.0.0.1
                dns_nameservers 127.0.0.1
                visible_hostname squid.test
                pid_filename none
                memory_cache_shared off
                cache_mem 0 MB
                cache deny all
                cache_log /dev/null
                logformat brief %%>Hs %%ru
                access_log stdio:%s/access.log brief
                netdb_filename none
                pinger_enable off
                coredump_dir none
                shutdown_lifetime 0 seconds
                %s
                """.formatted(listening, home, access);
    }

    /** For those who know the password. */
    private static String access(Path home, Scheme scheme) {
        String asking = scheme == Scheme.BASIC
                ? "auth_param basic program %s %s/users".formatted(scheme.helper, home)
                : "auth_param digest program %s -c %s/users\nauth_param digest nonce_max_count %d"
                        .formatted(scheme.helper, home, NONCE_USES);
        return """
                %s
                auth_param %s children 1
                auth_param %s realm %s
                acl known proxy_auth REQUIRED
                acl unprivileged port 1024-65535
                http_access deny !unprivileged
                http_access allow known
                http_access deny all
                """.formatted(asking, name(scheme), name(scheme), REALM);
    }

    private static String name(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    /** The files of both programs, in MD5. */
    private static String known(Scheme scheme, String user, String password) {
        return scheme == Scheme.BASIC
                ? user + ":" + md5(password) + "\n"
                : user + ":" + REALM + ":" + md5(user + ":" + REALM + ":" + password) + "\n";
    }

    private static String md5(String text) {
        try {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
