package dev.jackfield.shell.internal.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What stands before the place that is to be completed.
 *
 * @param used options
 * @param parameters words that belong to no option
 * @param awaiting an option whose value comes next
 * @param optionsEnded whether there was a {@code --}
 */
record Typing(Set<OptionSpec> used, List<String> parameters, Optional<OptionSpec> awaiting, boolean optionsEnded) {

    /** Reads what was typed, as far as it makes sense. */
    static Typing of(CommandSpec spec, List<String> words) {
        Set<OptionSpec> used = new HashSet<>();
        List<String> parameters = new ArrayList<>();
        OptionSpec awaiting = null;
        boolean ended = false;
        for (String word : words) {
            if (awaiting != null) {
                awaiting = null;
            } else if (ended || !word.startsWith("-") || word.equals("-")) {
                parameters.add(word);
            } else if (word.equals("--")) {
                ended = true;
            } else {
                int assigned = word.indexOf('=');
                OptionSpec option = spec.findOption(assigned < 0 ? word : word.substring(0, assigned));
                if (option != null) {
                    used.add(option);
                    awaiting = assigned < 0 && option.arity().min() > 0 ? option : null;
                }
            }
        }
        return new Typing(used, parameters, Optional.ofNullable(awaiting), ended);
    }
}
