# Prints the table of benchmark/start from its figures: board, what, value.

BEGIN { FS = "\t" }

{
	if (!($1 in seen)) boards[++boardCount] = $1
	seen[$1]
	values[$1, $2, ++count[$1, $2]] = $3
}

function median(board, what,    n, i, j, swap, sorted) {
	n = count[board, what]
	if (!n) return "-"
	for (i = 1; i <= n; i++) sorted[i] = values[board, what, i]
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && sorted[j - 1] + 0 > sorted[j] + 0; j--) {
			swap = sorted[j]
			sorted[j] = sorted[j - 1]
			sorted[j - 1] = swap
		}
	return sorted[int((n + 1) / 2)]
}

function row(label, what, format,    i, value) {
	printf "%-44s", label
	for (i = 1; i <= boardCount; i++) {
		value = median(boards[i], what)
		printf "%12s", value == "-" ? value : sprintf(format, value)
	}
	print ""
}

END {
	printf "%-44s", ""
	for (i = 1; i <= boardCount; i++) printf "%12s", boards[i]
	print ""
	row("java -version, s", "java -version", "%.1f")
	row("usbd4j --help, x java -version", "usbd4j --help", "%.1f")
	row("usbd4j udcs", "usbd4j udcs", "%.1f")
	row("usbd4j run, until on the bus", "usbd4j run", "%.1f")
	row("usbd4j run --bus gadgetfs", "usbd4j run --bus gadgetfs", "%.1f")
	row("java -jar usbd4j.jar run, without launcher", "java -jar usbd4j.jar run", "%.1f")
	row("first answer on FunctionFS, ms", "first answer of usbd4j run", "%d")
	row("first answer on GadgetFS, ms", "first answer of usbd4j run --bus gadgetfs", "%d")
	row("memory serving (VmRSS), MiB", "VmRSS of usbd4j run", "%.0f")
	row("most memory (VmHWM), MiB", "VmHWM of usbd4j run", "%.0f")
	row("threads", "threads of usbd4j run", "%d")
}
