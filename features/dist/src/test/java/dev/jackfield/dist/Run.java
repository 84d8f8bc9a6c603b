package dev.jackfield.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished process: its status and what it wrote. */
record Run(int status, String out, String err) {
    private static final long PATIENCE_SECONDS = 60;

    /** Runs a program with the Java that runs the tests. */
    static Run of(Path program, String... arguments) throws IOException, InterruptedException {
        return with(Map.of("JAVA_HOME", System.getProperty("java.home")), "", program, arguments);
    }

    static Run with(Map<String, String> environment, String input, Path program, String... arguments)
            throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile("run", ".in"), input);
        Path out = Files.createTempFile("run", ".out");
        Path err = Files.createTempFile("run", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder()
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.command().add(program.toString());
            builder.command().addAll(List.of(arguments));
            builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JACKFIELD"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("Still running after " + PATIENCE_SECONDS + " s: " + builder.command() + "\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }
}
