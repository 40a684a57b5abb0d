// Puts texts made in Python into the places that the shell names, moves an index over them, and
// tells Python what was pressed, dragged or typed. It draws nothing. The names: picture.py.

const STEP = 1200; // ms a step while playing
const AHEAD = 4; // unanswered messages: more would only queue up in a busy kernel
const GRIP = "[data-drag], svg[data-plane]";
const TYPED = "textarea, select, input:not([type=range], [type=radio], [type=checkbox])";
const NATIVE = `${TYPED}, input[type=range]:not([data-track])`;
const MESSAGE = '<p data-message role="status"></p>';
const KEYS = { ArrowRight: "next", ArrowLeft: "previous", Home: "first", End: "last",
  PageDown: "nextGroup", PageUp: "previousGroup", Space: "play" };
const UP_DOWN = { ArrowDown: "nextGroup", ArrowUp: "previousGroup" };

export default {
  /** Once a model, with a view or without: new frames are taken, and Python hears of it. */
  initialize({ model }) {
    model.on("msg:custom", ({ frames, stale, n }) => {
      if (!frames) return;
      if (stale) model.get("frames").fill({ late: "" });
      Object.assign(model.get("frames"), frames);
      attempt(() => model.send({ type: "taken", n }));
    });
  },
  render({ model, el }) {
    const end = new AbortController();
    const p = { model, el, root: el };
    p.all = (selector) => [...p.root.querySelectorAll(selector)];
    p.listen = (target, type, react, options) =>
      target.addEventListener(type, react, { ...options, signal: end.signal });
    p.watch = (name, react) => {
      model.on(name, react);
      end.signal.addEventListener("abort", () => model.off(name, react));
    };
    p.set = (name, value) => {
      model.set(name, value); // every view moves here, before the kernel hears of it
      attempt(() => model.save_changes());
    };
    for (const part of [messages, view, runBar, pointer, keys]) part(p);
    p.mount();
    return () => (p.stop(), end.abort());
  },
};

/** A closed comm or a dead kernel must not stop the picture from moving. */
const attempt = (send, lost) =>
  new Promise((sent) => sent(send())).catch((why) => (console.debug("nnlib:", why), lost?.()));
const idOf = (thing) => thing.closest("[data-id]")?.getAttribute("data-id") ?? null;
const placeOf = (thing) => thing.closest("[data-slot]:not([data-slot] *)")?.dataset.slot;
const related = (a, b) => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

/** Texts into places, and what lights up in them. */
function view(p) {
  const { model, el } = p;
  const own = Math.random(); // the module is loaded anew for each widget: no counter is shared
  const shown = new WeakMap(); // place → the text in it
  let seen = {}; // the frame in the places
  let [hovered, focused, robbed] = [null, null, {}]; // robbed: whose focus a place's text took
  p.mount = () => keepFocus(() => {
    p.release("cancel");
    el.innerHTML = model.get("shell");
    p.root = el.querySelector(".nnlib") ?? el;
    if (!p.all("[data-message]").length) p.root.insertAdjacentHTML("beforeend", MESSAGE);
    // Radio buttons of one name are one group in the whole page, across two views as well.
    for (const radio of p.all("[type=radio]")) radio.name += `-${own}`;
    for (const part of [p.stop, p.draw, message]) part();
  });
  p.draw = () => {
    const view = (p.root.dataset.view = model.get("view"));
    for (const radio of p.all("[data-choose=view]")) radio.checked = radio.value === view;
    const frame = model.get("frames")[p.index()] ?? {};
    if (!("late" in frame)) seen = frame; // else its text is on the way: the last picture stays
    keepFocus(() => fill(p.root, { ...model.get("places"), ...seen }));
    light();
    p.drawBar(seen);
  };
  function fill(around, texts) {
    for (const place of around.querySelectorAll("[data-slot]")) {
      const text = texts[place.getAttribute("data-slot")] ?? "";
      if (text === shown.get(place)) continue;
      shown.set(place, text);
      place.innerHTML = text;
      fill(place, texts); // a text may hold places itself
      place.querySelector("[data-focus]")?.focus();
    }
  }
  function message() {
    const text = model.get("message");
    for (const line of p.all("[data-message]")) [line.textContent, line.hidden] = [text, !text];
  }
  /** New text takes the focus away: give it to the same thing in the new one, else to the root. */
  function keepFocus(change) {
    const active = document.activeElement;
    if (!el.contains(active)) return change();
    const same = `[data-id="${CSS.escape(active.getAttribute("data-id"))}"]`;
    const place = placeOf(active);
    change();
    const now = document.activeElement;
    if (now !== active && now.matches("[data-focus]")) robbed = { [placeOf(now)]: same };
    if (el.contains(now)) return;
    const alike = [`[data-slot="${place}"] ${same}`, same, robbed[place] ?? "x"].flatMap(p.all);
    [...alike, p.root].find((one) => (one.focus({ preventScroll: true }), one.matches(":focus")));
  }
  function light() {
    const id = hovered ?? focused ?? "";
    for (const one of p.all("[data-id]")) one.classList.toggle("lit", related(id, idOf(one)));
  }
  p.listen(el, "pointerover", (event) => light((hovered = idOf(event.target))));
  p.listen(el, "pointerleave", () => light((hovered = null)));
  p.listen(el, "focusin", (event) => light((focused = idOf(event.target))));
  p.listen(el, "focusout", () => light((focused = null)));
  p.watch("change:shell", p.mount);
  p.watch("change:frames change:places change:view", p.draw);
  p.watch("change:message", message);
}

