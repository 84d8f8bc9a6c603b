package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Turns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** CPU per GiB that comes in by TLS: our client and others in turn, against one nginx. */
@Command(
        name = "tls-download",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the CPU that a client spends on a large file by TLS 1.3 with AES-128-GCM, which it throws away. Each",
            "Java client has a JVM of its own, which is warmed up before; curl is started for each round. jackfield is",
            "JSSE, conscrypt our client with BoringSSL, plain our client without TLS, netty Netty with BoringSSL."
        })
public final class TlsDownload implements Callable<Integer> {
    /** Who can be measured. */
    enum Client {
        curl,
        jackfield,
        conscrypt,
        plain,
        netty,
        jdk
    }

    @Option(
            names = "--clients",
            defaultValue = "curl,jackfield,conscrypt,plain,netty,jdk",
            split = ",",
            description = "The first is what the others are compared with. Default: ${DEFAULT-VALUE}")
    private List<Client> clients = List.of();

    @Option(names = "--mebibytes", defaultValue = "256", description = "Of the file. Default: ${DEFAULT-VALUE}")
    private int mebibytes;

    @Option(names = "--rounds", defaultValue = "7", description = "Of each client. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--times", defaultValue = "4", description = "The file in a round. Default: ${DEFAULT-VALUE}")
    private int times;

    @Option(
            names = "--warm-up",
            defaultValue = "24",
            description = "Times the file before the first round. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TlsDownload()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (TlsSite site = TlsSite.start((long) mebibytes << 20);
                Turns turns = new Turns()) {
            for (Client client : clients) {
                turns.add(client.name(), load(client, site));
            }
            turns.run(warmUp, rounds, times);
            print(turns);
        }
        return 0;
    }

    private Load load(Client client, TlsSite site) throws IOException {
        String url = site.url(true, "/large");
        long octets = (long) mebibytes << 20;
        String[] arguments = {url, Long.toString(octets), site.authority().toString(), ""};
        switch (client) {
            case curl:
                return new CurlDownload(url, octets, Path.of(arguments[2]));
            case netty:
                return RemoteLoad.start(NettyDownload.class, arguments);
            case jdk:
                return RemoteLoad.start(JdkDownload.class, arguments);
            case conscrypt:
                arguments[3] = "Conscrypt";
                break;
            case plain:
                arguments[0] = site.plainUrl("/large");
                break;
            default:
        }
        return RemoteLoad.start(JackfieldDownload.class, arguments);
    }

    private void print(Turns turns) {
        ToDoubleFunction<Round> cpu = round -> round.cpuNanos() / 1e9 / round.requests() * 1024 / mebibytes;
        String first = turns.names().get(0);
        System.out.println("medians of " + rounds + " rounds of " + times + " times " + mebibytes
                + " MiB in turn; CPU of the client's whole process");
        System.out.printf("%-12s %10s %10s %10s %12s%n", "", "CPU s/GiB", "ratio", "MiB/s", "bytes/MiB");
        for (String name : turns.names()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.3f %10.2f %10.0f %12.0f%n",
                    name,
                    turns.median(name, cpu),
                    turns.ratio(name, first, cpu),
                    turns.median(name, round -> round.requestsPerSecond() * mebibytes),
                    turns.median(name, round -> round.bytesPerRequest() / mebibytes));
        }
    }
}
