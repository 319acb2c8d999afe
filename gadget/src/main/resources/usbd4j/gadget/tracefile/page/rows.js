// The rows of the list: events, runs of polling folded into one row, and waiting.

const WAITING = 100_000;

/** GETSTATUS over and over, with the same answer. */
class Fold {
    kind = "fold";
    constructor(first, second) {
        this.events = [first, second];
    }
    get first() {
        return this.events[0];
    }
    get last() {
        return this.events[this.events.length - 1];
    }
}

/** Nothing happens from one event to the next. */
class Wait {
    kind = "wait";
    constructor(from, to) {
        this.from = from;
        this.to = to;
    }
    get took() {
        return this.to.at - this.from.end;
    }
}

const firstOf = row => row.events ? row.first : row.to || row;

function isSamePoll(row, event) {
    const poll = row && (row.events ? row.first : row);
    return Boolean(poll && poll.name === "GETSTATUS" && event.name === "GETSTATUS" && event.told
        && poll.told === event.told && poll.status === event.status);
}

function rowsOf(events, filter, opened) {
    const rows = [];
    let before = null;
    for (const event of events) {
        if (!filter.takes(event)) continue;
        const last = rows[rows.length - 1];
        if (filter.fold && isSamePoll(last, event)) {
            if (last.events) last.events.push(event);
            else rows[rows.length - 1] = new Fold(last, event);
        } else {
            // Between events that are not neighbours, others are hidden.
            if (before && before.index === event.index - 1 && event.at - before.end >= WAITING) rows.push(new Wait(before, event));
            rows.push(event);
        }
        before = event;
    }
    return opened.size ? rows.flatMap(row => opensFold(row, opened) ? [row, ...row.events] : [row]) : rows;
}

function opensFold(row, opened) {
    if (row.kind === "fold") row.isOpen = opened.has(row.first.index);
    return row.isOpen;
}

/** What is shown. Kept behind the # of the address, so that a link shows the same. */
class Filter {
    constructor(hash) {
        const values = new URLSearchParams(hash.slice(1));
        const set = name => new Set((values.get(name) || "").split(",").filter(Boolean));
        this.request = set("request");
        this.ending = set("ending");
        this.state = values.get("state") || "";
        this.text = values.get("text") || "";
        this.only = values.has("only");
        this.fold = values.get("fold") !== "off";
        this.event = values.has("event") ? Number(values.get("event")) : -1;
    }

    hash() {
        const values = new URLSearchParams();
        if (this.request.size) values.set("request", [...this.request].join());
        if (this.ending.size) values.set("ending", [...this.ending].join());
        if (this.state) values.set("state", this.state);
        if (this.text) values.set("text", this.text);
        if (this.only) values.set("only", "");
        if (!this.fold) values.set("fold", "off");
        if (this.event >= 0) values.set("event", this.event);
        return "#" + values;
    }

    takes(event) {
        return (!this.request.size || this.request.has(event.name))
            && (!this.ending.size || this.ending.has(event.ending))
            && (!this.state || event.before === this.state)
            && (!this.only || this.finds(event));
    }

    finds(event) {
        return !this.text || event.text.toLowerCase().includes(this.text.toLowerCase());
    }

    toggle(set, value) {
        if (!set.delete(value)) set.add(value);
    }
}
