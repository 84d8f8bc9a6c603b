package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Turns;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** CPU per TLS handshake, full and resumed: our client and others in turn, against one nginx. */
@Command(
        name = "tls-handshakes",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many connections a client makes in a second of its own CPU: connect, handshake, a GET of 100",
            "octets, close. The server's key is of P-256, its certificate two steps below a root. A full handshake is one",
            "with a server that lets no session go on; how many did go on is taken from its log. With several connections at",
            "a time it may be fewer: a ticket of TLS 1.3 is used once, and JSSE keeps one for each server.",
            "Each Java client has a JVM of its own, which is warmed up before; openssl (s_time) is started for each round",
            "and makes one connection at a time. jackfield is JSSE, conscrypt our client with BoringSSL."
        })
public final class TlsHandshakes implements Callable<Integer> {
    /** Who can be measured. */
    enum Client {
        openssl,
        jackfield,
        conscrypt,
        jdk
    }

    @Option(
            names = "--clients",
            defaultValue = "openssl,jackfield,conscrypt,jdk",
            split = ",",
            description = "The first is what the others are compared with. Default: ${DEFAULT-VALUE}")
    private List<Client> clients = List.of();

    @Option(
            names = "--versions",
            defaultValue = "TLSv1.3,TLSv1.2",
            split = ",",
            description = "Default: ${DEFAULT-VALUE}")
    private List<String> versions = List.of();

    @Option(names = "--connections", defaultValue = "1", description = "At a time. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "Of a round. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "Seconds before the first round. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TlsHandshakes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println("medians of " + rounds + " rounds of " + seconds
                + " s in turn; connections per second of the CPU of the client's whole process");
        System.out.printf(
                "%-8s %-8s %-12s %12s %10s %12s %10s%n", "", "", "", "per CPU s", "ratio", "per second", "resumed");
        try (TlsSite site = TlsSite.start(0)) {
            for (String version : versions) {
                compare(site, version, false);
                compare(site, version, true);
            }
        }
        return 0;
    }

    private void compare(TlsSite site, String version, boolean resumes) throws IOException, InterruptedException {
        Map<String, Watched> watched = new HashMap<>();
        try (Turns turns = new Turns()) {
            for (Client client : clients) {
                Watched load = new Watched(load(client, site, version, resumes), site);
                watched.put(client.name(), load);
                turns.add(client.name(), load);
            }
            turns.run(warmUp, rounds, seconds);
            String first = turns.names().get(0);
            for (String name : turns.names()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-8s %-8s %-12s %12.0f %10.2f %12.0f %9.0f%%%n",
                        version,
                        resumes ? "resumed" : "full",
                        name,
                        turns.median(name, TlsHandshakes::perCpuSecond),
                        turns.ratio(name, first, TlsHandshakes::perCpuSecond),
                        turns.median(name, Round::requestsPerSecond),
                        100 * watched.get(name).resumed());
            }
        }
    }

    private Load load(Client client, TlsSite site, String version, boolean resumes) throws IOException {
        String[] arguments = {
            site.url(resumes, "/small"),
            site.authority().toString(),
            version,
            client == Client.conscrypt ? "Conscrypt" : "",
            Integer.toString(connections)
        };
        return switch (client) {
            case openssl -> new OpensslHandshakes(site.port(resumes), "/small", site.authority(), version, resumes);
            case jackfield, conscrypt -> RemoteLoad.start(JackfieldHandshakes.class, arguments);
            case jdk -> RemoteLoad.start(JdkHandshakes.class, arguments);
        };
    }

    private static double perCpuSecond(Round round) {
        return 1e6 / round.cpuMicrosPerRequest();
    }
}
