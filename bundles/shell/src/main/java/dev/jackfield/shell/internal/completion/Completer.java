package dev.jackfield.shell.internal.completion;

import dev.jackfield.connector.Panel;
import dev.jackfield.shell.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes command lines, by the very model that reads them. <i>Immutable.</i> */
public final class Completer {
    private final CommandLine model;
    private final Supplier<Panel> panel;

    /**
     * A completer.
     *
     * @param model all commands
     * @param panel where names come from
     */
    public Completer(CommandLine model, Supplier<Panel> panel) {
        this.model = model;
        this.panel = panel;
    }

    /**
     * What could stand at a place.
     *
     * @param words the name of a command, and what was typed behind it
     * @param at the place, from 0
     * @return all that begins as the word does that stands there
     */
    public List<Completion> complete(List<String> words, int at) {
        String begin = at < words.size() ? words.get(at) : "";
        return candidates(words.subList(0, Math.min(at, words.size())), begin).stream()
                .filter(candidate -> candidate.word().startsWith(begin))
                .toList();
    }

    private List<Completion> candidates(List<String> before, String begin) {
        if (before.isEmpty()) {
            return model.getSubcommands().entrySet().stream()
                    .map(Completer::command)
                    .toList();
        }
        CommandLine command = model.getSubcommands().get(before.get(0));
        if (command == null) {
            return List.of();
        }
        CommandSpec spec = command.getCommandSpec();
        Typing typing = Typing.of(spec, before.subList(1, before.size()));
        Values values = new Values(panel, typing.parameters());
        if (typing.awaiting().isPresent()) {
            return values.of(typing.awaiting().get());
        }
        int assigned = begin.indexOf('=');
        if (begin.startsWith("--") && assigned > 0) {
            String name = begin.substring(0, assigned);
            OptionSpec option = spec.findOption(name);
            return option == null
                    ? List.of()
                    : values.of(option).stream()
                            .map(value -> new Completion(name + "=" + value.word(), value.description()))
                            .toList();
        }
        List<Completion> all = new ArrayList<>();
        if (!begin.startsWith("-")) {
            parameter(spec, typing.parameters().size()).map(values::of).ifPresent(all::addAll);
        }
        if (!typing.optionsEnded()) {
            all.addAll(options(spec, typing, begin));
        }
        return all;
    }

    private static Optional<PositionalParamSpec> parameter(CommandSpec spec, int index) {
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(index))
                .findFirst();
    }

    /** All names of an option where somebody types one; else one is enough to tell of it. */
    private static List<Completion> options(CommandSpec spec, Typing typing, String begin) {
        List<Completion> all = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (option.hidden() || typing.used().contains(option) && !option.isMultiValue()) {
                continue;
            }
            List<String> names = begin.isEmpty() ? List.of(option.longestName()) : List.of(option.names());
            names.forEach(name -> all.add(new Completion(name, Sentence.first(option.description()))));
        }
        return all;
    }

    private static Completion command(Map.Entry<String, CommandLine> command) {
        String[] description =
                command.getValue().getCommandSpec().usageMessage().description();
        return new Completion(command.getKey(), Sentence.first(description));
    }
}
