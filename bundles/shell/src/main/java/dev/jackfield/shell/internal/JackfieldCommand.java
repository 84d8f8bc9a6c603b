package dev.jackfield.shell.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The top of all commands; does nothing by itself. */
@Command(
        name = "jackfield",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "A patch bay for network clients: HTTP over connectors, proxies and TLS that can be swapped while it"
                        + " runs.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:all went well",
            " 1:a failure that has no number of its own",
            " 2:a mistake in the command line",
            " 3:a malformed or unsupported URL (599)",
            " 5:the name of a proxy that leads nowhere (595)",
            " 6:a name that leads nowhere (595)",
            " 7:no connection (595)",
            "18:download: less came than there is",
            "22:--fail was given, or this is download, and the status was 400 or more",
            "23:the output cannot be written (598); quiet if the reader of a pipe has gone",
            "26:a file to be sent cannot be read",
            "28:time is up: --max-time, --connect-timeout, or nothing moved for --timeout",
            "33:download: another part came than the one asked for",
            "35:no encryption (595, 596)",
            "47:more redirects than --max-redirs",
            "56:sending or receiving failed (596, 597)",
            "60:a certificate that is refused (595, 596)",
            "97:a proxy that does not do what it is asked for (595)",
            "130:interrupted"
        },
        footer = {
            "",
            "Examples: jackfield get -i http://127.0.0.1:8080/",
            "          jackfield get --route 'plain > socks5(127.0.0.1:1080)' https://127.0.0.1:8443/"
        })
final class JackfieldCommand {
    @Mixin
    final ConnectOptions settings = new ConnectOptions();
}
