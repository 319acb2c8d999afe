// Where on the chart a time is.

const CUT_WIDTH = 52;

/** From time to place and back. The longest waits are cut short. */
class TimeScale {
    constructor(events, left, right) {
        const end = events.reduce((latest, event) => Math.max(latest, event.end), 1);
        const cuts = TimeScale.cuts(events, end);
        const shown = end - cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0);
        const scale = (right - left - cuts.length * CUT_WIDTH) / shown;
        this.pieces = [];
        let at = 0;
        let x = left;
        const add = (to, width, isCut) => {
            this.pieces.push({ from: at, to, x, width, isCut });
            at = to;
            x += width;
        };
        for (const cut of cuts) {
            add(cut.from, (cut.from - at) * scale, false);
            add(cut.to, CUT_WIDTH, true);
        }
        add(end, (end - at) * scale, false);
        this.end = end;
    }

    static cuts(events, end) {
        const gaps = [];
        let from = 0;
        for (const event of events) {
            if (event.at - from > 1e6) gaps.push({ from, to: event.at });
            from = Math.max(from, event.end);
        }
        gaps.sort((a, b) => b.to - b.from - a.to + a.from);
        const cuts = [];
        let rest = end;
        for (const gap of gaps.slice(0, 6)) {
            if (gap.to - gap.from < rest / 5) break;
            rest -= gap.to - gap.from;
            cuts.push(gap);
        }
        return cuts.sort((a, b) => a.from - b.from);
    }

    x(at) {
        const piece = this.pieces.find(each => at <= each.to) || this.pieces[this.pieces.length - 1];
        return piece.x + (piece.to > piece.from ? (at - piece.from) / (piece.to - piece.from) * piece.width : 0);
    }

    at(x) {
        const piece = this.pieces.find(each => x <= each.x + each.width) || this.pieces[this.pieces.length - 1];
        return piece.from + (piece.width ? (x - piece.x) / piece.width : 0) * (piece.to - piece.from);
    }
}
