package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.doctor.Doctor;
import usbd4j.gadget.doctor.JsonReport;
import usbd4j.gadget.doctor.Repair;
import usbd4j.gadget.doctor.Report;

/** {@code usbd4j doctor}. */
final class DoctorCommand implements Command {
    private static final CommandOption<Boolean> FIX = CommandOption.flag(
            "fix",
            "First do what is safe, as root: load modules, mount configfs. Each command is printed before it is run.");
    private static final CommandOption<Boolean> JSON = CommandOption.flag("json", "Print the table as JSON.");

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Says whether this board has everything that a device needs, and what to do about what is missing. The commands in"
                        + " its advice are for root.",
                "Exit status 0: a device can be served here; 10: it cannot. A machine without a device controller is ready if it has"
                        + " vhci-hcd; --json then says \"bus\": \"vhci\".");
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", FIX, JSON));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Doctor doctor = Doctor.ofThisBoard();
        Report report = arguments.has(FIX) ? fixed(doctor, console) : doctor.look();
        console.out().print(arguments.has(JSON) ? JsonReport.of(report) : report.table());
        return report.isReady() ? ExitStatus.OK : ExitStatus.NOT_READY;
    }

    private static Report fixed(Doctor doctor, Console console) {
        if (doctor.mayRepair()) {
            return new Repair(doctor, console.err()::println).repair();
        }
        console.err().println("usbd4j: --fix needs root (sudo); nothing is changed");
        return doctor.look();
    }
}
