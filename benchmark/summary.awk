# Reads the figures of all runs, and prints each as the median of the runs' medians, with the ratio of Java to C.
# In:  run, device, what was done, figure, value; a line for each pass of a run.
# Out: what was done, figure, C, Java, Java/C.
BEGIN {
	FS = OFS = "\t"
	print "what", "figure", "C", "Java", "Java/C"
}

{
	figure = $3 OFS $4
	if (!(figure in known)) {
		known[figure] = 1
		figures[++figure_count] = figure
	}
	if ($1 > runs)
		runs = $1
	pass = ++passes[figure, $2, $1]
	values[figure, $2, $1, pass] = $5
}

# Sorts list[1] to list[count] in place.
function median(list, count,    i, j, value) {
	for (i = 2; i <= count; i++) {
		value = list[i]
		for (j = i - 1; j > 0 && list[j] > value; j--)
			list[j + 1] = list[j]
		list[j + 1] = value
	}
	return count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
}

function of_run(figure, device, run,    list, i) {
	for (i = 1; i <= passes[figure, device, run]; i++)
		list[i] = values[figure, device, run, i]
	return median(list, passes[figure, device, run])
}

function of_all_runs(figure, device,    list, run) {
	for (run = 1; run <= runs; run++)
		list[run] = of_run(figure, device, run)
	return median(list, runs)
}

END {
	for (i = 1; i <= figure_count; i++) {
		c = of_all_runs(figures[i], "C")
		java = of_all_runs(figures[i], "Java")
		print figures[i], c, java, (c > 0 ? sprintf("%.3f", java / c) : "-")
	}
}
