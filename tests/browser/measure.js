// Walks a stepper through all its steps in both views and says what a careful eye would see:
// where everything stands, what is cut off, what is too small, which texts cover each other.
// Called with the root; returns a list of frames.
(root) => {
  const go = (name) => root.querySelector(`[data-go=${name}]`).click();
  const radios = [...root.querySelectorAll("[data-choose=view]")];
  const steps = Number(root.querySelector("[data-track]").max);
  const fixed = "[data-go], [data-track], .nn-toggle label, [data-cell], .nn-count, "
    + ".nn-card > *, .nn-left > *";
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const round = (...numbers) => numbers.map((number) => Math.round(number * 10) / 10);
  const scale = (e) => (e instanceof SVGElement ? e.getScreenCTM().a : 1);
  const script = "msub > :nth-child(n+2), msup > :nth-child(n+2), msubsup > :nth-child(n+2), "
    + "munder > :nth-child(n+2), mfrac";
  const isScript = (e) => e.closest(script) || e.matches("text.nn-sym:not(:first-child)");

  function boxes() {
    const { left, top } = root.getBoundingClientRect();
    return [...root.querySelectorAll(fixed)].map((e) => {
      const box = e.getBoundingClientRect();
      return round(box.left - left, box.top - top, box.width, box.height);
    });
  }

  /** Every visible text with the box of its ink, more or less. */
  function texts() {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const [text, e] = [walk.currentNode, walk.currentNode.parentElement];
      if (!text.data.trim() || !shown(e) || e.closest("title, desc, .nn-cell")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, top, bottom, width } = range.getBoundingClientRect();
      if (!width) continue;
      const box = e instanceof MathMLElement ? e.getBoundingClientRect() : { top, bottom };
      found.push({ e, text: text.data.trim(), left, right,
        top: Math.max(top, box.top), bottom: Math.min(bottom, box.bottom) });
    }
    return found;
  }

  /** The place that shows an element: what of all its ancestors is not cut off. */
  function frame(e) {
    let [left, right, top, bottom] = [-1e9, 1e9, -1e9, 1e9];
    for (let a = e; a !== root.parentElement; a = a.parentElement) {
      if (a !== root && !(a instanceof HTMLElement && /hidden|auto/.test(getComputedStyle(a).overflowX))) continue;
      const box = a.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { left, right, top, bottom };
  }

  const cut = (all) => all.filter(({ e, left, right, top, bottom }) => {
    const box = frame(e);
    return left < box.left - 1 || right > box.right + 1 || top < box.top - 2 || bottom > box.bottom + 2;
  }).map(({ text }) => text);

  const small = (all) => all.filter(({ e }) => !isScript(e)
    && parseFloat(getComputedStyle(e).fontSize) * scale(e) < 10.99).map(({ text }) => text);

  /** Labels of the picture: a number, or a symbol with its scripts, and its box on the screen. */
  function labels() {
    const found = new Map();
    for (const text of root.querySelectorAll(".nn-picture text")) {
      const { left, right } = text.getBoundingClientRect();
      const matrix = text.getScreenCTM();
      const size = text.getAttribute("font-size") * matrix.d;
      const base = matrix.f + text.getAttribute("y") * matrix.d;
      const whole = text.classList.contains("nn-sym") ? text.parentElement : text;
      const old = found.get(whole) ?? { left: 1e9, right: -1e9, top: 1e9, bottom: -1e9 };
      found.set(whole, { left: Math.min(old.left, left), right: Math.max(old.right, right),
        top: Math.min(old.top, base - 0.7 * size), bottom: Math.max(old.bottom, base) });
    }
    return [...found];
  }
  const overlap = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

  /** Pairs of labels that share more than a little, and plates that lie over others' labels. */
  function covered() {
    const all = labels();
    const pairs = all.flatMap(([a, box], k) => all.slice(k + 1)
      .filter(([, other]) => overlap(box, other) > 1.5)
      .map(([b]) => `${a.textContent} and ${b.textContent}`));
    const plates = [...root.querySelectorAll(".nn-picture rect, .nn-picture .nn-tip")];
    for (const plate of plates) {
      const box = plate.getBoundingClientRect();
      for (const [label, other] of all) {
        const over = label.compareDocumentPosition(plate) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (over && !plate.parentElement.contains(label) && overlap(box, other) > 2) {
          pairs.push(`${label.textContent} under ${plate.parentElement.textContent}`);
        }
      }
    }
    return pairs;
  }

  const frames = [];
  for (const radio of radios) {
    radio.click();
    go("first");
    for (let step = 1; step <= steps; step += 1) {
      const { width, height } = root.querySelector(".nn-card").getBoundingClientRect();
      const wide = [...root.querySelectorAll("*")].filter((e) => e instanceof HTMLElement
        && e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX));
      const all = texts();
      frames.push({ view: radio.value, step, size: round(width, height), boxes: boxes(),
        cut: cut(all), small: small(all), covered: covered(), scrolls: wide.map((e) => e.className) });
      go("next");
    }
  }
  radios[0].click();
  go("first");
  return frames;
}
