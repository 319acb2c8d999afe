// The overview: bytes over time, the states as a band below, and marks.

const PLOT = { left: 72, right: 24, top: 20, bottom: 108, band: 118, bandEnd: 138, axis: 154, height: 160 };
const VALUE_WIDTH = 260;

/** Downloads and uploads: bytes over time, from zero for each. */
function progressOf(events) {
    const all = [];
    let current = null;
    for (const event of events) {
        if (event.kind === "persona" || event.event === "reset" || event.name === "ABORT" || event.name === "CLRSTATUS") current = null;
        if ((event.name !== "DNLOAD" && event.name !== "UPLOAD") || event.ending !== "done") continue;
        if (event.length && current && current.name === event.name) {
            current.bytes += event.length;
            current.points.push({ at: event.end, bytes: current.bytes });
        } else if (event.length) {
            const points = [{ at: event.at, bytes: 0 }, { at: event.end, bytes: event.length }];
            current = { name: event.name, bytes: event.length, points };
            all.push(current);
        } else {
            current = null;
        }
    }
    return all;
}

function speedText(transfer) {
    const { points, bytes } = transfer;
    const took = points[points.length - 1].at - points[0].at;
    const speed = took > 0 ? `, ${size(Math.round(bytes / took * 1e6))}/s` : "";
    return `${size(bytes)} in ${duration(took)}${speed}`;
}

class Chart {
    constructor(parent, events, onTime) {
        this.parent = parent;
        this.events = events;
        this.progress = progressOf(events);
        parent.addEventListener("click", event => onTime(this.scale.at(event.clientX - parent.getBoundingClientRect().left)));
    }

    render() {
        const width = Math.max(320, this.parent.clientWidth);
        this.scale = new TimeScale(this.events, PLOT.left, width - PLOT.right);
        this.window = draw("rect.window", { y: PLOT.top - 4, height: PLOT.bandEnd - PLOT.top + 8 });
        this.parent.replaceChildren(draw("svg", { width, height: PLOT.height, viewBox: `0 0 ${width} ${PLOT.height}`, role: "img",
            "aria-label": "Bytes over time, and the states told" },
            ...this.axes(width), ...this.cuts(), ...this.band(width), ...this.marks(width),
            ...this.progress.map(each => this.curve(each, width)), this.window));
    }

    /** Shows which part of the time the list shows. */
    showWindow(from, to) {
        const x = this.scale.x(from);
        this.window.setAttribute("x", x - 2);
        this.window.setAttribute("width", Math.max(4, this.scale.x(to) - x + 4));
    }

    axes(width) {
        const right = width - PLOT.right;
        const most = this.most = Math.max(1, ...this.progress.map(each => each.bytes));
        const lines = this.progress.length ? [[0, "0"], [most / 2, size(Math.round(most / 2))], [most, size(most)]] : [[0, ""]];
        const rows = lines.flatMap(([bytes, label]) => [
            draw("line.grid", { x1: PLOT.left, x2: right, y1: this.y(bytes), y2: this.y(bytes) }),
            draw("text.label", { x: PLOT.left - 8, y: this.y(bytes) + 4, "text-anchor": "end" }, label)]);
        const state = draw("text.label", { x: PLOT.left - 8, y: PLOT.band + 14, "text-anchor": "end" }, "state");
        return [...rows, state, ...this.times(width)];
    }

    times(width) {
        const step = niceStep(this.scale.end / (width / 110));
        const labels = [];
        let free = 0;
        for (let at = 0; at <= this.scale.end; at += step) {
            const x = this.scale.x(at);
            if (x < free || this.scale.pieces.some(piece => piece.isCut && at > piece.from && at < piece.to)) continue;
            free = x + 60;
            const text = at ? Number((at / 1e6).toPrecision(12)) + " s" : "0";
            labels.push(draw("text.label", { x, y: PLOT.axis, "text-anchor": "middle" }, text));
        }
        return labels;
    }

    cuts() {
        return this.scale.pieces.filter(piece => piece.isCut).flatMap(piece => [
            draw("rect.cut", { x: piece.x, width: piece.width, y: PLOT.top, height: PLOT.bandEnd - PLOT.top }),
            draw("text.waiting", { x: piece.x + piece.width / 2, y: (PLOT.top + PLOT.bottom) / 2, "text-anchor": "middle" },
                duration(piece.to - piece.from))]);
    }

