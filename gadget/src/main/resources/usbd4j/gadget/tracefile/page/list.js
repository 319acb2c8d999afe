// The exchange as a sequence diagram, a row of the same height for each event. Only the rows in sight are elements.

const ROW = 32;
const HIGHEST = 15e6;
const PRINTED = 3000;

class List {
    constructor(filter, onSelect, onScroll) {
        this.filter = filter;
        this.onSelect = onSelect;
        this.onScroll = onScroll;
        this.box = byId("list");
        this.rows = [];
        this.selected = -1;
        this.box.addEventListener("scroll", () => requestAnimationFrame(() => this.render()));
        this.box.addEventListener("keydown", event => this.key(event));
        byId("rows").addEventListener("click", event => this.click(event));
    }

    show(rows) {
        this.rows = rows;
        byId("space").style.height = Math.min(rows.length * ROW, HIGHEST) + "px";
        this.render();
    }

    /** More rows than a browser's highest element are scrolled in proportion. */
    get top() {
        const { scrollTop, clientHeight } = this.box;
        const whole = this.rows.length * ROW;
        return whole <= HIGHEST ? scrollTop : scrollTop / (HIGHEST - clientHeight) * (whole - clientHeight);
    }

    set top(top) {
        const whole = this.rows.length * ROW;
        const height = this.box.clientHeight;
        this.box.scrollTop = whole <= HIGHEST ? top : top / (whole - height) * (HIGHEST - height);
    }

    render() {
        const first = Math.max(0, Math.min(this.rows.length - 1, Math.floor(this.top / ROW)));
        const last = Math.min(this.rows.length, first + Math.ceil(this.box.clientHeight / ROW) + 1);
        byId("rows").style.transform = `translateY(${this.box.scrollTop - (this.top - first * ROW)}px)`;
        this.fill(first, last);
        if (last > first) this.onScroll(firstOf(this.rows[first]), firstOf(this.rows[last - 1]));
    }

    /** On paper there is no scrolling. */
    renderForPrint() {
        byId("rows").style.transform = "";
        this.fill(0, PRINTED);
        const rest = this.rows.length - PRINTED;
        if (rest > 0) byId("rows").append(make("p", {}, `${count(rest, "row")} more, on the screen only`));
    }

    fill(first, last) {
        const rows = this.rows.slice(first, last);
        byId("rows").replaceChildren(...rows.map((row, index) => this.row(row, first + index, index === 0)));
    }

    row(row, index, isFirst) {
        const event = firstOf(row);
        const before = index ? this.rows[index - 1] : null;
        const state = stateAfter(row);
        const isSelected = index === this.selected;
        const element = make(`div.row.${row.kind}`, { id: "row-" + index, role: "option", "aria-selected": String(isSelected) },
            make("span.time", {}, row.kind === "wait" ? "" : (event.at / 1e6).toFixed(6)),
            make("span.gap", {}, this.gap(row, before)),
            make("span.seq", {}, ...SEQUENCES[row.kind](row)),
            make("span.band." + colourOf(state), { title: state }, isFirst || stateAfter(before) !== state ? state : ""),
            make("span.took", {}, took(row)));
        if (event["took-us"] >= WAITING) element.classList.add("slow");
        if (row.isOpen) element.classList.add("open");
        if (event.ending) element.classList.add(event.ending);
        if (isError(event)) element.classList.add("error");
        if (this.filter.text && row.kind !== "wait" && this.filter.finds(event)) element.classList.add("match");
        return element;
    }

    gap(row, before) {
        if (!before || row.kind === "wait" || before.kind === "wait") return "";
        const gap = firstOf(row).at - (before.last || before).end;
        return gap >= 1000 ? "+" + duration(gap) : "";
    }

    click(event) {
        const row = event.target.closest(".row");
        if (row) this.select(Number(row.id.slice(4)), true);
    }

    select(index, isToggled) {
        if (!this.rows.length) return;
        this.selected = Math.max(0, Math.min(this.rows.length - 1, index));
        this.reveal(this.selected);
        this.box.setAttribute("aria-activedescendant", "row-" + this.selected);
        this.onSelect(this.rows[this.selected], isToggled);
    }

    deselect() {
        this.selected = -1;
        this.render();
    }

    reveal(index) {
        const top = index * ROW;
        if (top < this.top) this.top = top;
        if (top + ROW > this.top + this.box.clientHeight) this.top = top + ROW - this.box.clientHeight;
        this.render();
    }

    /** Scrolls to a row, and to what was before. */
    scrollTo(index) {
        this.top = Math.max(0, index * ROW - this.box.clientHeight / 3);
        this.render();
    }

    key(event) {
        const page = Math.max(1, Math.floor(this.box.clientHeight / ROW) - 1);
        const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
        if (event.key in steps) this.select(this.selected + steps[event.key]);
        else if ((event.key === "Enter" || event.key === " ") && this.selected >= 0) this.select(this.selected, true);
        else return;
        event.preventDefault();
    }
}

const stateAfter = row => row.kind === "wait" ? row.from.state : (row.last || row).state;

function took(row) {
    if (row.kind === "fold") return duration(row.last.end - row.first.at);
    return row.kind === "control" ? duration(row["took-us"]) : "";
}

/** What stands between host and device. */
const SEQUENCES = {
    control: event => [...arrows(event), words(emphasised(event.request, event.name), event.answer)],
    transfer: event => [...arrows(event), words(emphasised(event.request, event.name), event.answer)],
    fold: fold => [...arrows(fold.first), words(folded(fold), fold.first.answer)],
    wait: wait => [make("span.middle", {}, duration(wait.took) + " later")],
    persona: event => [make("span.middle", {}, make("b", {}, event.persona), " ", event.product, " on the bus, by " + event.bus)],
    bus: event => [make("span.middle", {}, event.text)],
    note: event => [make("span.middle", { title: event.text }, event.text)],
    fault: event => [make("span.middle", { title: event.text }, event.text)],
    lost: event => [make("span.middle", {}, event.text)],
};

const words = (request, answer) => make("span.words", {},
    make("span.request", {}, ...request), make("span.answer", { title: answer }, answer));

const folded = fold => [make("i.fold", {}), make("b", {}, fold.first.name), " × " + count(fold.events.length)];

/** The request, and the answer if there was one; what carries data is drawn thick. */
function arrows(event) {
    const isData = event.length > 0;
    return [make("i.arrow.request" + (isData && !event.isIn ? ".data" : ""), {}),
        event.ending === "held" ? null : make("i.arrow.answer" + (isData && event.isIn ? ".data" : ""), {})].filter(Boolean);
}

function emphasised(text, name) {
    const at = text.indexOf(name);
    return at < 0 ? [text] : [text.slice(0, at), make("b", {}, name), text.slice(at + name.length)];
}
