/**
 * Who gets which cookie (RFC 6265bis), and the dates of HTTP (RFC 9110 section 5.6.7).
 *
 * <p>A {@link dev.jackfield.cookies.CookieJar} is all that an HTTP client knows of it: it hands in what servers send and
 * asks what to send back. {@link dev.jackfield.cookies.MemoryJar} is one, and one that operators can look into, too
 * ({@link dev.jackfield.cookies.OpenJar}).
 *
 * <pre>{@code
 * MemoryJar jar = MemoryJar.create();
 * jar.load(CookieFormat.NETSCAPE.read(Path.of("cookies.txt")));
 * ...
 * CookieFormat.NETSCAPE.write(Path.of("cookies.txt"), jar.all());
 * }</pre>
 *
 * <p>A jar is a service, so that it can be swapped: the one of this bundle keeps what it has in memory. {@link
 * java.util.ServiceLoader} makes it with the default rules. In OSGi it has the property {@code jackfield.name} with the
 * value {@code standard}, and the configuration {@code dev.jackfield.cookies}, with the defaults of {@link
 * dev.jackfield.cookies.CookieRules}:
 *
 * <ul>
 *   <li>{@code profile}: {@code 6265bis} or {@code 6265};
 *   <li>{@code max.pair}, {@code max.attribute}, {@code max.per.domain} and {@code max.cookies};
 *   <li>{@code longest.life} in days; 0 for as long as a cookie says;
 *   <li>{@code public.suffixes}, the path of a list to be used instead of the one that is shipped;
 *   <li>{@code file}, the path of a file to load cookies from, and to save them to: within a second after they change, and
 *       at the end. It need not be there. Default: none;
 *   <li>{@code format} of that file: {@code netscape}, {@code json} or {@code auto}, which is {@code json} if its name ends in
 *       {@code .json}, else {@code netscape}. Default: {@code auto};
 *   <li>{@code keep.session}, true if cookies without an end are to be taken from the file too. Default: false.
 * </ul>
 *
 * <p>Numbers are whole, and may be text. A configuration with a wrong value, an unknown key (those that OSGi itself adds
 * excepted) or a file that cannot be read is refused as a whole, with a warning in the log that tells what is wrong. Then
 * the one before stays, or if there was none, the defaults without a file, which is then left alone. What is in the jar
 * stays when the configuration changes, as far as the new rules have room for it; and so of a file what the rules do not
 * allow is left out, with a warning.
 */
@Export
@Version("1.0.0")
package dev.jackfield.cookies;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
