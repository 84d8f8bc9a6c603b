package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that sends requests, and says of each in a line what became of it: a status, a blank, an error. */
final class Spoken {
    private Spoken() {}

    static List<Outcome> outcomes(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.lines().map(Spoken::outcome).toList();
        } finally {
            process.destroy();
        }
    }

    static Outcome outcome(String line) {
        String[] parts = line.split(" ", 2);
        String error = parts.length > 1 ? parts[1].strip() : "";
        if (!parts[0].matches("[0-9]{3}")) {
            return Outcome.failed("Expected a status, got: " + line);
        }
        int status = Integer.parseInt(parts[0]);
        return error.isEmpty() && status > 0 ? Outcome.answered(status) : Outcome.failed(parts[0] + " " + error);
    }
}
