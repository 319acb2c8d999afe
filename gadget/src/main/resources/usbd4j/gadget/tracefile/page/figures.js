// What the head of the page says of the trace.

/** When it was, the kinds of bus, and the speeds. */
function factsOf(events) {
    if (!events.length) return ["There is no event in this trace."];
    const { time } = events[0];
    const buses = new Set(events.flatMap(event => [event.bus, event.speed]).filter(Boolean));
    return [`${time.slice(0, 10)} ${time.slice(11, 19)} UTC`, ...buses];
}

/** How often each value is there; other values come where the order has none. */
function countsOf(events, member, order) {
    const place = value => order.indexOf(order.includes(value) ? value : "");
    const counts = new Map();
    for (const event of events) {
        if (event[member]) counts.set(event[member], (counts.get(event[member]) || 0) + 1);
    }
    return [...counts].sort(([a], [b]) => place(a) - place(b));
}

/** What the trace comes down to: name, value, and whether that is bad. What there is none of is left out. */
function figuresOf(events, progress) {
    const figures = [["duration", duration(events.reduce((latest, event) => Math.max(latest, event.end), 0)), false]];
    const counted = (name, isBad, isCounted) => {
        const number = events.filter(isCounted).length;
        if (number) figures.push([name, count(number), isBad]);
    };
    const transferred = (name, request) => {
        const bytes = progress.filter(each => each.name === request).reduce((sum, each) => sum + each.bytes, 0);
        if (bytes) figures.push([name, size(bytes), false]);
    };
    counted("requests", false, event => event.kind === "control" && event.ending !== "held");
    transferred("downloaded", "DNLOAD");
    transferred("uploaded", "UPLOAD");
    counted("stalled", true, event => event.ending === "stalled");
    counted("given up", true, event => event.ending === "given-up");
    counted("faults", true, event => event.kind === "fault");
    const told = events.find(isError) || events.find(event => event.status);
    if (told) figures.push(["status", told.status, isError(told)]);
    return figures;
}
