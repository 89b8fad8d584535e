// The article's page: words and facts lead to each other. Without it the links still do.
"use strict";

// Code points before a UTF-16 index: the record's offsets count code points, the page's strings UTF-16 units.
function codePoints(text, end = text.length) {
  let count = 0;
  for (let at = 0; at < end; count += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return count;
}

function articlePage(view) {
  const scope = view.dataset.scope;
  const text = view.querySelector("#text");
  const panel = view.querySelector("#facts");
  const close = panel.querySelector(".close");
  const cards = [...panel.querySelectorAll(".fact")];
  const wordsOf = new Map();
  for (const piece of text.querySelectorAll(".m")) {
    const fact = piece.dataset.fact;
    if (!wordsOf.has(fact)) wordsOf.set(fact, []);
    wordsOf.get(fact).push(piece);
  }
  let chosen = null;

  // On a phone the chosen fact is a sheet over the lower part of the screen.
  const isCovered = (piece) =>
    getComputedStyle(panel).position === "fixed" && piece.getBoundingClientRect().bottom > panel.getBoundingClientRect().top;

  function choose(fact, { toWords = false, toCard = false } = {}) {
    for (const lit of view.querySelectorAll(".on")) lit.classList.remove("on");
    chosen = fact;
    const card = fact && document.getElementById(`${scope}-${fact}`);
    panel.classList.toggle("sheet", Boolean(card));
    close.hidden = !card;
    if (!card) return;
    card.classList.add("on");
    const pieces = wordsOf.get(fact) || [];
    for (const piece of pieces) piece.classList.add("on");
    const first = pieces.find((piece) => piece.classList.contains("words")) || pieces[0];
    if (toCard) card.scrollIntoView({ block: "nearest" });
    if (first && (toWords || isCovered(first))) first.scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#${scope}-${fact}`);
  }

  // Where facts overlap, a further click on the same words goes to the next of them.
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a.seg");
    if (!link) return;
    event.preventDefault();
    if (String(getSelection())) return;
    const facts = link.dataset.facts.split(" ");
    choose(facts[(facts.indexOf(chosen) + 1) % facts.length], { toCard: true });
  });
  panel.addEventListener("click", (event) => {
    const card = event.target.closest(".fact");
    if (!card || event.target.closest(".edit, .made a")) return;
    const part = event.target.closest("[data-part]");
    if (part) {
      event.preventDefault();
      choose(part.dataset.part, { toWords: true, toCard: true });
      return;
    }
    const link = event.target.closest("a[href^='#']");
    choose(card.dataset.fact, { toWords: !link });
    if (link) {
      event.preventDefault();
      document.getElementById(link.getAttribute("href").slice(1)).scrollIntoView({ block: "center" });
    }
  });
  close.addEventListener("click", () => choose(null));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cards.findIndex((card) => card.dataset.fact === chosen);
    const step = { j: 1, k: -1 }[event.key];
    if (step && cards.length) {
      const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : (at + step + cards.length) % cards.length;
      choose(cards[next].dataset.fact, { toWords: true, toCard: true });
      cards[next].focus({ preventScroll: true });
    } else if (event.key === "Escape") choose(null);
    else if (event.key === "Enter" && event.target.matches(".fact")) choose(event.target.dataset.fact, { toWords: true });
  });

  for (const box of view.querySelectorAll("input[data-kind]")) {
    const show = () => view.classList.toggle(`hide-${box.dataset.kind}`, !box.checked);
    box.addEventListener("change", show);
    show();
  }
  const asked = location.hash.slice(scope.length + 2).split("-")[0];
  if (asked && document.getElementById(`${scope}-${asked}`)) choose(asked, { toWords: true, toCard: true });
  const form = panel.querySelector("#add form");
  if (form) additions(form, text);
}

// Words selected in the article go into the form for a missing fact, with their offsets.
function additions(form, text) {
  const kind = form.elements.kind;
  const showSlots = () => {
    for (const set of form.querySelectorAll("fieldset[data-slots]")) set.hidden = set.disabled = set.dataset.slots !== kind.value;
  };
  kind.addEventListener("change", showSlots);
  showSlots();
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const start = codePoints(before.toString());
    form.elements.words.value = words;
    form.elements.start.value = start;
    form.elements.end.value = start + codePoints(words);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  document.getElementById("q").focus();
});
const view = document.querySelector(".article.boctin-view");
if (view) articlePage(view);
