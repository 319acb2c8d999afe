# Prints the time that DFU takes per block. In a plot of throughput, the largest blocks would hide the others.
# In:  what summary.awk prints.
# Out: direction and bytes in a block, µs in C, in Java.
BEGIN {
	FS = OFS = "\t"
}

$1 ~ /^dfu-/ && $2 == "kib-per-s" {
	split($1, what, "[- ]")
	micros = what[3] / 1024 * 1000000
	print what[2] " " what[3], micros / $3, micros / $4
}
