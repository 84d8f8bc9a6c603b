package dev.jackfield.itest.soak;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks numbers of a command line: with too small ones a program proves nothing. */
record Least(CommandSpec spec) {
    void check(int least, String option, long got) {
        if (got < least) {
            throw new ParameterException(
                    spec.commandLine(), option + ": expected a number of at least " + least + ", got " + got);
        }
    }
}