/** The index: buttons, slider, cells and play. */
function runBar(p) {
  const { model, el } = p;
  let [timer, due] = [0, null]; // due: the step that play itself goes to
  const last = () => Math.max(model.get("frames").length - 1, 0);
  const within = (index) => Math.min(Math.max(index, 0), last());
  const groups = () =>
    ((p.all("[data-groups]")[0] ?? p.root).dataset.groups || "0").split(",").map(Number);
  const moves = {
    ...{ first: () => 0, previous: (i) => i - 1, next: (i) => i + 1, last },
    previousGroup: (i) => Math.max(0, ...groups().filter((start) => start < i)),
    nextGroup: (i) => Math.min(last(), ...groups().filter((start) => start > i)),
  };
  p.index = () => within(model.get("index"));
  p.go = (where) => {
    const playing = timer;
    p.stop();
    const to = where in moves ? moves[where](p.index()) : Number(where);
    if (to === to) return p.set("index", within(to)); // NaN is no number of a step: play
    if (playing) return;
    walk();
    if (p.index() < last()) tick(setInterval(walk, p.root.dataset.pace || STEP));
  };
  function walk() {
    due = p.index() === last() ? 0 : p.index() + 1;
    p.set("index", due);
    if (due === last()) p.stop();
  }
  p.stop = () => tick(0);
  function tick(id) {
    clearInterval(timer);
    timer = id;
    p.root.classList.toggle("playing", id > 0);
    for (const button of p.all("[data-go=play]")) button.ariaPressed = id > 0;
    for (const caption of p.all("[data-slot=caption]")) caption.ariaLive = id ? "off" : "polite";
  }
  p.drawBar = (frame) => {
    const index = p.index();
    for (const track of p.all("[data-track]")) {
      Object.assign(track, { min: 1, max: last() + 1, value: index + 1 });
      track.ariaValueText = frame.say ?? "";
    }
    for (const { dataset, classList } of p.all("[data-cell]")) {
      classList.remove("done", "now", "todo");
      classList.add(dataset.cell < index ? "done" : dataset.cell > index ? "todo" : "now");
    }
    const dot = document.activeElement?.closest("button[data-cell]"); // the focus walks along
    if (p.root.contains(dot)) p.all("button.now").find((b) => b.offsetParent)?.focus();
    const { length } = model.get("frames");
    for (const place of p.all("[data-count]")) place.textContent = Math.min(index + 1, length);
    for (const button of p.all("button[data-go]").filter((b) => b.dataset.go in moves)) {
      // Not `disabled`: that takes the focus away, and the next key would reach JupyterLab.
      button.ariaDisabled = index === (/next|last/.test(button.dataset.go) ? last() : 0);
    }
  };
  p.choose = (view) => (p.stop(), p.set("view", view));
  p.listen(el, "click", ({ target }) => {
    const button = target.closest("[data-go]");
    if (button) p.go(button.dataset.go);
  });
  p.listen(el, "input", ({ target }) => {
    if (target.matches("[data-choose=view]")) p.choose(target.value);
    if (target.matches("[data-track]")) p.set("index", within(target.value - 1));
  });
  p.watch("change:index", () => (p.index() === due || p.stop(), p.draw()));
}

