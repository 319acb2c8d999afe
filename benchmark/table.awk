# Prints a summary as a table to read. In: what summary.awk prints; one, other: what the devices are called.
BEGIN {
	FS = "\t"
	both = sprintf("%9s%9s", one, other)
	ratio_of = other "/" one
	compared_both = sprintf("%s%9s", both, length(ratio_of) < 9 ? ratio_of : "ratio")
}

NR > 1 {
	c[$1, $2] = $3
	java[$1, $2] = $4
	ratio[$1, $2] = $5
}

# A number and its unit's decimals.
function number(value, decimals) {
	return sprintf("%9." decimals "f", value)
}

function pair(what, figure, decimals) {
	return number(c[what, figure], decimals) number(java[what, figure], decimals)
}

function compared(what, figure, decimals) {
	return pair(what, figure, decimals) number(ratio[what, figure], 2)
}

function control(name, what) {
	printf "%-26s%s%s%s%9.0f\n", name, compared(what, "median-us", 0), pair(what, "p95-us", 0),
		compared(what, "cpu-us", 0), java[what, "heap-bytes"]
}

function bulk(direction, size, name, in_flight,    what) {
	what = "bulk-" direction " " size " " in_flight
	printf "%-26s%s%18s%s%9.0f\n", toupper(direction) ", " name ", " in_flight " in flight",
		compared(what, "mib-per-s", 2), "", compared(what, "cpu-us", 0), java[what, "heap-bytes"]
}

function firmware(direction, block, name,    what) {
	what = "dfu-" direction " " block
	printf "%-26s%s%18s%s%9.0f\n", direction ", blocks of " name, compared(what, "kib-per-s", 0), "",
		compared(what, "cpu-us", 0), java[what, "heap-bytes"]
}

function process(name, figure, decimals) {
	printf "%-26s%s\n", name, compared("process", figure, decimals)
}

END {
	split("512 4096 16384 65536", sizes, " ")
	split("512 B,4 KiB,16 KiB,64 KiB", names, ",")
	split("in out", directions, " ")

	print "                          round trip, µs             95 of 100 within  device's CPU, µs                heap"
	printf "%-26s%s%s%s%9s\n", "control transfer", compared_both, both, compared_both, other
	control("IN, 64 bytes", "control-in")
	control("OUT, 64 bytes", "control-out")
	control("no data", "control-none")
	print ""
	print "                          MiB/s                                        device's CPU, µs                heap"
	printf "%-26s%s%18s%s%9s\n", "bulk transfer", compared_both, "", compared_both, other
	for (d = 1; d <= 2; d++)
		for (s = 1; s <= 4; s++)
			for (in_flight = 1; in_flight <= 4; in_flight += 3)
				bulk(directions[d], sizes[s], names[s], in_flight)
	print ""
	print "                          KiB/s                                        device's CPU, µs                heap"
	printf "%-26s%s%18s%s%9s\n", "DFU, bwPollTimeout 0", compared_both, "", compared_both, other
	split("download upload", directions, " ")
	split("64 1024 4096", sizes, " ")
	split("64 B,1 KiB,4 KiB", names, ",")
	for (d = 1; d <= 2; d++)
		for (s = 1; s <= 3; s++)
			firmware(directions[d], sizes[s], names[s])
	print ""
	printf "%-26s%s\n", "process", compared_both
	process("CPU until bound, ms", "start-cpu-ms", 0)
	process("memory (VmRSS), MiB", "rss-mib", 1)
	process("most memory (VmHWM), MiB", "hwm-mib", 1)
}
