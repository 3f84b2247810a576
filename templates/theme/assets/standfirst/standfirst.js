// A few small things that a style sheet cannot do. Nothing is fetched; without it every page reads.

// The switch of colours, on pages that do without Material's script; the choice is kept where that
// script looks for it, so that handbook pages follow.
const options = [...document.querySelectorAll(".md-option")];

function paint(index) {
  const { mdColorMedia: media, mdColorScheme: scheme } = options[index].dataset;
  const { mdColorPrimary: primary, mdColorAccent: accent } = options[index].dataset;
  document.body.setAttribute("data-md-color-scheme", scheme);
  options.forEach((option, other) => (option.nextElementSibling.hidden = other !== index));
  return { index, color: { media, scheme, primary, accent } };
}

if (options.length) {
  const kept = __md_get("__palette");
  const system = options.findIndex((option) => matchMedia(option.dataset.mdColorMedia).matches);
  const index = kept ? kept.index : Math.max(0, system);
  options[index].checked = true; // what the keyboard comes to, and leaves by an arrow
  if (!document.querySelector("script[src*='/bundle.']")) {
    paint(index);
    document.documentElement.classList.replace("no-js", "js");
    options.forEach((option, other) =>
      option.addEventListener("change", () => __md_set("__palette", paint(other))),
    );
  }
}

// The current tab is brought into view where the tabs are wider than the screen.
const current = document.querySelector(".sf-tabs [aria-current]");
if (current) current.closest("ul").scrollLeft = current.offsetLeft - 24;

// A table wider than its column scrolls by itself, and the keyboard can reach it.
for (const table of document.querySelectorAll(".sf-body > table, .sf-flow > table")) {
  if (table.scrollWidth <= table.parentElement.clientWidth) continue;
  const frame = document.createElement("div");
  frame.className = "sf-scroll";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", table.tHead ? table.tHead.textContent.trim() : document.title);
  table.replaceWith(frame);
  frame.append(table);
}

// Evidence cards: a mark opens the card that stands in the page for it, on click, Enter, Space or
// after a moment's hover. Escape and the cross close it and give the focus back. A click with a
// modifier key stays a link, as every mark is without this script.
const WAIT = 250;
const cardOf = (mark) => document.getElementById(mark.dataset.card);
let shown = null;
let waiting = 0;

function hide(refocus) {
  clearTimeout(waiting);
  if (!shown) return;
  shown.setAttribute("aria-expanded", "false");
  cardOf(shown).hidden = true;
  if (refocus) shown.focus();
  shown = null;
}

function show(mark) {
  if (shown === mark) return;
  hide(false);
  const card = cardOf(mark);
  card.hidden = false;
  place(card, mark.getBoundingClientRect());
  mark.setAttribute("aria-expanded", "true");
  shown = mark;
}

function place(card, at) {
  card.style.top = card.style.left = "";
  if (getComputedStyle(card).position === "fixed") {
    const over = at.bottom + 24 - card.getBoundingClientRect().top;
    scrollBy({ top: Math.max(0, over), behavior: "instant" });
    return;
  }
  const frame = card.offsetParent.getBoundingClientRect();
  const text = (document.querySelector(".sf-body > p") || document.body).getBoundingClientRect();
  const beside = text.right + 32 + card.offsetWidth < innerWidth && at.left < text.right;
  const left = beside ? text.right + 32 : Math.min(at.left, innerWidth - card.offsetWidth - 16);
  card.style.left = `${left - frame.left}px`;
  const last = innerHeight - card.offsetHeight - 16; // the lowest place where all of it is seen
  const above = at.top - card.offsetHeight - 10;
  const under = at.bottom + 10 > last && above > 0 ? above : at.bottom + 10;
  card.style.top = `${(beside ? Math.max(16, Math.min(at.top - 14, last)) : under) - frame.top}px`;
}

for (const mark of document.querySelectorAll("[data-card]")) {
  const card = cardOf(mark);
  if (!card) continue;
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-expanded", "false");
  mark.setAttribute("aria-controls", card.id);
  mark.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(waiting);
    if (shown === mark) hide(false);
    else show(mark);
  });
  mark.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    mark.click();
  });
  mark.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") waiting = setTimeout(show, WAIT, mark);
  });
  mark.addEventListener("pointerleave", () => clearTimeout(waiting));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide(true);
});
document.addEventListener("click", (event) => {
  if (event.target.closest(".sf-x")) hide(true);
  else if (shown && !event.target.closest("[data-card], .sf-card")) hide(false);
});
