package usbd4j.gadget.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.gadget.devicefile.BuiltIn;
import usbd4j.gadget.devicefile.Template;
import usbd4j.gadget.serve.BusKind;
import usbd4j.stack.descriptor.Speed;

/** A script with which bash completes the program's command lines, made from its commands. */
final class BashCompletion {
    private static final String START = """
            # Completes command lines of usbd4j in bash. Made by the build from the program's commands.
            # shellcheck shell=bash

            _usbd4j() {
                local word=${COMP_WORDS[COMP_CWORD]} option='' command='' names='' value='' i=1
                # Words are split at "=", unless that is changed.
                if [ "$word" = = ]; then
                    option=${COMP_WORDS[COMP_CWORD - 1]}
                    word=''
                elif [ "${COMP_WORDS[COMP_CWORD - 1]}" = = ]; then
                    option=${COMP_WORDS[COMP_CWORD - 2]}
                else
                    option=${COMP_WORDS[COMP_CWORD - 1]}
                fi
                while [ $i -lt "$COMP_CWORD" ]; do
                    case "$command ${COMP_WORDS[i]}" in
            """;

    private static final String VALUES = """
                    esac
                    i=$((i + 1))
                done
                case "$command $option" in
            """;

    private static final String WORDS = """
                esac
                [ -n "$value" ] || case $command in
            """;

    private static final String END = """
                esac
                case $value in
                files)
                    compopt -o filenames
                    mapfile -t COMPREPLY < <(compgen -f -- "$word")
                    ;;
                folders)
                    compopt -o filenames
                    mapfile -t COMPREPLY < <(compgen -d -- "$word")
                    ;;
                controllers) mapfile -t COMPREPLY < <(cd /sys/class/udc 2>/dev/null && compgen -f -- "$word") ;;
                any) COMPREPLY=() ;;
                *)
                    mapfile -t COMPREPLY < <(compgen -W "$value $names" -- "$word")
                    [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
                    ;;
                esac
            }
            complete -F _usbd4j usbd4j
            """;

    private final StringBuilder paths = new StringBuilder();
    private final StringBuilder values = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    private BashCompletion() {}

    /**
     * {@return the script}
     *
     * @param program all commands
     */
    static String of(CommandGroup program) {
        BashCompletion completion = new BashCompletion();
        completion.add(program, "");
        return START + completion.paths + VALUES + completion.values + WORDS + completion.words + END;
    }

    /** The path has a blank before each word, and none has the program itself. */
    private void add(CommandGroup group, String path) {
        List<String> names = new ArrayList<>(group.names());
        names.addAll(List.of("--help", "--version"));
        line(words, "'%s') names='%s' ;;".formatted(path, String.join(" ", names)));
        for (Entry entry : group.entries()) {
            String name = path + " " + entry.name();
            paths.append("        ");
            line(paths, "'%s') command='%s' ;;".formatted(name, name));
            if (entry instanceof CommandGroup inner) {
                add(inner, name);
            } else {
                add((Command) entry, name);
            }
        }
    }

    private void add(Command command, String path) {
        List<CommandOption<?>> options = Stream.concat(
                        command.options().stream().flatMap(group -> group.options().stream()),
                        Stream.of(CommandParser.HELP, CommandParser.VERSION))
                .toList();
        for (CommandOption<?> each : options) {
            if (each.takesValue()) {
                line(values, "'%s --%s') value='%s' ;;".formatted(path, each.name(), values(each)));
            }
        }
        String names = options.stream()
                .flatMap(each -> each.spellings().stream().map(name -> "--" + name + (each.takesValue() ? "=" : "")))
                .collect(Collectors.joining(" "));
        String operands = operands(command);
        // A word that begins with a dash is an option.
        line(
                words,
                "'%s') case $word in -*) names='%s' ;; *) value='%s' ;; esac ;;"
                        .formatted(path, names, operands.isEmpty() ? names : operands));
    }

    /** {@return what the values of an option may be: a word of the script's last part, or the values themselves} */
    private static String values(CommandOption<?> option) {
        return switch (option.valueName()) {
            case "FILE" -> "files";
            case "DIR" -> "folders";
            case "BUS" -> PlaceOptions.AUTO + " " + all(BusKind.values());
            case "SPEED" ->
                all(Arrays.stream(Speed.values()).map(PlaceOptions::name).toArray());
            default -> option.name().equals("udc") ? "controllers" : "any";
        };
    }

    private static String operands(Command command) {
        if (command instanceof DeviceTemplateCommand) {
            return all(Template.values());
        }
        if (command instanceof DeviceShowCommand) {
            return all(BuiltIn.all().stream().map(BuiltIn::name).toArray());
        }
        return command.operand().startsWith("FILE") || command instanceof DeviceOfCommand ? "files" : "";
    }

    private static String all(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder part, String line) {
        part.append("    ").append(line).append('\n');
    }
}
