package usbd4j.gadget.cli;

import picocli.CommandLine.Command;

/** {@code usbd4j device}. */
@Command(
        name = "device",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Devices in files, for \"usbd4j run --device FILE\".",
            "A device file is TOML: an option of \"usbd4j run\" in each line, without its dashes. What is given on the command"
                    + " line goes before what the file says."
        },
        subcommands = {DeviceTemplateCommand.class, DeviceCheckCommand.class},
        footer = {
            "",
            "Examples:",
            "  usbd4j device template dfu >my.toml",
            "  usbd4j device check my.toml",
            "  sudo usbd4j run --device my.toml"
        })
final class DeviceCommand {}
