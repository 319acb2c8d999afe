package usbd4j.gadget.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the device is beside DFU, as far as the kernel serves the like of it.
 *
 * @param functions in the order of their interfaces
 * @param leftOut a sentence for each interface that is not copied
 */
record CopiedFunctions(List<CopiedFunction> functions, List<String> leftOut) {
    /** {@return the functions of the configuration that the DFU interface is in} */
    static CopiedFunctions of(Original original, SeenDfu dfu) {
        List<CopiedFunction> functions = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        SeenConfiguration configuration = dfu.configuration();
        List<Integer> own = dfu.settings().stream().map(SeenSetting::number).toList();
        List<SeenSetting> others = configuration.settings().stream()
                .filter(each -> each.descriptor().bAlternateSetting() == 0 && !own.contains(each.number()))
                .toList();
        for (int i = 0; i < others.size(); ) {
            SeenSetting first = others.get(i);
            Optional<SeenSetting> second = others.stream().skip(i + 1L).findFirst();
            Optional<byte[]> report = original.reportDescriptor(configuration, first.number());
            Optional<CopiedFunction> function = CopiedFunction.of(first, second, report, functions.size());
            function.ifPresentOrElse(
                    functions::add,
                    () -> leftOut.add("Interface %d, of class %s, is left out: %s."
                            .formatted(
                                    first.number(),
                                    first.kind(),
                                    first.isHid() && report.isEmpty()
                                            ? "its report descriptor is not known"
                                            : "no function of the kernel is like it")));
            i += function.map(CopiedFunction::interfaceCount).orElse(1);
        }
        return new CopiedFunctions(List.copyOf(functions), List.copyOf(leftOut));
    }

    /** {@return how many interfaces they have, which in the copy come before that of DFU} */
    int interfaceCount() {
        return functions.stream().mapToInt(CopiedFunction::interfaceCount).sum();
    }

    void write(String table, TomlText toml) {
        functions.forEach(each -> each.write(table, toml));
    }
}
