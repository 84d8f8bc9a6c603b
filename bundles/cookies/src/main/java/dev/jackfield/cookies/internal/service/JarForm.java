package dev.jackfield.cookies.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form asks; read by nobody here, so that no default hides what is not said. */
@ObjectClassDefinition(
        name = "Jackfield cookies",
        description =
                "The jar of clients that are configured with shared cookies, while no other jar of a higher ranking is plugged in.")
interface JarForm {
    @AttributeDefinition(
            name = "Rules",
            description = "The document that says which cookies are taken and given.",
            defaultValue = "6265bis",
            options = {@Option(label = "RFC 6265bis", value = "6265bis"), @Option(label = "RFC 6265", value = "6265")})
    String profile();

    @AttributeDefinition(
            name = "Greatest cookie",
            description = "In octets, from 1: name and value together; longer ones are no cookies.",
            defaultValue = "4096",
            min = "1")
    int max_pair();

    @AttributeDefinition(
            name = "Greatest attribute",
            description = "In octets, from 1; longer ones are ignored.",
            defaultValue = "1024",
            min = "1")
    int max_attribute();

    @AttributeDefinition(
            name = "Most of a domain",
            description =
                    "Cookies, from 1; at more, others of the domain are dropped, those without Secure and unused for longest first.",
            defaultValue = "180",
            min = "1")
    int max_per_domain();

    @AttributeDefinition(
            name = "Most of all",
            description = "Cookies, from 1; at more, those unused for longest are dropped.",
            defaultValue = "3000",
            min = "1")
    int max_cookies();

    @AttributeDefinition(
            name = "Longest life",
            description =
                    "In days, from 0: the longest that a cookie is kept from its arrival. 0 for as long as it says.",
            defaultValue = "400",
            min = "0")
    int longest_life();

    @AttributeDefinition(
            name = "Public suffixes",
            description = "Path of a list to be used instead of the one that is shipped. Empty for that one.",
            defaultValue = "",
            required = false)
    String public_suffixes();

    @AttributeDefinition(
            name = "File",
            description = "Path of a file to load cookies from and to save them to. Empty for none.",
            defaultValue = "",
            required = false)
    String file();

    @AttributeDefinition(
            name = "Format",
            description = "Of that file.",
            defaultValue = "auto",
            options = {
                @Option(label = "json if its name ends so, else netscape", value = "auto"),
                @Option(label = "as curl has it (cookies.txt)", value = "netscape"),
                @Option(label = "JSON", value = "json")
            })
    String format();

    @AttributeDefinition(
            name = "Cookies of a session",
            description = "Whether cookies without an end are taken from the file, too.",
            defaultValue = "false")
    boolean keep_session();
}
