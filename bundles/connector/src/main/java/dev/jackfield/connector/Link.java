package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.Names;
import dev.jackfield.connector.internal.RouteText;
import java.util.Optional;

/**
 * One link of a {@link Route}: the name of what is plugged in on the {@link Panel}, and what stands in brackets behind
 * it.
 *
 * <p><i>Immutable.</i>
 *
 * @param name of a connector, if it is the first link, else of a layer
 * @param argument what stands in brackets
 */
public record Link(String name, Argument argument) {

    /** What stands in brackets. <i>Immutable.</i> */
    public sealed interface Argument {}

    /** No brackets at all. <i>Immutable.</i> */
    public record Bare() implements Argument {}

    /**
     * Where this link begins its work: the proxy, or, of a first link, whom to connect to whatever the target.
     * <i>Immutable.</i>
     *
     * @param address of the proxy
     * @param credentials for it
     */
    public record Via(HostPort address, Credentials credentials) implements Argument {
        /** Checks for nulls. */
        public Via {
            Given.of(address, "an address");
            Given.of(credentials, "credentials, or those of nobody");
        }
    }

    /**
     * Anything else, for the link to understand. <i>Immutable.</i>
     *
     * @param text not empty
     */
    public record Option(String text) implements Argument {
        /** Checks that there is one. */
        public Option {
            if (Given.of(text, "an option").isEmpty()) {
                throw new IllegalArgumentException("Expected something in brackets, got nothing");
            }
        }
    }

    /** Checks the name. */
    public Link {
        Names.checked(name);
        Given.of(argument, "an argument");
    }

    /**
     * A link without brackets.
     *
     * @param name of what is plugged in
     * @return the link
     * @throws IllegalArgumentException if the name is none
     */
    public static Link of(String name) {
        return new Link(name, new Bare());
    }

    /**
     * A link with an option.
     *
     * @param name of what is plugged in
     * @param option for the link to understand, for example the name of a TLS profile
     * @return the link
     * @throws IllegalArgumentException if the name is none, or the option is empty
     */
    public static Link of(String name, String option) {
        return new Link(name, new Option(option));
    }

    /**
     * A link by way of a proxy.
     *
     * @param name of what is plugged in
     * @param proxy its address
     * @param credentials for it, or {@link Credentials#NONE}
     * @return the link
     * @throws IllegalArgumentException if the name is none
     */
    public static Link of(String name, HostPort proxy, Credentials credentials) {
        return new Link(name, new Via(proxy, credentials));
    }

    /**
     * Reads one link, {@code tls(high)}, as {@link Route#parse} does.
     *
     * @param text a name, and maybe brackets
     * @return the link
     * @throws RouteSyntaxException if the text is no link
     */
    public static Link parse(String text) {
        return RouteText.parseLink(Given.of(text, "the text of a link"));
    }

    /**
     * Where this link begins its work.
     *
     * @return the address in the brackets, if there is one
     */
    public Optional<HostPort> address() {
        return argument instanceof Via via ? Optional.of(via.address) : Optional.empty();
    }

    /**
     * Whom to be there.
     *
     * @return the credentials in the brackets, or {@link Credentials#NONE}
     */
    public Credentials credentials() {
        return argument instanceof Via via ? via.credentials : Credentials.NONE;
    }

    /**
     * What else stands in the brackets.
     *
     * @return the option, or an empty text
     */
    public String option() {
        return argument instanceof Option option ? option.text : "";
    }

    /** As text that {@link #parse} reads again, but for a password, of which only {@value Credentials#HIDDEN} is shown. */
    @Override
    public String toString() {
        return RouteText.format(this);
    }
}
