# Draws the summary that the variable "summary" names, as SVG.
set terminal svg size 1400,480 font "sans-serif,12" background "white"
set multiplot layout 1,3
set datafile separator tab
set style data histograms
set style histogram clustered gap 1
set style fill solid border -1
set grid ytics
set key above
set xtics rotate by -60
set yrange [0:*]

set title "Control transfer, 64 bytes or none: round trip in µs"
set rmargin 4
set bmargin 8
plot sprintf("< grep '^control-.*median-us' %s | sed 's/^control-//'", summary) using 3:xticlabels(1) title "C", \
    "" using 4 title "Java"

set title "Bulk transfer, bytes and how many in flight: MiB/s"
plot sprintf("< grep '^bulk-.*mib-per-s' %s | sed 's/^bulk-//; s/ \\([14]\\)\t/ × \\1\t/'", summary) using 3:xticlabels(1) title "C", \
    "" using 4 title "Java"

set title "DFU, bytes in a block: µs for each"
plot sprintf("< awk -f benchmark/block-times.awk %s", summary) using 2:xticlabels(1) title "C", \
    "" using 3 title "Java"
