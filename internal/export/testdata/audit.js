// An accessibility pass over the page that is shown, after the rules of WCAG
// 2.2 AA that a machine can judge. It gives a list of findings; none is good.
(() => {
  const found = [];
  const say = (rule, el, detail = "") => found.push(`${rule}: ${el ? describe(el) : ""} ${detail}`.trim());
  const describe = (el) => `<${el.tagName.toLowerCase()}${el.id ? "#" + el.id : ""}${el.className && el.className.baseVal === undefined ? "." + el.className : ""}> ${(el.textContent || "").trim().slice(0, 40)}`;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
  const name = (el) => {
    const ids = el.getAttribute("aria-labelledby");
    if (ids) return ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent || "").join(" ").trim();
    const label = el.getAttribute("aria-label") || [...(el.labels || [])].map((l) => l.textContent).join(" ") || el.textContent || el.title || "";
    return label.trim();
  };

  // The document.
  if (!document.documentElement.lang) say("no language");
  if (!document.title.trim()) say("no title");
  if (all("main").length !== 1) say("not one main part");
  if (all("h1").length !== 1) say("not one first heading");
  if (!document.querySelector("meta[name=viewport]") || /user-scalable\s*=\s*no|maximum-scale/.test(document.querySelector("meta[name=viewport]").content)) say("cannot be enlarged");
  let level = 0;
  for (const h of all("h1,h2,h3,h4,h5,h6").filter(shown)) {
    const n = +h.tagName[1];
    if (n > level + 1) say("a level of headings is left out", h);
    level = n;
  }
  const ids = new Map();
  for (const el of all("[id]")) ids.set(el.id, (ids.get(el.id) || 0) + 1);
  for (const [id, n] of ids) if (n > 1) say("an ID is there twice", null, id);
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
    for (const el of all(`[${attribute}]`)) for (const id of el.getAttribute(attribute).split(/\s+/)) if (!ids.has(id)) say("a reference leads nowhere", el, id);
  }
  for (const a of all("a[href^='#']")) if (!ids.has(decodeURIComponent(a.hash.slice(1)))) say("a link leads nowhere", a, a.hash);

  // Names, roles, keyboard.
  for (const el of all("a[href], button, input, select, textarea, summary, [role=dialog], [role=region], form[aria-label], nav")) if (!name(el)) say("no name", el);
  for (const el of all("[tabindex]")) if (+el.getAttribute("tabindex") > 0) say("changes the order of the keyboard", el);
  for (const el of all("[onclick], [role=button]:not(button)")) say("only the mouse reaches it", el);
  for (const el of all("[aria-hidden=true] a, [aria-hidden=true] button, [aria-hidden=true] input")) say("hidden, but the keyboard reaches it", el);
  for (const el of all("*")) {
    const style = getComputedStyle(el);
    if (/(auto|scroll)/.test(style.overflowX + style.overflowY) && shown(el) && (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1) &&
      el.tabIndex < 0 && !el.querySelector("a, button, input") && el !== document.documentElement && el !== document.body) say("scrolls, but not by keyboard", el);
  }
  for (const el of all("ul, ol")) for (const c of el.children) if (c.tagName !== "LI") say("a list holds what is no item", c);
  for (const el of all("fieldset")) if (!el.querySelector("legend")) say("a group has no name", el);

  // Tables: heads with a scope, rows that fill the columns, roles that stay
  // where the style sheet lays the table out in another way.
  for (const table of all("table")) {
    if (!table.caption) say("a table has no caption", table);
    for (const th of table.querySelectorAll("th")) if (!th.scope) say("a head has no scope", th);
    const width = table.tHead.rows[0].cells.length;
    for (const row of table.rows) {
      if (row.cells.length !== width) say("a row has other columns than the head", row);
      if (row.getAttribute("role") !== "row") say("a row has no role", row);
      for (const cell of row.cells) if (!/^(cell|rowheader|columnheader)$/.test(cell.getAttribute("role") || "")) say("a cell has no role", cell);
    }
  }

  // Pictures.
  for (const svg of all("svg")) {
    if (svg.getAttribute("role") !== "img" || !name(svg)) say("a picture has no text alternative", svg);
    if (!svg.querySelector(":scope > title")?.textContent || !svg.querySelector(":scope > desc")?.textContent) say("a picture has no title or description", svg);
  }

  // Sizes of what is pointed at: 24 pixels, but for links in running text.
  for (const el of all("button, select, input[type=search], label, summary").filter(shown)) {
    const box = el.getBoundingClientRect();
    if (box.height < 24 || box.width < 24) say("too small to hit", el, `${box.width}x${box.height}`);
  }

  // Contrast.
  const parse = (c) => { const m = c.match(/rgba?\(([^)]+)\)/); if (!m) return null; const p = m[1].split(/[ ,/]+/).map(Number); return { r: p[0], g: p[1], b: p[2], a: p[3] === undefined ? 1 : p[3] }; };
  const light = ({ r, g, b }) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const behind = (el) => {
    const g = el.closest("g");
    if (el.ownerSVGElement) {
      const rect = [...(g || el.ownerSVGElement).children].filter((c) => c.tagName === "rect" && c.compareDocumentPosition(el) & 4).filter((c) => {
        const a = c.getBoundingClientRect(), b = el.getBoundingClientRect();
        return b.left >= a.left - 1 && b.right <= a.right + 1 && b.top >= a.top - 6 && b.bottom <= a.bottom + 6;
      }).pop() || el.ownerSVGElement.querySelector(".paper");
      return parse(getComputedStyle(rect).fill);
    }
    for (let e = el; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c && c.a === 1) return c; }
    return { r: 255, g: 255, b: 255, a: 1 };
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    if (!node.data.trim() || seen.has(el) || el.closest("title, desc, script, style, option, .unseen, [hidden]") || !shown(el)) continue;
    seen.add(el);
    const style = getComputedStyle(el);
    const ink = parse(el.ownerSVGElement ? style.fill : style.color), paper = behind(el);
    if (!ink || !paper) { say("no colour to judge", el, style.color); continue; }
    const size = parseFloat(style.fontSize), bold = +style.fontWeight >= 700;
    const least = size >= 24 || size >= 18.66 && bold ? 3 : 4.5;
    if (ratio(ink, paper) < least) say("too little contrast", el, `${ratio(ink, paper).toFixed(2)}, ${JSON.stringify(ink)} on ${JSON.stringify(paper)}`);
  }
  return found.slice(0, 40);
})()
