package dev.jackfield.itest.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that has ended, its CPU time taken by the shell.
 *
 * @param output what it printed
 * @param cpuNanos in user mode and in the kernel
 * @param wallNanos from start to end
 */
public record Timed(String output, long cpuNanos, long wallNanos) {
    private static final Pattern TIMES = Pattern.compile("cpu ([0-9.]+) ([0-9.]+) ([0-9.]+)\\s*$");

    public static Timed run(String... command) throws IOException, InterruptedException {
        List<String> shell =
                new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S %R'; time \"$0\" \"$@\" 2>&1"));
        shell.addAll(List.of(command));
        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher times = TIMES.matcher(output);
        if (process.waitFor() != 0 || !times.find()) {
            throw new IOException(command[0] + " failed: " + output);
        }
        return new Timed(
                output.substring(0, times.start()),
                nanos(times.group(1)) + nanos(times.group(2)),
                nanos(times.group(3)));
    }

    private static long nanos(String seconds) {
        return (long) (Double.parseDouble(seconds) * 1e9);
    }

    /** What it did, as a round. */
    public Round round(long requests) {
        return new Round(requests, cpuNanos, wallNanos, 0);
    }
}
