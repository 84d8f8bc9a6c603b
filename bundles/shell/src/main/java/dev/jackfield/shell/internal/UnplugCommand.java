package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.cords.Cord;
import dev.jackfield.shell.internal.cords.Kind;
import dev.jackfield.shell.internal.cords.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unplug SOCKET}. */
@Command(
        name = "unplug",
        description = {
            "Take out of use what is in use under a name on the panel.",
            "If it is a cord, it is gone then; what a bundle has plugged in stays where it is until it is put back by plug"
                    + " SOCKET.",
            "Requests under way are not disturbed. If nothing is left, connections wait for something to be plugged in,"
                    + " and fail then. Prints what is there afterwards, * for what is in use."
        },
        sortOptions = false)
final class UnplugCommand extends SocketCommand {
    @Option(
            names = "--generation",
            paramLabel = "NUMBER",
            description = "Unplug this one, whether it is in use or not; panel tells the numbers.")
    Optional<Long> generation = Optional.empty();

    UnplugCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    Kind change(Panel panel, Framework framework) {
        List<Plug<?>> there = there(socket, panel);
        Plug<?> chosen = generation.isPresent() ? numbered(generation.get(), there) : inUse(there);
        // Somebody may have been faster.
        if (!framework.cords().takeAway(chosen) && !panel.pull(chosen)) {
            throw new IllegalArgumentException("Expected generation " + chosen.generation() + " of \"" + socket
                    + "\" on the panel, but it has gone meanwhile");
        }
        return Kind.of(chosen);
    }

    private Plug<?> numbered(long number, List<Plug<?>> there) {
        Plug<?> found = there.stream()
                .filter(plug -> plug.generation() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--generation: expected one of \"" + socket + "\", " + generations(there) + ", got " + number));
        if (found.pulled()) {
            throw new IllegalArgumentException(
                    "--generation: expected one that is plugged in, got " + number + ", which was unplugged before");
        }
        return found;
    }

    private Plug<?> inUse(List<Plug<?>> there) {
        List<Plug<?>> inUse = Place.all(there).stream()
                .filter(Place::inUse)
                .<Plug<?>>map(Place::plug)
                .toList();
        Optional<Plug<?>> cord =
                inUse.stream().filter(plug -> plug.plugged() instanceof Cord).findFirst();
        if (cord.isPresent()) {
            return cord.get();
        }
        if (inUse.size() != 1) {
            throw new IllegalArgumentException(
                    inUse.isEmpty()
                            ? "Expected something in use under \"" + socket + "\", got only what was unplugged before"
                            : "Expected --generation, for several are in use under \"" + socket
                                    + "\", each for some hosts: " + generations(inUse));
        }
        return inUse.get(0);
    }

    private static String generations(List<Plug<?>> plugs) {
        return plugs.stream().map(plug -> String.valueOf(plug.generation())).collect(Collectors.joining(" or "));
    }
}
