# Prints the table of benchmark/start from its figures: board, what, value; times in microseconds, memory in KiB.

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
	return (sorted[int((n + 1) / 2)] + sorted[int((n + 2) / 2)]) / 2
}

# Of each figure as a multiple of java -version in the same round.
function divide(what,    i, n) {
	for (i = 1; i <= boardCount; i++)
		for (n = 1; n <= count[boards[i], what]; n++)
			values[boards[i], what, n] /= values[boards[i], "java -version", n]
}

# What is printed is the median, divided by a number.
function row(label, what, format, by,    i, value) {
	printf "%-60s", label
	for (i = 1; i <= boardCount; i++) {
		value = median(boards[i], what)
		printf "%12s", value == "-" ? value : sprintf(format, value / by)
	}
	print ""
}

function multiple(label, what) {
	divide(what)
	row(label ", x java -version", what, "%.2f", 1)
}

END {
	printf "%-60s", ""
	for (i = 1; i <= boardCount; i++) printf "%12s", boards[i]
	print ""
	row("java -version, s", "java -version", "%.2f", 1000000)
	multiple("usbd4j --help", "usbd4j --help")
	multiple("usbd4j udcs", "usbd4j udcs")
	multiple("usbd4j run, until on the bus", "usbd4j run")
	multiple("usbd4j run --bus gadgetfs", "usbd4j run --bus gadgetfs")
	multiple("usbd4j run --bus vhci", "usbd4j run --bus vhci")
	multiple("usbd4j run --bus vhci, until configured", "configured by usbd4j run --bus vhci")
	multiple("java -jar usbd4j.jar run, without launcher", "java -jar usbd4j.jar run")
	row("first answer on FunctionFS, ms", "first answer of usbd4j run", "%.1f", 1000)
	row("first answer on GadgetFS, ms", "first answer of usbd4j run --bus gadgetfs", "%.1f", 1000)
	row("first answer on vhci-hcd, ms", "first answer of usbd4j run --bus vhci", "%.1f", 1000)
	row("memory serving (VmRSS), MiB", "VmRSS of usbd4j run", "%.0f", 1024)
	row("most memory (VmHWM), MiB", "VmHWM of usbd4j run", "%.0f", 1024)
	row("threads", "Threads of usbd4j run", "%d", 1)
}
