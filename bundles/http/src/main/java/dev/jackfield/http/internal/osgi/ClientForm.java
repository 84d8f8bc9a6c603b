package dev.jackfield.http.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What a form asks for the client without a name; read by nobody here, so that no default hides what is not said. */
@ObjectClassDefinition(
        name = "Jackfield HTTP client",
        description =
                "The client that bundles get who ask for none by name. Each has connections of its own; a change holds for all of them, and interrupts nothing.")
interface ClientForm {
    @AttributeDefinition(
            name = "Inactivity",
            description =
                    "In seconds, from 1: for each address while connecting, for each handshake of a route, then between any two reads or writes.",
            defaultValue = "300",
            min = "1")
    int timeout();

    @AttributeDefinition(
            name = "Connecting",
            description =
                    "In seconds: for a connection to come about, all addresses and all links of the route included. 0 for no limit but the others.",
            defaultValue = "0",
            min = "0")
    int timeout_connect();

    @AttributeDefinition(
            name = "Waiting for a connection",
            description = "In seconds: for a slot among the connections of the host to come free. 0 for no limit.",
            defaultValue = "0",
            min = "0")
    int timeout_acquire();

    @AttributeDefinition(
            name = "Deadline",
            description =
                    "In seconds: for all of a request, from the call to its completion, redirects included. 0 for no limit.",
            defaultValue = "0",
            min = "0")
    int deadline();

    @AttributeDefinition(
            name = "Connections per host",
            description =
                    "From 1: connections to one origin (scheme, host and port) at a time, idle ones included, of one bundle. What is over waits in order.",
            defaultValue = "4",
            min = "1")
    int max_per_host();

    @AttributeDefinition(
            name = "Idle",
            description =
                    "In seconds, from 1: how long a connection is kept without use, unless the server says how long it keeps it.",
            defaultValue = "3",
            min = "1")
    int idle();

    @AttributeDefinition(
            name = "Not looked at",
            description =
                    "In milliseconds: how long a kept connection counts as alive after its last exchange; one that has"
                            + " rested for longer is looked at before it is used. 0 to look always.",
            defaultValue = "1",
            min = "0")
    int unchecked();

    @AttributeDefinition(
            name = "Greatest age",
            description =
                    "In seconds: how long after it was made a connection may begin another exchange. 0 for no limit.",
            defaultValue = "0",
            min = "0")
    int max_age();

    @AttributeDefinition(
            name = "Drain",
            description =
                    "In seconds: how long an exchange may go on over a connection once what made that is not in use any more; then it fails. 0 for as long as it takes.",
            defaultValue = "0",
            min = "0")
    int drain();

    @AttributeDefinition(
            name = "Wait for a plug",
            description =
                    "In seconds: how long a connect waits while nothing is plugged in under a name of its route, as during the update of a bundle, and how long it may go on by what is not in use any more. 0 for not at all.",
            defaultValue = "2",
            min = "0")
    int plug_wait();

    @AttributeDefinition(
            name = "Greatest head",
            description = "In octets, from 64: of the head of a response, and of all trailers together.",
            defaultValue = "65536",
            min = "64")
    int max_head();

    @AttributeDefinition(
            name = "Most fields",
            description = "From 1: fields in the head of a response, and in all trailers together.",
            defaultValue = "256",
            min = "1")
    int max_fields();

    @AttributeDefinition(
            name = "Most interim responses",
            description = "From 0: interim (1xx) responses before the final one.",
            defaultValue = "16",
            min = "0")
    int max_interim();

    @AttributeDefinition(
            name = "Greatest body in memory",
            description = "In octets, from 0: of a body that is kept in memory, after decoding.",
            defaultValue = "67108864",
            min = "0")
    long max_body();

    @AttributeDefinition(
            name = "Greatest body",
            description = "In octets, from 0: of any body, wherever it goes, after decoding. The default is no limit.",
            defaultValue = "9223372036854775807",
            min = "0")
    long max_response();

    @AttributeDefinition(
            name = "Greatest expansion",
            description =
                    "From 1: how many times as long as what came by the wire a decoded body may be, beyond its first MiB.",
            defaultValue = "200",
            min = "1")
    int max_ratio();

    @AttributeDefinition(
            name = "Most redirects",
            description = "From 0: how many redirects are followed in a row; 0 for none.",
            defaultValue = "10",
            min = "0")
    int max_redirects();

    @AttributeDefinition(
            name = "Redirects to http",
            description = "Whether redirects are followed from https to http, too.",
            defaultValue = "false")
    boolean redirect_downgrade();

    @AttributeDefinition(
            name = "Cookies",
            description =
                    "Where cookies are kept: nowhere, in the jar that is plugged in, together with all others that use it, or in a jar in memory that each client has of its own.",
            defaultValue = "none",
            options = {
                @Option(label = "none", value = "none"),
                @Option(label = "in the jar that is plugged in", value = "shared"),
                @Option(label = "in a jar of its own", value = "own")
            })
    String cookies();

    @AttributeDefinition(
            name = "User-Agent",
            description = "Of requests that bring none. Empty for none.",
            defaultValue = "Jackfield/0.1.0",
            required = false)
    String user_agent();

    @AttributeDefinition(
            name = "Routes",
            description =
                    "Rules, each pattern = route, of which the first that matches holds, such as *.near.example = plain or * = plain > connect(proxy.example:3128).",
            defaultValue = {},
            required = false)
    String[] routes();

    @AttributeDefinition(
            name = "Proxies of the environment",
            description =
                    "Whether proxies from the environment (http_proxy, https_proxy, all_proxy, no_proxy) are used where no rule matches.",
            defaultValue = "false")
    boolean environment();

    @AttributeDefinition(
            name = "Route",
            description =
                    "Where neither rules nor the environment say otherwise, such as plain or plain > socks5(127.0.0.1:1080).",
            defaultValue = "plain")
    String route();

    @AttributeDefinition(
            name = "TLS",
            description = "The link that encrypts for https, such as tls(high) or tls(NAME OF A PROFILE).",
            defaultValue = "tls(high)")
    String tls();
}
