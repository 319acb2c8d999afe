package usbd4j.board;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What happens to a device in a soak test. Each begins and ends with the device in run-time. */
enum SoakAction {
    DETACH(5, false),
    UNPLUG(5, false),
    REPLUG(5, false),
    RESET(2, false),
    KILL(1, false),
    RESTART(1, false),
    REMOVE_CONTROLLER(3, false),
    SET_CLOCK(2, false),
    UPGRADE(6, true),
    CUT_UPGRADE(4, true),
    KILL_IN_DFU_MODE(1, true),
    REMOVE_CONTROLLER_IN_DFU_MODE(2, true);

    private final int weight;
    private final boolean needsDfuMode;

    SoakAction(int weight, boolean needsDfuMode) {
        this.weight = weight;
        this.needsDfuMode = needsDfuMode;
    }

    static SoakAction draw(Random random, boolean hasDfuMode) {
        List<SoakAction> urn = Arrays.stream(values())
                .filter(each -> hasDfuMode || !each.needsDfuMode)
                .flatMap(each -> IntStream.range(0, each.weight).mapToObj(i -> each))
                .toList();
        return urn.get(random.nextInt(urn.size()));
    }

    void doWith(SoakDevice device, Random random) {
        switch (this) {
            case DETACH -> device.detach();
            case UNPLUG -> device.unplug(random);
            case REPLUG -> device.replug();
            case RESET -> device.reset();
            case KILL -> device.kill();
            case RESTART -> device.restart();
            case REMOVE_CONTROLLER -> device.removeController(random);
            case SET_CLOCK -> device.setClock(random);
            case UPGRADE -> device.upgrade(random);
            case CUT_UPGRADE -> device.cutUpgrade(random);
            case KILL_IN_DFU_MODE -> device.killInDfuMode();
            case REMOVE_CONTROLLER_IN_DFU_MODE -> device.removeControllerInDfuMode();
        }
    }
}
