package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who goes in a circle: by the names they were asked by, where they were told, else by whose code it is. */
public final class Circle {
    /** How often a method stands on a stack before it is said to go in a circle. */
    private static final int OFTEN = 8;

    private static final Set<String> OURS =
            Set.of(Connector.class.getName(), Dial.class.getName(), Panel.class.getName(), Patch.class.getName());

    private Circle() {}

    /** A link leaves the work to one that has left it to that link before. */
    public static IllegalStateException closed(List<Hop> trail, Hop again) {
        String links = Stream.concat(trail.subList(trail.indexOf(again), trail.size()).stream(), Stream.of(again))
                .map(hop -> hop.link().name() + " by " + hop.by())
                .collect(Collectors.joining(" > "));
        return new IllegalStateException(expected() + links);
    }

    /** There are more attempts within each other than may be. */
    public static IllegalStateException tooDeep(int most, List<Hop> trail) {
        return new IllegalStateException(expected() + "more than " + most + " attempts within each other"
                + (trail.isEmpty() ? "" : ": " + named(trail)) + code(new Throwable().getStackTrace()));
    }

    /** The same, if a stack has overflown, in place of an error that says nothing; else what it was. */
    public static Throwable told(Throwable error, String link) {
        return error instanceof StackOverflowError
                ? new IOException(
                        expected() + "a stack that overflows behind \"" + link + "\"" + code(error.getStackTrace()),
                        error)
                : error;
    }

    private static String expected() {
        return "Expected links that do not leave the work to each other in a circle, got ";
    }

    private static String named(List<Hop> trail) {
        return trail.stream().map(Hop::by).distinct().collect(Collectors.joining(" > "));
    }

    /** Whose methods there are again and again, as far as they are not ours. */
    private static String code(StackTraceElement[] stack) {
        Map<String, Long> methods = Stream.of(stack)
                .filter(frame -> !ours(frame.getClassName()))
                .collect(Collectors.groupingBy(
                        frame -> frame.getClassName() + "." + frame.getMethodName(),
                        LinkedHashMap::new,
                        Collectors.counting()));
        List<String> again = methods.entrySet().stream()
                .filter(method -> method.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .toList();
        return again.isEmpty() ? "" : ", by way of " + String.join(" and ", again);
    }

    private static boolean ours(String name) {
        return name.startsWith("java.") || name.startsWith(Circle.class.getPackageName() + ".") || OURS.contains(name);
    }
}
