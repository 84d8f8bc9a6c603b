package dev.jackfield.http.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.loop.Loops;

/**
 * What all the clients of a framework have in common. <i>Thread-safe.</i>
 *
 * @param jar whichever is plugged in
 */
record Fittings(Loops loops, Panel panel, CookieJar jar) {}
