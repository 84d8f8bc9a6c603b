package dev.jackfield.itest.parity;

import dev.jackfield.itest.parity.families.Families;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "run-vectors",
        mixinStandardHelpOptions = true,
        version = "Jackfield itest parity",
        description = {
            "Runs golden vectors and conformance data against Jackfield's bundles, as they were built last.",
            "",
            "A folder may hold *.jsonl (one vector on each line: id, fn, in, out, deviate, want; the rules are in"
                    + " itest/parity/vectors/README.md) and *.json (a schema and its cases), also in folders below it.",
            "For each vector that fails there is a line: its id, what was got, what is expected. Then there is a line"
                    + " for each file, and at the end how many passed and failed. Vectors whose function or schema"
                    + " has no code yet are counted as not covered; those on the list of contested vectors are"
                    + " counted, and fail only if they pass.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:none failed",
            "1:vectors failed, or pass although they are contested",
            "2:the arguments are wrong, or there is nothing to run, or a file cannot be read"
        })
final class RunVectors implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int UNREADABLE = 2;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "A folder of vectors, or one file")
    private List<Path> folders = List.of();

    @Option(
            names = "--contested",
            paramLabel = "FILE",
            description = "The vectors we think wrong: id, two blanks, reason. Default: the list beside run-vectors")
    private Path contested;

    @Option(
            names = "--complete",
            description = "Fail too if an id on the list of contested vectors is not there any more")
    private boolean complete;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RunVectors()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Family> families = Families.all();
        try {
            Run run = new Run(families, contested(), out, spec.commandLine().getErr());
            for (Path folder : folders) {
                run.folder(folder);
            }
            return status(run, out);
        } catch (BadInput e) {
            spec.commandLine().getErr().println("run-vectors: " + e.getMessage());
            return UNREADABLE;
        } finally {
            families.forEach(Family::close);
        }
    }

    private int status(Run run, PrintWriter out) {
        boolean stale = complete && !run.contestedButMissing().isEmpty();
        if (stale) {
            run.contestedButMissing()
                    .forEach(id -> out.println(id + "  is on the list of contested vectors, but there is none"));
        }
        run.close();
        if (run.unreadable() > 0) {
            return UNREADABLE;
        }
        return run.total().failed() > 0 || stale ? FAILED : CommandLine.ExitCode.OK;
    }

    private Contested contested() throws BadInput {
        if (contested != null) {
            return Contested.read(contested);
        }
        String beside = System.getProperty("jackfield.parity.contested", "");
        return beside.isEmpty() ? Contested.none() : Contested.read(Path.of(beside));
    }
}
