package dev.jackfield.connector.plain.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form asks; read by nobody here, so that no default hides what the system properties say. */
@ObjectClassDefinition(
        name = "Jackfield plain connector",
        description =
                "How the plain connector goes through the addresses of a host. What is not set is as the system properties say.")
interface PlainForm {
    @AttributeDefinition(
            name = "Addresses",
            description = "Which addresses are used.",
            defaultValue = "any",
            options = {
                @Option(label = "any", value = "any"),
                @Option(label = "IPv4 only", value = "ipv4"),
                @Option(label = "IPv6 only", value = "ipv6")
            })
    String family();

    @AttributeDefinition(
            name = "One after another",
            description =
                    "Whether addresses are tried one after another, each only when the one before has failed. Otherwise they race (RFC 8305).",
            defaultValue = "false")
    boolean serial();

    @AttributeDefinition(
            name = "Stagger",
            description = "In milliseconds, from 10 to 2000: how long after a start the next address joins the race.",
            defaultValue = "250",
            min = "10",
            max = "2000")
    int stagger();
}
