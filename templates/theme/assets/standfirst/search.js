// The search dialog. `/` or the button opens it, arrows walk the results, Enter goes there, Escape
// closes it and the focus returns. Nothing is fetched before the dialog is opened, and then only
// from this site.
const MOST = 12;
const button = document.querySelector("[data-search]");
const dialog = document.querySelector(".sf-search");
const input = dialog.querySelector("input");
const list = dialog.querySelector(".results");
const count = dialog.querySelector(".count");
const filters = dialog.querySelector(".filters");
let engine = null;
let turn = 0;

const address = new URL(button.dataset.search, document.baseURI);
const settings = { baseUrl: new URL("..", address).href, excerptLength: 24 };
let wide = null;

async function load() {
  engine = await import(address.href);
  await engine.options(settings);
  for (const [name, values] of Object.entries(await engine.filters())) addFilter(name, values);
}

// What is not found in the language of the page is looked for in the others. Pagefind takes an index
// in once only, by its path; hence the dot.
async function widen() {
  const { languages } = await (await fetch(new URL("pagefind-entry.json", address))).json();
  const named = document.documentElement.lang.toLowerCase();
  const size = (name) => languages[name].page_count;
  const largest = Object.keys(languages).sort((a, b) => size(b) - size(a))[0];
  const own = [named, named.split("-")[0]].find((name) => name in languages) || largest;
  const others = Object.keys(languages).filter((name) => name !== own);
  const path = new URL(".", address).pathname + "./";
  for (const language of others) await engine.mergeIndex(path, { ...settings, language });
}

function addFilter(name, values) {
  if (!filters.dataset[name]) return;
  const select = document.createElement("select");
  select.name = name;
  select.setAttribute("aria-label", filters.dataset[name]);
  select.append(new Option(`${filters.dataset[name]}: ${filters.dataset.all}`, ""));
  const order = name === "date" ? (a, b) => b.localeCompare(a) : (a, b) => a.localeCompare(b);
  for (const value of Object.keys(values).sort(order)) select.append(new Option(value, value));
  select.addEventListener("change", search);
  filters.append(select);
}

async function search() {
  const mine = ++turn;
  const chosen = [...filters.querySelectorAll("select")].filter((select) => select.value);
  const wanted = Object.fromEntries(chosen.map((select) => [select.name, select.value]));
  const words = input.value.trim();
  if (!engine || (!words && !chosen.length)) return show([], null, mine);
  let found = await engine.search(words || null, { filters: wanted });
  if (!found.results.length && !chosen.length) {
    await (wide ||= widen());
    found = await engine.search(words, {});
  }
  const pages = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
  show(pages, found.results.length, mine);
}

function show(pages, total, mine) {
  if (mine !== turn) return;
  list.replaceChildren(...pages.map(item));
  const { none, one, some } = count.dataset;
  const told = [none, one][total] || some.replace("%", total);
  count.textContent = total === null ? "" : told;
}

function item(page) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const excerpt = document.createElement("p");
  excerpt.append(...pieces(page.excerpt));
  const where = document.createElement("small");
  const named = ["section", "briefing", "publisher", "date"].flatMap((name) => page.filters[name] || []);
  where.textContent = named.filter((value) => value && value !== page.meta.title).join(" · ");
  entry.append(link, where, excerpt);
  return entry;
}

// The excerpt is HTML of which only the marks are wanted: all else goes on as text.
function pieces(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node, place) => {
    // An excerpt may begin in the midst of a sentence, but not with the mark that ends another.
    const ended = place ? "" : /^[\s\p{Pe}\p{Pf}\p{Po}]+/u;
    if (node.nodeName !== "MARK") return node.textContent.replace(ended, "");
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  if (!engine) load().then(search);
}

function walk(event) {
  if (event.key === "Escape") {
    event.preventDefault(); // a search field would only be emptied
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName === "SELECT") return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (next) next.focus();
}

button.addEventListener("click", open);
input.addEventListener("input", search);
dialog.addEventListener("keydown", walk);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const first = list.querySelector("a");
  if (first) first.click();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".results a")) dialog.close();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  open();
});
