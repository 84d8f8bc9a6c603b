package dev.jackfield.itest.bench.holes;

import dev.jackfield.itest.bench.OwnJvm;
import dev.jackfield.itest.bench.clients.Call;
import dev.jackfield.itest.bench.clients.Client;
import dev.jackfield.itest.bench.clients.Clients;
import dev.jackfield.itest.bench.clients.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a client takes to the answer of its first request for a name. It has a JVM of its own, for that is how all of
 * them can be made to read the same hosts file, and to end.
 */
final class FirstAnswer {
    private static final String READY = "ready";

    private FirstAnswer() {}

    /** Asks, and gives up after a number of seconds. */
    static String of(Clients client, Path hosts, String warmUp, String url, int seconds)
            throws IOException, InterruptedException {
        List<String> options = List.of("-Djdk.net.hosts.file=" + hosts);
        Process process = OwnJvm.of(options, FirstAnswer.class, client.name(), hosts.toString(), warmUp, url)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = said.readLine();
            if (!READY.equals(ready)) {
                throw new IOException("Expected " + client + " to answer at " + warmUp + ", got " + ready);
            }
            return process.waitFor(seconds, TimeUnit.SECONDS) ? said.readLine() : "none in " + seconds + " s";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Arguments: client, hosts file, a URL to warm up with, a URL. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Clients clients = Clients.valueOf(arguments[0]);
        Path hosts = Path.of(arguments[1]);
        Outcome warm = ask(clients.open(hosts), arguments[2]);
        System.out.println(warm.status() == 200 ? READY : warm.toString());
        Client fresh = clients.open(hosts);
        long begin = System.nanoTime();
        Outcome outcome = ask(fresh, arguments[3]);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%s%.3f s%n", outcome.status() == 200 ? "" : "fails after ", seconds);
        // Some would rather wait for what is still under way.
        Runtime.getRuntime().halt(0);
    }

    private static Outcome ask(Client client, String url) throws IOException, InterruptedException {
        return client.send(List.of(new Call("GET", url, ""))).get(0);
    }
}
