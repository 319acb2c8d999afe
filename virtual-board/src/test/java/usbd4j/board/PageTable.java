package usbd4j.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table of a page of the documentation, whose rows are a test's input. */
final class PageTable {
    private PageTable() {}

    /**
     * {@return the cells of the rows, without blanks around and back quotes}
     *
     * @param page the page's name in docs/
     * @param beginnings of the first cell of the rows that are meant
     */
    static List<List<String>> rows(String page, String... beginnings) throws IOException {
        return Files.readAllLines(Path.of("docs", page)).stream()
                .filter(line -> Arrays.stream(beginnings).anyMatch(each -> line.startsWith("| " + each)))
                .map(PageTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|"))
                .skip(1)
                .map(each -> each.strip().replace("`", ""))
                .toList();
    }

    /** {@return a row's cell if it lists what was seen, with "or" between, or else that} */
    static String oneOf(String cell, String seen) {
        return List.of(cell.split(" or ")).contains(seen) ? cell : seen;
    }
}
