// Elements of the page. Text goes in as text, whatever is in the trace.

const byId = id => document.getElementById(id);

/** An element, such as make("b.name", {title: "..."}, "text", another). */
function make(name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    return fill(document.createElement(tag), classes, attributes, children);
}

function draw(name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), classes, attributes, children);
}

function fill(element, classes, attributes, children) {
    if (classes.length) element.setAttribute("class", classes.join(" "));
    for (const [key, value] of Object.entries(attributes || {})) {
        if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else if (value !== null && value !== false) element.setAttribute(key, value);
    }
    element.append(...children.filter(each => each !== null && each !== ""));
    return element;
}

/** The class that gives a state its colour. */
const colourOf = state => STATES.includes(state) ? "state-" + state : "state-none";
