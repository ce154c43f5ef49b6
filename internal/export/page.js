"use strict";
// The page reads without this script: it adds filters, search and the boxes
// that sources open in. It asks for nothing from anywhere.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = all("tr[data-kind]");
  const form = $("pd-filters");
  const fold = (s) => s.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const texts = new Map(rows.map((row) => [row, fold(row.id + " " + row.dataset.words + " " + row.textContent)]));

  // Filters.
  function apply() {
    const kinds = new Set(all("input[name=kind]:checked").map((i) => i.value));
    const topic = $("pd-topic").value;
    const words = fold($("pd-search").value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = texts.get(row);
      row.hidden = !(kinds.has(row.dataset.kind) && (!topic || row.dataset.topic === topic) && words.every((w) => text.includes(w)));
      if (!row.hidden) shown++;
    }
    for (const body of all("tbody")) body.hidden = !body.querySelector("tr[data-kind]:not([hidden])");
    for (const box of all("input[name=version]")) {
      for (const cell of all(`[data-version="${CSS.escape(box.value)}"]`, $("pd-table"))) cell.hidden = !box.checked;
    }
    document.documentElement.classList.toggle("no-sources", !!$("pd-sources") && !$("pd-sources").checked);
    $("pd-count").textContent = `${shown} of ${rows.length} fields shown`;
  }
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
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
      const box = all("input[name=kind]").find((i) => i.value === row.dataset.kind);
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
