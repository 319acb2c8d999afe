// The events: each line as an object, with what follows from it and from those before.

/** Reads the lines. One that is cut, or of a later program, is passed over. */
function readLines(text) {
    const events = [];
    for (const line of text.split("\n")) {
        if (!line) continue;
        try {
            events.push(JSON.parse(line));
        } catch (cut) {
            continue;
        }
    }
    return events.filter(event => event.event !== "trace" && event.time);
}

/** Adds to each event: index, times in microseconds from the first one, name, words, and the state told before and after it. */
function understand(events) {
    const clock = new Clock();
    const start = events.length ? clock.micros(events[0].time) : 0;
    let state = NOT_TOLD;
    events.forEach((event, index) => {
        event.index = index;
        event.at = clock.micros(event.time) - start;
        event.end = event.at + (event["took-us"] || 0);
        Object.assign(event, event.event === "control" ? ofControl(event) : ofOther(event));
        event.text ||= "";
        event.before = event.event === "attached" ? NOT_TOLD : state;
        event.state = state = event.told || event.before;
    });
    return events;
}

/** Most events share their second with the one before. */
class Clock {
    second = "";
    micros(time) {
        const second = time.slice(0, 19);
        if (second !== this.second) {
            this.second = second;
            this.whole = Date.parse(second + "Z") * 1000;
        }
        return this.whole + Number(time.slice(20, -1).padEnd(6, "0").slice(0, 6));
    }
}

function setupOf(event) {
    const bytes = event.setup.match(/../g).map(each => parseInt(each, 16));
    const word = at => bytes[at] | bytes[at + 1] << 8;
    return { bmRequestType: bytes[0], bRequest: bytes[1], wValue: word(2), wIndex: word(4), wLength: word(6) };
}

function ofControl(event) {
    const isIn = parseInt(event.setup.slice(0, 2), 16) >= 0x80;
    const [request, answer = ""] = halves(event.text || "", " -> ");
    const name = requestName(event.setup, isIn);
    return { kind: "control", isIn, name, request, answer, length: (event.data || "").length / 2, ...toldBy(name, event) };
}

function halves(text, by) {
    const at = text.indexOf(by);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}

const names = new Map();

function requestName(setup, isIn) {
    const key = setup.slice(0, 4);
    if (!names.has(key)) names.set(key, nameOf(parseInt(key.slice(0, 2), 16), parseInt(key.slice(2), 16), isIn));
    return names.get(key);
}

function nameOf(bmRequestType, bRequest, isIn) {
    const type = TYPES[bmRequestType >> 5 & 3];
    const dfu = DFU_REQUESTS[bRequest];
    if ((bmRequestType & 0x7f) === 0x21 && dfu && DFU_IN.includes(dfu) === isIn) return dfu;
    return type === "standard" && STANDARD_REQUESTS[bRequest] || type + " request " + hex(bRequest, 2);
}

/** The state, and the status, that an answer tells. */
function toldBy(name, event) {
    const data = event.ending === "done" && event.data || "";
    if (name === "GETSTATE" && data) return { told: STATES[parseInt(data.slice(0, 2), 16)] };
    if (name !== "GETSTATUS" || data.length < 12) return {};
    return { told: STATES[parseInt(data.slice(8, 10), 16)], status: STATUSES[parseInt(data.slice(0, 2), 16)] };
}

function ofOther(event) {
    switch (event.event) {
        case "attached": {
            const product = event.device.slice(18, 20) + event.device.slice(16, 18) + ":"
                + event.device.slice(22, 24) + event.device.slice(20, 22);
            return { kind: "persona", name: "bus", product, text: `${product} on the bus as ${event.persona}, by ${event.bus}` };
        }
        case "transfer": {
            const isIn = event.endpoint >= 0x80;
            const name = `${event.type} ${isIn ? "IN" : "OUT"} ${hex(event.endpoint, 2)}`;
            const length = event.data.length / 2;
            const answer = event.outcome === "done" ? count(length, "byte") : event.outcome;
            return { kind: "transfer", isIn, name, length, request: name, answer, ending: event.outcome, text: name + " -> " + answer };
        }
        case "note":
            return { kind: /^fault/i.test(event.text) ? "fault" : "note", name: "notes" };
        case "lost":
            return { kind: "lost", name: "notes", text: `${count(event.count, "event")} missing: the device was faster than the writing` };
        case "alternate-setting":
            return { kind: "bus", name: "bus", text: `interface ${event.interface}: alternate setting ${event.setting}` };
        default:
            return { kind: "bus", name: "bus", text: (event.event === "reset" ? "bus reset" : event.event) + speedOf(event) };
    }
}

const speedOf = event => event.event === "configured" && event.speed ? ", " + event.speed : "";

const isError = event => Boolean(event.status) && event.status !== "OK";

const isTrouble = event => event.ending === "stalled" || event.ending === "given-up" || isError(event)
    || event.kind === "fault" || event.kind === "lost";
