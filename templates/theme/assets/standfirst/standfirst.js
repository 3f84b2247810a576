// Two small things that a style sheet cannot do. Nothing is fetched; without it every page reads.

// The current tab is brought into view where the tabs are wider than the screen.
const current = document.querySelector(".sf-tabs [aria-current]");
if (current) current.closest("ul").scrollLeft = current.offsetLeft - 24;

// A table wider than its column scrolls by itself, and the keyboard can reach it.
for (const table of document.querySelectorAll(".sf-body > table, .sf-flow > table")) {
  if (table.scrollWidth <= table.parentElement.clientWidth) continue;
  const frame = document.createElement("div");
  frame.className = "sf-scroll";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", table.tHead ? table.tHead.textContent.trim() : document.title);
  table.replaceWith(frame);
  frame.append(table);
}
