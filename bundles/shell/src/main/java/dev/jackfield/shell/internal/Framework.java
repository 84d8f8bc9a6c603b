package dev.jackfield.shell.internal;

import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.Clients;
import dev.jackfield.shell.internal.cords.Cords;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What there is around the commands where they share a panel with others, and outlive a command line.
 *
 * @param cords what the operator has plugged in
 * @param clients all clients, if somebody knows them
 * @param jar the jar that is plugged in, if there is one
 */
public record Framework(Cords cords, Supplier<Optional<Clients>> clients, Supplier<Optional<CookieJar>> jar) {}
