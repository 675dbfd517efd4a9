// The search page: what is typed is looked for in the index that stands beside the site. The page says in
// its form where the index is, and with which words to answer.
const form = document.querySelector("form.search");
const { index, one, many, none, failed } = form.dataset;
const folders = index.split(" ");
const field = form.elements.q;
const choices = [...form.querySelectorAll("select")];
const [list, found, more] = ["results", "found", "more"].map((id) => document.getElementById(id));
const settings = { baseUrl: "/", excerptLength: 32, excerptEllipsis: "…", ranking: { metaWeights: { title: 5, parted_title: 5 } } };
const lang = document.documentElement.lang;
const SHARE = 10; // results shown at a time

let script; // a promise of the index's own script, once it is asked for
let results = [];
let turn = 0;
let wait;

const open = () => (script ??= load().catch((error) => {
  script = undefined;
  throw error;
}));

async function load() {
  const pagefind = await import(`${folders[0]}pagefind.js`);
  await pagefind.options({ ...settings, noWorker: true });
  await pagefind.init();
  for (const folder of folders.slice(1)) await pagefind.mergeIndex(folder, settings);
  fill(await pagefind.filters());
  return pagefind;
}

function fill(filters) {
  for (const choice of choices) {
    const values = Object.entries(filters[choice.name] ?? {});
    values.sort(([a], [b]) => (choice.name === "year" ? b - a : a.localeCompare(b, lang)));
    for (const [value, count] of values) choice.add(new Option(`${value} (${count})`, value));
    choice.closest("p").hidden = values.length === 0;
  }
}

async function look() {
  const own = ++turn;
  const words = field.value.trim();
  const filters = Object.fromEntries(choices.filter((c) => c.value).map((c) => [c.name, c.value]));
  const asked = new URLSearchParams({ ...(words && { q: words }), ...filters }).toString();
  history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
  if (!asked) return show([], "");
  try {
    const pagefind = await open();
    const answer = await pagefind.search(words ? spelt(words) : null, { filters });
    if (own !== turn) return;
    const list = words ? answer.results : answer.results.reverse(); // of equal rank, the newest first
    await show(list, told(list.length, words));
  } catch {
    if (own === turn) show([], failed);
  }
}

// As the index has them: ligatures in letters, each word of its own, « l’ » and the like left out.
const spelt = (words) => words.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/(^|\s)([cdjlmnst]|qu)['’](?=\S)/gi, "$1").replace(/['’]/g, " ");

function told(n, words) {
  if (!n) return none.replace("{q}", words);
  return (n === 1 ? one : many).replace("{n}", n.toLocaleString(lang));
}

async function show(all, words) {
  results = all;
  const first = await rows(0);
  if (results !== all) return;
  list.replaceChildren(...first);
  found.textContent = words;
}

// The next results as rows of the list.
async function rows(from) {
  const some = await Promise.all(results.slice(from, from + SHARE).map((result) => result.data()));
  more.hidden = results.length <= from + SHARE;
  return some.map(row);
}

function row({ url, meta, excerpt }) {
  const link = make("a", { href: url }, meta.title);
  const time = make("time", { dateTime: meta.iso }, meta.date);
  const byline = [...(meta.source ? [make("span", { className: "from" }, meta.source), " "] : []), time];
  const own = meta.lang ? { lang: meta.lang } : {};
  return make("li", {},
    make("p", { className: "byline" }, ...byline),
    make("p", { className: "title", ...own }, link),
    make("p", { className: "summary", ...own }, ...marked(excerpt)));
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// An excerpt as its author wrote it, with the words that were found marked. In the index U+2063 begins a word's
// second spelling, and ends a word that the next one follows without a space.
function marked(excerpt) {
  const words = [];
  for (const word of excerpt.split(" ")) {
    if (!/^(<mark>)?\u2063/.test(word)) words.push(word);
    else if (word[0] === "<" && words.length && words.at(-1)[0] !== "<") words.push(`<mark>${words.pop()}</mark>`);
  }
  const text = words.join(" ").replace(/\u2063(<\/mark>)? /g, "$1");
  const plain = (part) => part.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  return text.split(/<\/?mark>/).map((part, at) => (at % 2 ? make("mark", {}, plain(part)) : plain(part)));
}

more.addEventListener("click", async () => {
  const from = list.children.length;
  list.append(...(await rows(from)));
  list.children[from]?.querySelector("a").focus();
});
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(look, 150);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  look();
});
form.addEventListener("change", (event) => event.target !== field && look());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  look();
});

// An address may carry a question, as that of a page to which a reader comes back.
const asked = new URLSearchParams(location.search);
field.value = asked.get("q") ?? "";
form.hidden = false;
open().then(() => {
  for (const choice of choices) choice.value = asked.get(choice.name) ?? "";
}, () => {}).then(() => [...asked].length && look());
