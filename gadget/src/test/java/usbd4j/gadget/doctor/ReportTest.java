package usbd4j.gadget.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.serve.BusKind;

class ReportTest {
    private static final Row JAVA = Row.ok("Java", "17", "17 or later");
    private static final Row PROBES = Row.note("kernel probes", "none", "perf", Remedy.byHand("take another kernel"));
    private static final Row CONTROLLER = Row.missing(
            "controller",
            "none",
            "one",
            new Lack(
                    ExitStatus.NO_CONTROLLER,
                    "There is none",
                    Remedy.by("load \"it\"", Command.safe("modprobe", "dwc2"))));

    @Test
    void isATableThatEndsWithTheVerdict() {
        assertThat(new Report(BusKind.FUNCTIONFS, List.of(JAVA, PROBES, CONTROLLER)).table())
                .isEqualTo("""
                NEED           STATE    FOUND  NEEDED
                Java           ok       17     17 or later
                kernel probes  note     none   perf
                    -> take another kernel
                controller     missing  none   one
                    -> There is none; load "it": modprobe dwc2
                not ready: controller
                """);
    }

    @Test
    void notesDoNotKeepABoardFromBeingReady() {
        assertThat(new Report(BusKind.FUNCTIONFS, List.of(JAVA, PROBES)).table())
                .endsWith("\nready\n");
    }

    @Test
    void throughWhatAMachineWithoutAControllerIsReadyIsTold() {
        assertThat(new Report(BusKind.VHCI, List.of(JAVA, CONTROLLER.dispensable())).verdict())
                .isEqualTo(
                        "ready through vhci-hcd: without a device controller, a run plugs the device into this machine itself");
    }

    @Test
    void isJsonToo() {
        assertThat(JsonReport.of(new Report(BusKind.FUNCTIONFS, List.of(JAVA, CONTROLLER))))
                .isEqualTo("""
                {
                  "ready": false,
                  "bus": "functionfs",
                  "rows": [
                    {"name": "Java", "state": "ok", "found": "17", "needed": "17 or later", "advice": null, "command": null},
                    {"name": "controller", "state": "missing", "found": "none", "needed": "one", "advice": "There is none; load \\"it\\": modprobe dwc2", "command": "modprobe dwc2"}
                  ]
                }
                """);
    }

    @Test
    void jsonEscapesWhatItMust() {
        assertThat(JsonReport.string("a\"b\\c\nd\u0001ü")).isEqualTo("\"a\\\"b\\\\c\\u000ad\\u0001ü\"");
    }
}
