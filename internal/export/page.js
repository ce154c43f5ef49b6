"use strict";
// The page reads without this script: it adds filters, search and the boxes
// that sources open in. It asks for nothing from anywhere.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = all("tr[data-kind]");
  const form = $("pd-filters");
  const narrow = matchMedia("(max-width: 760px)").matches;
  for (const id of ["pd-tools", "pd-overview", "pd-legend"]) if ($(id) && narrow) $(id).open = false;

  // Words: capitals, accents and the groups of digits make no difference.
  const fold = (s) => s.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/(\d)[,. \u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
  const cards = new Map(all("#sources .card").map((card) => [card.parentElement.id, card.textContent]));
  const names = new Map(all(".versions li").map((li) => [li.querySelector("b").textContent, li.textContent]));
  const cellsOf = new Map(rows.map((row) => [row, all("td[data-version]", row)]));
  const texts = new Map(rows.map((row) => {
    const cited = all("a.cite", row).map((a) => cards.get(a.hash.slice(1)) || "");
    const versions = cellsOf.get(row).filter((td) => !td.classList.contains("quiet")).map((td) => names.get(td.dataset.version) || "");
    return [row, fold([row.id, row.dataset.words, row.textContent, ...versions, ...cited].join(" "))];
  }));
  const kindBoxes = all("input[name=kind]");
  const order = kindBoxes.map((box) => box.value);

  // A row is filed by the versions that are shown: the most telling of their
  // kinds, as in the comparison of these alone.
  function kindOf(row) {
    const kinds = cellsOf.get(row).filter((td) => !td.hidden && td.dataset.kind).map((td) => td.dataset.kind);
    return order.find((kind) => kinds.includes(kind)) || (kinds.length ? kinds[0] : row.dataset.kind);
  }

  // Filters.
  function apply() {
    for (const box of all("input[name=version]")) {
      for (const cell of all(`[data-version="${CSS.escape(box.value)}"]`, $("pd-table"))) cell.hidden = !box.checked;
    }
    const chosen = new Set(kindBoxes.filter((i) => i.checked).map((i) => i.value));
    const topic = $("pd-topic").value;
    const words = fold($("pd-search").value).split(/\s+/).filter(Boolean);
    const count = new Map();
    let shown = 0;
    for (const row of rows) {
      const kind = kindOf(row);
      count.set(kind, (count.get(kind) || 0) + 1);
      row.dataset.filed = kind;
      row.hidden = !(chosen.has(kind) && (!topic || row.dataset.topic === topic) && words.every((w) => texts.get(row).includes(w)));
      if (!row.hidden) shown++;
    }
    for (const box of kindBoxes) {
      const label = box.parentElement.querySelector("span");
      label.textContent = label.textContent.replace(/\(\d+\)$/, `(${count.get(box.value) || 0})`);
    }
    for (const body of all("tbody", $("pd-table"))) body.hidden = !body.querySelector("tr[data-kind]:not([hidden])");
    document.documentElement.classList.toggle("no-sources", !!$("pd-sources") && !$("pd-sources").checked);
    $("pd-count").textContent = shown ? `${shown} of ${rows.length} ${$("pd-count").dataset.noun}s shown` : "Nothing is found. Fewer words, another topic or more kinds of difference may help; Reset shows the selection again.";
  }

  // The state of the filters stands in the address, to be sent or kept.
  const initial = new URLSearchParams();
  function state() {
    const out = new URLSearchParams();
    if ($("pd-search").value) out.set("q", $("pd-search").value);
    if ($("pd-topic").value) out.set("topic", $("pd-topic").value);
    out.set("kind", kindBoxes.filter((i) => i.checked).map((i) => i.value).join(","));
    out.set("hide", all("input[name=version]").filter((i) => !i.checked).map((i) => i.value).join(","));
    return out;
  }
  function remember() {
    const now = state();
    const same = now.toString() === initial.toString();
    history.replaceState(null, "", same ? "#" : "#!" + now.toString());
  }
  function restore() {
    if (!location.hash.startsWith("#!")) return;
    const at = new URLSearchParams(location.hash.slice(2));
    $("pd-search").value = at.get("q") || "";
    $("pd-topic").value = at.get("topic") || "";
    if (at.has("kind")) for (const box of kindBoxes) box.checked = at.get("kind").split(",").includes(box.value);
    if (at.has("hide")) for (const box of all("input[name=version]")) box.checked = !at.get("hide").split(",").includes(box.value);
  }
  for (const [key, value] of state()) initial.set(key, value);
  restore();
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener("submit", (e) => e.preventDefault());
  apply();

  // Links to rows: what a filter hides is brought back.
  function reveal() {
    for (const row of all("tr.found")) row.classList.remove("found");
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const target = $(id);
    const row = target && target.closest("tr[data-kind]");
    if (!row) return;
    if (row.hidden) {
      form.reset();
      const box = all("input[name=kind]").find((i) => i.value === row.dataset.filed);
      if (box) box.checked = true;
      apply();
    }
    row.classList.add("found");
    row.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", reveal);
  reveal();

  // Sources.
  const note = $("pd-note");
  let opener = null;
  function open(link) {
    const item = $(link.hash.slice(1));
    if (!item || !note.showPopover) return false;
    const cell = link.closest("td, th");
    const row = link.closest("tr");
    $("pd-note-title").textContent = "Source " + link.textContent.trim();
    const body = $("pd-note-body");
    body.replaceChildren(item.querySelector(".card").cloneNode(true));
    const uses = all("li", item).filter((u) => u.dataset.version === cell.dataset.version && u.dataset.field === row.id);
    if (uses.length) {
      const list = document.createElement("ul");
      list.append(...uses.map((u) => { const li = document.createElement("li"); li.dir = "auto"; li.textContent = u.dataset.evidence; return li; }));
      body.append(list);
    }
    if (note.matches(":popover-open")) note.hidePopover();
    opener = link;
    note.showPopover();
    place(link);
    note.focus();
    return true;
  }
  function place(link) {
    const at = link.getBoundingClientRect();
    const size = note.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 12));
    const below = at.bottom + 6 + size.height <= innerHeight;
    const top = below ? at.bottom + 6 : at.top - size.height - 6;
    note.style.left = left + "px";
    note.style.top = Math.max(8, Math.min(top, innerHeight - size.height - 8)) + "px";
  }
  for (const link of all("a.cite")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (e) => { if (open(link)) e.preventDefault(); });
    link.addEventListener("keydown", (e) => { if (e.key === " " && open(link)) e.preventDefault(); });
  }
  $("pd-close").addEventListener("click", () => note.hidePopover());
  note.addEventListener("toggle", (e) => {
    if (e.newState === "closed" && opener) {
      if (!document.activeElement || document.activeElement === document.body || note.contains(document.activeElement)) opener.focus();
      opener = null;
    }
  });
});
