// The page: puts the pieces together, once the whole file is there.

// What the page's own test looks at.
document.documentElement.dataset.errors = 0;
window.addEventListener("error", () => document.documentElement.dataset.errors++);

class Page {
    constructor(events) {
        this.events = events;
        this.filter = new Filter(location.hash);
        this.opened = new Set();
        this.list = new List(this.filter, (row, isToggled) => this.selected(row, isToggled),
            (from, to) => this.chart.showWindow(from.at, to.at));
        this.chart = new Chart(byId("overview"), events, at => this.list.scrollTo(this.rowAt(at)));
        this.head();
        this.controls();
        this.chart.render();
        this.summary();
        this.update();
        if (events[this.filter.event]) this.open(events[this.filter.event]);
    }

    head() {
        const attached = this.events.filter(event => event.kind === "persona");
        const personas = new Map(attached.map(event => [event.persona, event.product]));
        if (personas.size) {
            byId("devices").replaceChildren(...[...personas].map(([persona, product]) =>
                make("span", {}, make("b", {}, product), " " + persona)));
        }
        byId("when").textContent = factsOf(this.events).join(" · ");
        document.title = [...personas.values(), "usbd4j trace"].join(" ");
        byId("figures").replaceChildren(...figuresOf(this.events, this.chart.progress).map(([name, value, isBad]) =>
            make("div" + (isBad ? ".bad" : ""), {}, make("dt", {}, name), make("dd", {}, value))));
    }

    controls() {
        const filter = this.filter;
        const controls = this.events.filter(event => event.kind === "control");
        this.chips("names", countsOf(this.events, "name", [...DFU_REQUESTS, "", "bus", "notes"]), filter.request);
        this.chips("endings", countsOf(controls, "ending", ["done", "held", "stalled", "given-up"]), filter.ending);
        const change = (id, read) => byId(id).addEventListener("input", event => {
            read(event.target);
            this.update();
        });
        byId("text").value = filter.text;
        byId("only").checked = filter.only;
        byId("fold").checked = filter.fold;
        change("text", input => filter.text = input.value);
        change("only", input => filter.only = input.checked);
        change("fold", input => filter.fold = input.checked);
        byId("state").addEventListener("click", () => {
            filter.state = "";
            this.update();
        });
        byId("filter").addEventListener("submit", event => event.preventDefault());
        document.addEventListener("keydown", event => this.key(event));
        window.addEventListener("resize", () => {
            this.chart.render();
            this.list.render();
        });
        window.addEventListener("hashchange", () => location.reload());
        window.addEventListener("beforeprint", () => this.list.renderForPrint());
        window.addEventListener("afterprint", () => this.list.render());
    }

    chips(id, counts, set) {
        const toggle = value => () => {
            this.filter.toggle(set, value);
            this.update();
        };
        byId(id).replaceChildren(...counts.map(([value, number]) => make("button.chip." + value.replace(/ /g, "-"),
            { type: "button", "data-value": value, onclick: toggle(value) }, value + " ", make("small", {}, count(number)))));
    }

    refold() {
        this.list.show(rowsOf(this.events, this.filter, this.opened));
        document.documentElement.dataset.rows = this.list.rows.length;
    }

    /** Called when the filter has changed. */
    update() {
        const { filter, list } = this;
        for (const chip of document.querySelectorAll(".chip")) {
            const { value } = chip.dataset;
            chip.setAttribute("aria-pressed", String(filter.request.has(value) || filter.ending.has(value)));
        }
        byId("state").hidden = !filter.state;
        byId("state").textContent = `in ${filter.state} ✕`;
        list.selected = -1;
        this.refold();
        this.tellCount();
        this.remember();
    }

    tellCount() {
        const { events, filter } = this;
        const shown = events.filter(event => filter.takes(event));
        const part = shown.length < events.length ? count(shown.length) + " of " : "";
        const found = filter.text ? `, ${count(shown.filter(event => filter.finds(event)).length)} found` : "";
        byId("shown").textContent = part + count(events.length, "event") + found;
        Object.assign(document.documentElement.dataset, { events: events.length, shown: shown.length });
    }

    /** Not at each step: browsers allow only so many. */
    remember() {
        clearTimeout(this.remembering);
        this.remembering = setTimeout(() => history.replaceState(null, "", this.filter.hash()), 300);
    }

    selected(row, isToggled) {
        if (row.kind === "fold" && isToggled) {
            if (!this.opened.delete(row.first.index)) this.opened.add(row.first.index);
            this.refold();
        }
        this.filter.event = firstOf(row).index;
        this.remember();
        const close = make("button.close", { type: "button", "aria-label": "Close", onclick: () => this.close() }, "✕");
        byId("details").replaceChildren(close, ...detailsOf(row));
        byId("details").scrollTop = 0;
    }

    close() {
        this.filter.event = -1;
        this.list.deselect();
        this.summary();
        this.remember();
    }

    summary() {
        byId("details").replaceChildren(...summaryOf(this.events, (name, state) => this.only(name, state)));
    }

    /** Shows one request in one state. */
    only(name, state) {
        this.filter.request.clear();
        this.filter.request.add(name);
        this.filter.state = state;
        this.update();
    }

    /** Goes to an event, also in a fold. */
    open(event) {
        const fold = this.list.rows.find(row => row.kind === "fold" && row.events.includes(event));
        if (fold && fold.first !== event) {
            this.opened.add(fold.first.index);
            this.refold();
        }
        const index = this.list.rows.indexOf(fold && fold.first === event ? fold : event);
        if (index < 0) return;
        this.list.scrollTo(index);
        this.list.select(index);
    }

    rowAt(at) {
        const index = this.list.rows.findIndex(row => firstOf(row).at >= at);
        return index < 0 ? this.list.rows.length - 1 : index;
    }

    /** Goes to the next match, or to the next trouble if nothing is looked for. */
    next(step) {
        const { list, filter } = this;
        const isWanted = row => row.kind !== "wait" && (filter.text ? filter.finds(firstOf(row)) : isTrouble(firstOf(row)));
        for (let index = list.selected + step; index >= 0 && index < list.rows.length; index += step) {
            if (isWanted(list.rows[index])) return list.select(index);
        }
    }

    key(event) {
        const isTyping = event.target.matches("input[type=search]");
        if (event.key === "Escape") this.close();
        else if (isTyping && event.key === "Enter") this.next(event.shiftKey ? -1 : 1);
        else if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        else if (event.key === "/") byId("text").focus();
        else if (event.key === "n") this.next(1);
        else if (event.key === "p") this.next(-1);
        else return;
        event.preventDefault();
    }
}

document.addEventListener("DOMContentLoaded", () => {
    new Page(understand(readLines(byId("lines").textContent)));
    document.documentElement.dataset.ready = Math.round(performance.now());
});
