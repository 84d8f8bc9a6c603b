package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whom ours is compared with, each with its default settings. */
public enum Clients {
    jackfield(OurClient::new),
    jdk(hosts -> new JdkClient()),
    apache(hosts -> new ApacheClassic()),
    apacheAsync(hosts -> new ApacheAsync()),
    okhttp(hosts -> new OkHttp()),
    jetty(hosts -> new Jetty()),
    vertx(hosts -> new VertxClient()),
    reactor(hosts -> new ReactorNetty()),
    ahc(hosts -> new AsyncHttp()),
    curl(Curl::new, "curl", "--version"),
    anyevent(AnyEventHttp::new, "perl", "-MAnyEvent::HTTP", "-e", "1");

    private static final Path HOSTS = Path.of("/etc/hosts");

    private interface Maker {
        Client make(Path hosts) throws Exception;
    }

    private final Maker maker;
    private final List<String> probe;

    /** @param probe a command that succeeds if the client is installed; none if it always is */
    Clients(Maker maker, String... probe) {
        this.maker = maker;
        this.probe = List.of(probe);
    }

    /** Whether it is on this machine. */
    public boolean installed() throws IOException, InterruptedException {
        try {
            return probe.isEmpty()
                    || new ProcessBuilder(probe)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException notOnThePath) {
            return false;
        }
    }

    /** A new one. */
    public Client open() throws IOException {
        return open(HOSTS);
    }

    /**
     * A new one that finds names in a file of one's own. Those that go by the JVM's resolver need to be told by its property
     * {@code jdk.net.hosts.file}, too.
     */
    public Client open(Path hosts) throws IOException {
        try {
            return maker.make(hosts);
        } catch (Exception e) {
            throw new IOException("Expected " + this + " to start, got " + e, e);
        }
    }
}
