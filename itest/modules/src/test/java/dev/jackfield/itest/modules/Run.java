package dev.jackfield.itest.modules;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A finished process: its status and what it wrote. */
record Run(int status, String out, String err) {
    private static final long PATIENCE_SECONDS = 60;

    /** Runs the Java that runs the tests on the modules under test. */
    static Run java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-p", modulePath()));
        command.addAll(List.of(arguments));
        return of(command);
    }

    static Run of(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("itest", ".out");
        Path err = Files.createTempFile("itest", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("Still running after " + PATIENCE_SECONDS + " s: " + command + "\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The jars of the bundles, and the application's. */
    static String modulePath() {
        return System.getProperty("itest.modules") + File.pathSeparator + System.getProperty("itest.application");
    }
}
