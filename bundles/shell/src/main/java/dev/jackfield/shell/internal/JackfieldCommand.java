package dev.jackfield.shell.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The top of all commands; does nothing by itself. */
@Command(
        name = "jackfield",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A patch bay for network clients: HTTP over connectors that can be swapped while it runs.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:all went well",
            " 1:a failure that has no number of its own",
            " 2:a mistake in the command line",
            " 3:a malformed or unsupported URL (599)",
            " 6:a name that leads nowhere (595)",
            " 7:no connection (595)",
            "22:--fail was given and the status was 400 or more",
            "23:the output cannot be written (598); quiet if the reader of a pipe has gone",
            "26:a file to be sent cannot be read",
            "28:time is up: --max-time, or nothing moved for --timeout",
            "56:sending or receiving failed (596, 597)",
            "130:interrupted"
        },
        footer = {"", "Example: jackfield get -i http://127.0.0.1:8080/"})
final class JackfieldCommand {
    @Mixin
    final ConnectOptions settings = new ConnectOptions();
}
