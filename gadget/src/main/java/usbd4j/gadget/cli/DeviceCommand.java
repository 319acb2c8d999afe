package usbd4j.gadget.cli;

import picocli.CommandLine.Command;

/** {@code usbd4j device}. */
@Command(
        name = "device",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Devices in files, for \"usbd4j run --device FILE\".",
            "A device file says in TOML what a device is, in run-time and in DFU mode. What is given on the command line of"
                    + " \"usbd4j run\" goes over it."
        },
        subcommands = {DeviceTemplateCommand.class, DeviceCheckCommand.class, DeviceKeysCommand.class},
        footer = {
            "",
            "Examples:",
            "  usbd4j device template dfu >my.toml",
            "  usbd4j device check my.toml",
            "  sudo usbd4j run --device my.toml"
        })
final class DeviceCommand {}
