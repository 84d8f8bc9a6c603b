package dev.jackfield.itest.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** By hand what the tests do, for longer. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Feeds parsers with the inputs in corpus/ and with others that are made from them, and ends with status 1",
            "if one breaks a promise. What reaches new code is gathered in target/fuzz/, and used the next time."
        })
final class Fuzz implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "TARGET", description = "${COMPLETION-CANDIDATES}. Default: all")
    private List<Targets> targets = List.of(Targets.values());

    @Option(names = "--seconds", defaultValue = "60", description = "For each target. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--keep", description = "Afterwards add what reaches new code to corpus/, as little as will do")
    private boolean keep;

    @Option(names = "--home", hidden = true)
    private Path home = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Fuzz())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Jazzer jazzer = new Jazzer(Fuzzer.class, home.resolve("corpus"), home.resolve("target/fuzz"));
        boolean sound = true;
        for (Targets target : targets) {
            String finding = jazzer.fuzz(target, seconds);
            sound &= finding.isEmpty();
            System.out.println(finding.isEmpty() ? target + ": nothing found" : finding);
            if (keep) {
                jazzer.keep(target);
            }
        }
        return sound ? 0 : 1;
    }
}
