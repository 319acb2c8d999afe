package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code usbd4j doctor} prints.
 *
 * @param status its exit status
 * @param verdict the last line
 * @param states the state of each row by its name
 * @param advice what to do, for the rows that have it
 */
record Diagnosis(int status, String verdict, Map<String, String> states, Map<String, String> advice) {
    private static final Pattern ROW = Pattern.compile("^(\\S.*?) {2,}(ok|note|missing) .*");
    private static final Pattern ADVICE = Pattern.compile("^    -> (.*)$");

    static Diagnosis of(Tool doctor) {
        Map<String, String> states = new LinkedHashMap<>();
        Map<String, String> advice = new LinkedHashMap<>();
        String name = "";
        List<String> lines = doctor.output().lines().toList();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            Matcher advised = ADVICE.matcher(line);
            if (row.matches()) {
                name = row.group(1);
                states.put(name, row.group(2));
            } else if (advised.matches()) {
                advice.put(name, advised.group(1));
            }
        }
        assertThat(states).as("rows of: %s", doctor.output()).isNotEmpty();
        return new Diagnosis(doctor.status(), lines.get(lines.size() - 1), states, advice);
    }

    /** {@return the names of the rows in a state} */
    List<String> in(String state) {
        return states.entrySet().stream()
                .filter(each -> each.getValue().equals(state))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Does what a row advises: runs the command that it ends with, as a person at a shell would. */
    void follow(String row) {
        String sentence = advice.getOrDefault(row, "");
        String command = sentence.substring(sentence.lastIndexOf(": ") + 2);
        assertThat(Tool.run("sh", "-c", command)).as(command).isEqualTo(new Tool(0, ""));
    }
}