/** Presses and drags. */
function pointer(p) {
  const { el } = p;
  let drag = null; // what is held
  const place = (event) => [event.clientX, event.clientY];
  /** The svg whose coordinates count, the plane or the outermost; found again in a new frame. */
  function surface(thing) {
    const svg = thing.closest("svg[data-plane]") ?? thing.closest("svg:not(svg svg)");
    const slot = svg?.closest("[data-slot]");
    const k = slot && [...slot.querySelectorAll("svg")].indexOf(svg);
    return () => (!slot || svg.isConnected ? svg : slot.querySelectorAll("svg")[k]);
  }
  function message(type, { id, svg, at }) {
    const matrix = svg()?.getScreenCTM()?.inverse();
    const point = matrix && new DOMPoint(...at).matrixTransform(matrix);
    return { type, id, x: point?.x ?? null, y: point?.y ?? null };
  }
  p.release = (type) => {
    const held = drag;
    drag = null;
    if (held && type) p.tell(message(type, held));
    return held;
  };
  /** A press that starts no drag: by click, so that a finger that scrolls presses nothing. */
  p.press = (thing, at) => {
    const { left, top, width, height } = thing.getBoundingClientRect();
    const point = at || [left + width / 2, top + height / 2];
    p.tell(message("press", { id: idOf(thing), svg: surface(thing), at: point }));
  };
  p.listen(el, "pointerdown", (event) => {
    const { target, pointerId } = event;
    if (!event.isPrimary || event.button || !target.closest(GRIP)) return;
    drag = { id: idOf(target), svg: surface(target), at: place(event), pointer: pointerId };
    p.root.setPointerCapture(pointerId); // the pressed thing may go with the next frame
    target.closest("[tabindex]")?.focus({ preventScroll: true });
    p.tell(message("press", drag));
  });
  // A finger on a grip would scroll the page; the mouse, captured, would take the focus to the
  // root and select text on its way.
  const hold = (event) => event.target.closest(GRIP) && event.preventDefault();
  for (const type of ["touchstart", "mousedown"]) p.listen(el, type, hold, { passive: false });
  const moves = (event) => event.pointerId === drag?.pointer && (drag.at = place(event));
  p.listen(el, "pointermove", (event) => moves(event) && p.stream(message("drag", drag)));
  p.listen(el, "pointerup", (event) => moves(event) && p.release("drop"));
  p.listen(el, "pointercancel", (event) => moves(event) && p.release("cancel"));
  p.listen(el, "click", (event) => {
    const [thing, at] = [event.target.closest("[data-press]"), event.detail && place(event)];
    if (thing && !(at && thing.closest(GRIP))) p.press(thing, at);
  });
}

/** What goes to Python, no more than it can answer. */
function messages(p) {
  let owed = 0; // messages that Python has not answered
  let latest = null; // of a drag only the last place counts
  p.tell = (message) => {
    latest = null;
    if (message.type !== "drag") p.stop();
    owed = message.type === "press" ? 1 : owed + 1; // a lost answer holds up no new drag
    const n = performance.timeOrigin + performance.now(); // it may be delivered out of order
    const lost = () => p.model.set("message", p.model.get("lost"));
    attempt(() => p.model.send({ ...message, n }), lost);
  };
  p.stream = (message) => {
    if (owed < AHEAD) p.tell(message);
    else latest = message;
  };
  p.watch("msg:custom", (answer) => {
    if (answer.frames) return p.draw();
    owed = Math.max(owed - 1, 0);
    if (latest) p.stream(latest);
  });
  const typed = (send) => ({ target }) => {
    const [id, value] = [idOf(target), target.value];
    const unfinished = send === p.stream && /^[-−+]?[.,]?$/.test(value);
    if (!id || !target.matches(NATIVE) || unfinished) return;
    const twins = p.all(`input[data-id="${CSS.escape(id)}"]`).filter((twin) => twin !== target);
    const number = parseFloat(value.replace(",", "."));
    if (isFinite(number)) for (const twin of twins) twin.value = number;
    send({ type: "input", id, value });
  };
  p.listen(p.el, "input", typed(p.stream));
  p.listen(p.el, "change", typed(p.tell));
}

/** Keys, kept from JupyterLab while the focus is inside. */
function keys(p) {
  // JupyterLab listens on document in the capture phase, and its plain letters delete cells.
  p.listen(window, "keydown", (event) => {
    const { target, shiftKey } = event;
    const key = event.key === " " ? "Space" : event.key;
    if (key === "Escape" && p.release("cancel")) return event.stopPropagation();
    if (!p.root.contains(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Tab" || (key === "Enter" && shiftKey)) return;
    const inField = target.matches(NATIVE) && /^(Arrow|Home|End|Page)/.test(key);
    const typing = inField || (target.matches(TYPED) && key.length === 1);
    const wanted = !typing && target.closest(`[data-keys~="${CSS.escape(key)}"]`);
    if (key === "Escape" && !wanted) return (p.root.closest(".jp-Cell")?.focus(), target.blur());
    event.stopPropagation();
    p.root.scrollIntoView({ block: "nearest" }); // the keys' effect is seen
    const full = shiftKey && key.length > 1 ? `Shift+${key}` : key;
    if (wanted) (p.release(), p.tell({ type: "key", id: idOf(target), key: full }));
    if (wanted || used(target, key)) event.preventDefault();
  }, { capture: true });
  function used(target, key) {
    const press = /Space|Enter/.test(key) && target.matches("button, a, summary, [type=checkbox]");
    if (press || target.matches(NATIVE)) return false;
    if (key === "Space" && !p.all("[data-go=play]").length) key = "Enter"; // nothing to play
    const thing = key === "Enter" && target.closest("[data-press]");
    if (thing) return (p.press(thing), true);
    const views = p.all("[data-choose=view]").map((radio) => radio.value);
    const next = views[views.indexOf(p.model.get("view")) + 1] ?? views[0];
    if (/^m$/i.test(key)) return views.length > 0 && (p.choose(next), true);
    const move = KEYS[key] ?? ("updown" in p.root.dataset && UP_DOWN[key]);
    return move && p.model.get("frames").length > 1 && (p.go(move), true);
  }
}