    y(bytes) {
        return PLOT.bottom - bytes / this.most * (PLOT.bottom - PLOT.top);
    }

    curve(transfer, width) {
        const thin = new Map(transfer.points.map(point => [Math.round(this.scale.x(point.at) * 2) / 2, point.bytes]));
        const path = [...thin].map(([x, bytes]) => `${x},${this.y(bytes).toFixed(1)}`);
        const xs = [...thin.keys()];
        const [first, last] = [xs[0], xs[xs.length - 1]];
        const isLeft = last + VALUE_WIDTH > width;
        return draw("g.curve." + transfer.name, {},
            draw("path.area", { d: `M${first},${PLOT.bottom} L${path.join(" L")} L${last},${PLOT.bottom} Z` }),
            draw("path.line", { d: "M" + path.join(" L") }),
            draw("text.value", { x: last + (isLeft ? -10 : 10), y: this.y(transfer.bytes) + (isLeft ? -5 : 4),
                "text-anchor": isLeft ? "end" : "start" },
                `${transfer.name === "DNLOAD" ? "download" : "upload"}: ${speedText(transfer)}`));
    }

    /** For each column of pixels the state that lasted longest there. */
    band(width) {
        const columns = Array.from({ length: Math.ceil(width) }, () => new Map());
        const events = this.events;
        events.forEach((event, index) => {
            const next = events[index + 1];
            const [from, to] = [this.scale.x(event.end), this.scale.x(next ? Math.max(event.end, next.end) : this.scale.end)];
            for (let x = Math.floor(from); x <= Math.floor(to); x++) {
                const share = Math.min(to, x + 1) - Math.max(from, x);
                columns[x].set(event.state, (columns[x].get(event.state) || 0) + share);
            }
        });
        return runsOf(columns.map(column => [...column].reduce((a, b) => b[1] > a[1] ? b : a, ["", 0])[0]))
            .filter(run => run.value).flatMap(run => this.state(run));
    }

    state({ value, from, to }) {
        const place = { x: from, width: to - from, y: PLOT.band, height: PLOT.bandEnd - PLOT.band };
        const block = draw("rect.state." + colourOf(value), place, draw("title", {}, value));
        const name = () => draw("text.name", { x: (from + to) / 2, y: PLOT.band + 14, "text-anchor": "middle" }, value);
        return to - from > value.length * 7 ? [block, name()] : [block];
    }

    /** One of a kind for each column of pixels. */
    marks(width) {
        const marks = new Map();
        for (const event of this.events) {
            const kind = markOf(event);
            if (!MARKS[kind]) continue;
            const x = Math.round(this.scale.x(event.at));
            marks.set(kind + x, MARKS[kind](x, event, x > width - 80));
        }
        return [...marks.values()];
    }
}

function markOf(event) {
    if (event.kind !== "fault" && isTrouble(event)) return "trouble";
    return event.event === "reset" ? "reset" : event.kind;
}

const MARKS = {
    persona: (x, event, isLate) => draw("g.persona", {}, draw("line", { x1: x, x2: x, y1: 4, y2: PLOT.bandEnd }),
        draw("text.label", { x: isLate ? x - 4 : x + 4, y: 12, "text-anchor": isLate ? "end" : "start" }, event.persona),
        draw("title", {}, event.text)),
    reset: x => draw("line.reset", { x1: x, x2: x, y1: PLOT.top, y2: PLOT.bandEnd }, draw("title", {}, "bus reset")),
    trouble: (x, event) => draw("path.trouble", { d: `M${x - 5},${PLOT.band - 9} h10 l-5,8 Z` }, draw("title", {}, event.text)),
    fault: (x, event) => draw("path.fault", { d: `M${x},${PLOT.band - 10} l5,5 l-5,5 l-5,-5 Z` }, draw("title", {}, event.text)),
};

function runsOf(values) {
    const runs = [];
    values.forEach((value, x) => {
        const last = runs[runs.length - 1];
        if (last && last.value === value) last.to = x + 1;
        else runs.push({ value, from: x, to: x + 1 });
    });
    return runs;
}

function niceStep(least) {
    const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
    return [1, 2, 5, 10].map(each => each * power).find(each => each >= least);
}
