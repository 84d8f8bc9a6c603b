package dev.jackfield.resolver.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration {@code dev.jackfield.resolver}, as told in the description of the exported package. */
@ObjectClassDefinition(
        name = "Jackfield resolver",
        description = "How names are looked up. What is empty is as the system properties say.")
@interface ResolverForm {
    /** Path. */
    @AttributeDefinition(
            name = "Hosts file",
            description = "Path of the hosts file. Empty for the platform's.",
            required = false)
    String hosts() default "";

    /** Name servers. */
    @AttributeDefinition(
            name = "Name servers",
            description =
                    "Each ADDRESS or ADDRESS:PORT, IPv6 in brackets if there is a port; at most 32. Empty for those of"
                            + " resolv.conf.",
            required = false)
    String[] dns() default {};

    /** Path. */
    @AttributeDefinition(
            name = "resolv.conf",
            description = "Path of resolv.conf. Empty for /etc/resolv.conf.",
            required = false)
    String resolv_conf() default "";

    /** Path. */
    @AttributeDefinition(
            name = "Table of services",
            description = "Path of the table of services. Empty for the platform's.",
            required = false)
    String services() default "";

    /** Who is asked first. */
    @AttributeDefinition(
            name = "Order",
            description = "Who is asked first.",
            required = false,
            options = {
                @Option(label = "not set: hosts file first", value = ""),
                @Option(label = "hosts file first", value = "hosts-first"),
                @Option(label = "name servers first", value = "dns-first"),
                @Option(label = "hosts file, then the JVM's resolver", value = "system")
            })
    String resolver() default "";
}
