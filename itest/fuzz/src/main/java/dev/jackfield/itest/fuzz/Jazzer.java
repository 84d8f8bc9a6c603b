package dev.jackfield.itest.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own for each target, because one process can fuzz one target only and takes the end of it
 * for its own.
 *
 * @param entry what it calls, with the name of a target
 * @param corpus where the kept inputs are, a folder for each target
 * @param found where what is found shall go, likewise
 */
record Jazzer(Class<?> entry, Path corpus, Path found) {
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    private static final String HEAP = "512m";

    /** Jazzer's detectors for trouble that no parser can have; to load them takes longer than some runs. */
    private static final String NOT_FOR_PARSERS = Stream.of(
                    "BigDecimal",
                    "ClojureLangHooks",
                    "Deserialization",
                    "ExpressionLanguageInjection",
                    "LdapInjection",
                    "NamingContextLookup",
                    "OsCommandInjection",
                    "RegexRoadblocks",
                    "ScriptEngineInjection",
                    "SqlInjection",
                    "TemplateInjection",
                    "UnsafeSanitizer",
                    "XPathInjection",
                    "XmlParserSsrfGuidance")
            .map("com.code_intelligence.jazzer.sanitizers."::concat)
            .collect(Collectors.joining(":"));

    /** The heap, and what the JVM, its agent and libFuzzer need besides. */
    private static final int MOST_MEGABYTES = 2048;

    private static final int MOST_SECONDS_PER_INPUT = 5;

    /** From the start of the JVM to the first input, on a machine with other things to do. */
    private static final int MOST_SECONDS_TO_START = 300;

    /** Whether Jazzer's native library for this platform is in its jar. */
    static boolean runsHere() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String folder = "jazzer_driver_" + system + "_" + (arm ? "aarch64" : "x86_64");
        String library = (system.equals("windows") ? "" : "lib") + "jazzer_driver"
                + (system.equals("windows") ? ".dll" : system.equals("macos") ? ".dylib" : ".so");
        return Jazzer.class.getResource("/com/code_intelligence/jazzer/driver/" + folder + "/" + library) != null;
    }

    /** Where the inputs of a target are kept. */
    Path kept(Targets target) {
        return corpus.resolve(target.toString());
    }

    /** Everything that Jazzer said about a target the last time. */
    Path log(Targets target) {
        return found.resolve(target + ".log");
    }

    /**
     * Fuzzes: first with the inputs that are kept, then with others made from them.
     *
     * @return empty if nothing was found, otherwise what, and where the input is
     */
    String fuzz(Targets target, int seconds) throws IOException, InterruptedException {
        Files.createDirectories(kept(target));
        Path finds = Files.createDirectories(found.resolve(target.toString()));
        Path crashes = Files.createDirectories(found.resolve(target + "-crashes"));
        int status = run(
                target,
                seconds,
                List.of(
                        "-max_total_time=" + seconds,
                        "-artifact_prefix=" + crashes + "/",
                        "--reproducer_path=" + crashes,
                        finds.toString(),
                        kept(target).toString()));
        return status == 0 ? "" : finding(target, status, crashes);
    }

    /** Adds those of the finds to the kept inputs that reach code which those do not. */
    void keep(Targets target) throws IOException, InterruptedException {
        Path finds = found.resolve(target.toString());
        int status = run(
                target, 600, List.of("-merge=1", "-use_counters=0", kept(target).toString(), finds.toString()));
        if (status != 0) {
            throw new IOException("Jazzer ended with " + status + ", see " + log(target));
        }
    }

    private int run(Targets target, int seconds, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                // Most of the time is libFuzzer's; but a start is two seconds sooner.
                "-XX:TieredStopAtLevel=1",
                MAIN,
                "--target_class=" + entry.getName(),
                "--target_args=" + target,
                "--instrumentation_includes=dev.jackfield.**",
                "--custom_hook_includes=dev.jackfield.**",
                "--disabled_hooks=" + NOT_FOR_PARSERS,
                "-max_len=" + target.longest(),
                "-timeout=" + MOST_SECONDS_PER_INPUT,
                "-rss_limit_mb=" + MOST_MEGABYTES));
        command.addAll(more);
        Process jazzer = new ProcessBuilder(command)
                .directory(found.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(target).toFile())
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                .start();
        try {
            if (!jazzer.waitFor(seconds + MOST_SECONDS_TO_START, TimeUnit.SECONDS)) {
                throw new IOException("Jazzer does not end, see " + log(target));
            }
            return jazzer.exitValue();
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private String finding(Targets target, int status, Path crashes) throws IOException {
        // It quotes the input, so it may hold anything.
        List<String> said = new String(Files.readAllBytes(log(target)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int from = 0;
        while (from < said.size() && !said.get(from).startsWith("==")) {
            from++;
        }
        List<String> part = said.subList(from < said.size() ? from : Math.max(0, from - 40), said.size());
        return target + " broke a promise, or Jazzer did not run (status " + status + "). The input is in " + crashes
                + "; mend the parser, then keep the input in " + kept(target) + ". All that was said is in "
                + log(target) + ", the end of it:\n" + String.join("\n", part.subList(0, Math.min(60, part.size())));
    }
}
