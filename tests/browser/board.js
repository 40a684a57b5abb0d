// What a careful eye would find wrong with the card of a widget: texts that are too small or cut,
// blocks that cover each other. Called with the root; returns a list of sentences.
(root) => {
  const box = root.getBoundingClientRect();
  const found = [];
  const scale = (e) => (e instanceof SVGElement ? Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) : 1);
  const size = (e) => parseFloat(getComputedStyle(e).fontSize) * scale(e);
  const script = "msub > :nth-child(n+2), msup > :nth-child(n+2), text.nn-sym:not(:first-child)";
  const name = (e) => e.textContent.trim().slice(0, 30) || e.dataset.id || e.className;

  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const [text, e] = [walk.currentNode, walk.currentNode.parentElement];
    if (!text.data.trim() || !e.checkVisibility() || e.closest("title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, bottom, width } = range.getBoundingClientRect();
    if (!width) continue;
    if (!e.closest(script) && size(e) < 10.99) found.push(`small: ${name(e)}`);
    if (left < box.left || right > box.right || bottom > box.bottom) found.push(`out: ${name(e)}`);
  }
  for (const e of root.querySelectorAll("button, p, td, th, dt, dd, h3, h4, label")) {
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth) found.push(`cut: ${name(e)}`);
  }
  const things = ".nn-board-body > * > *, .nn-board-head > *, button, input, select, .nn-keys, .nn-said";
  const blocks = [...root.querySelectorAll(things)].filter((e) => e.checkVisibility());
  const boxes = blocks.map((e) => e.getBoundingClientRect());
  for (const [i, p] of boxes.entries()) {
    for (const [j, q] of boxes.entries()) {
      const over = Math.min(Math.min(p.right, q.right) - Math.max(p.left, q.left),
        Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top));
      const apart = !blocks[i].contains(blocks[j]) && !blocks[j].contains(blocks[i]);
      if (i < j && apart && over > 1) found.push(`over: ${name(blocks[i])} | ${name(blocks[j])}`);
    }
  }
  return found;
}
