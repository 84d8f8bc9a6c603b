package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** curl, started once for all requests of a kind, for that is how far it keeps connections. */
final class Curl implements Client {
    private final Path hosts;

    Curl(Path hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Outcome> send(List<Call> calls) throws IOException, InterruptedException {
        Call first = calls.get(0);
        List<String> command = new ArrayList<>(
                List.of("curl", "--silent", "--noproxy", "*", "--write-out", "%{http_code} %{errormsg}\n"));
        command.addAll(first.method().equals("HEAD") ? List.of("--head") : List.of("--request", first.method()));
        if (first.hasBody()) {
            command.addAll(List.of("--data", first.text()));
        }
        for (Call call : calls) {
            if (!call.method().equals(first.method())) {
                throw new IllegalArgumentException(
                        "Expected calls of method " + first.method() + ", got " + call.method());
            }
            command.addAll(resolved(URI.create(call.url())));
            command.addAll(List.of("--output", "/dev/null", call.url()));
        }
        return Spoken.outcomes(Map.of(), command);
    }

    @Override
    public void close() {
        // Each process has ended.
    }

    /** It has no setting for a hosts file; it can be told what would be in it. */
    private List<String> resolved(URI url) throws IOException {
        String addresses = Files.readAllLines(hosts).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[1].equals(url.getHost()))
                .map(words -> words[0])
                .collect(Collectors.joining(","));
        return addresses.isEmpty()
                ? List.of()
                : List.of("--resolve", url.getHost() + ":" + url.getPort() + ":" + addresses);
    }
}
