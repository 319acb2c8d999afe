// The panel beside the list: one event with its data, or the summary of all.

function summaryOf(events, onCell) {
    const controls = events.filter(event => event.kind === "control" && event.ending !== "held");
    return [make("h2", {}, "Exercised"), mapOf(controls.filter(event => DFU_REQUESTS.includes(event.name)), onCell),
        make("h2", {}, "Requests"), tableOf(controls), make("p.keys", {}, KEYS)];
}

const KEYS = "Click an event for its data. Keys: arrows, Page Up and Down, Enter opens, / finds, n and p go to the next and the"
    + " previous match or trouble, Escape closes.";

/** Which requests came in which state, as the host was told. */
function mapOf(controls, onCell) {
    if (!controls.length) return make("p", {}, "No request of DFU.");
    const cells = new Map();
    for (const event of controls) {
        const key = event.before + " " + event.name;
        const cell = cells.get(key) || { all: 0, stalled: 0 };
        cell.all++;
        if (event.ending === "stalled") cell.stalled++;
        cells.set(key, cell);
    }
    const states = [NOT_TOLD, ...STATES];
    const most = Math.log(1 + Math.max(...[...cells.values()].map(cell => cell.all)));
    const cellOf = (state, name) => {
        const cell = cells.get(state + " " + name);
        if (!cell) return make("td", {}, "·");
        const title = `${name} in ${state}: ${count(cell.all)}` + (cell.stalled ? `, ${cell.stalled} stalled` : "");
        const attributes = { type: "button", title, onclick: () => onCell(name, state) };
        const button = make("button" + (cell.stalled ? ".stalled" : ""), attributes, count(cell.all));
        button.style.setProperty("--heat", Math.log(1 + cell.all) / most);
        return make("td", {}, button);
    };
    const head = DFU_REQUESTS.map(name => make("th.request", {}, make("span", {}, name)));
    return make("table.map", {}, make("tr", {}, make("th", {}), ...head), ...states.map(state =>
        make("tr", {}, make("th.state." + colourOf(state), {}, state), ...DFU_REQUESTS.map(name => cellOf(state, name)))));
}

function tableOf(controls) {
    const names = new Map();
    for (const event of controls) {
        if (!names.has(event.name)) names.set(event.name, []);
        names.get(event.name).push(event);
    }
    const row = ([name, events]) => {
        const times = events.map(event => event["took-us"]).sort((a, b) => a - b);
        const ended = ending => events.filter(event => event.ending === ending).length || "";
        return make("tr", {}, make("th", {}, name), make("td", {}, count(events.length)), make("td.bad", {}, ended("stalled")),
            make("td.bad", {}, ended("given-up")), make("td", {}, duration(times[times.length >> 1])),
            make("td", {}, duration(times[times.length - 1])));
    };
    const heads = ["", "count", "stalled", "given up", "median", "longest"];
    return make("table.requests", {}, make("tr", {}, ...heads.map(head => make("th", {}, head))),
        ...[...names].sort((a, b) => b[1].length - a[1].length).map(row));
}

function detailsOf(row) {
    const event = row.kind === "wait" ? row.to : firstOf(row);
    if (row.kind === "wait") {
        return [make("h2", {}, duration(row.took) + " without an event"), fields([["from", row.from.text], ["to", row.to.text]])];
    }
    const title = event.kind === "control" || event.kind === "transfer" ? event.name : event.text;
    return [make("h2", {}, title), fields(fieldsOf(event)), ...dumpsOf(event)];
}

function fields(pairs) {
    return make("dl", {}, ...pairs.filter(([, value]) => value !== undefined && value !== "")
        .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]));
}

function fieldsOf(event) {
    const common = [["event", event.index], ["time", event.time]];
    return event.kind === "control" ? [...common, ...controlFields(event)]
        : [...common, ["speed", event.speed], ["persona", event.persona], ["bus", event.bus], ["outcome", event.outcome]];
}

function controlFields(event) {
    const setup = setupOf(event);
    const recipient = RECIPIENTS[setup.bmRequestType & 31] || "reserved";
    const type = `${event.isIn ? "IN" : "OUT"}, ${TYPES[setup.bmRequestType >> 5 & 3]}, ${recipient}`;
    return [["took", duration(event["took-us"])], ["ending", event.ending],
        ["reason", event.reason], ["answer", event.reason ? "" : event.answer],
        ["bmRequestType", `${hex(setup.bmRequestType, 2)}  ${type}`], ["bRequest", `${hex(setup.bRequest, 2)}  ${event.name}`],
        ["wValue", number(setup.wValue)], ["wIndex", number(setup.wIndex)], ["wLength", number(setup.wLength)],
        ["state before", event.before], ["state told", event.told], ["status told", event.status],
        ["data", event.length ? count(event.length, "byte") : "none"]];
}

const number = value => `${hex(value, 4)}  ${value}`;

function dumpsOf(event) {
    if (event.kind === "persona") return [dump("Device descriptor", event.device), dump("Configuration", event.configuration)];
    return event.data ? [dump("Data", event.data)] : [];
}

const dump = (title, data) => make("section", {}, make("h3", {}, title), make("pre", {}, hexDump(data)));

/** Sixteen bytes a line, as hexdump -C has them. */
function hexDump(data) {
    const lines = [];
    for (let at = 0; at < data.length; at += 32) {
        const bytes = data.slice(at, at + 32).match(/../g);
        const text = bytes.map(byte => parseInt(byte, 16)).map(code => code >= 32 && code < 127 ? String.fromCharCode(code) : ".").join("");
        const left = bytes.slice(0, 8).join(" ").padEnd(23);
        const right = bytes.slice(8).join(" ").padEnd(23);
        lines.push(`${(at / 2).toString(16).padStart(4, "0")}  ${left}  ${right}  ${text}`);
    }
    return lines.join("\n");
}
