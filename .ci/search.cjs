// Search in a real browser: what is typed is found whatever its accents and ligatures, filters narrow it, the
// keyboard is enough, a result opens, the address keeps the question, without scripts the page says so, and
// under a strict Content-Security-Policy the console stays silent. search.cjs PUBLIC_DIR [BASE_PATH]
// The site is the one that search.py writes.

const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const assert = require("node:assert");
const { chromium } = require("playwright-core");

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";
const TYPES = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript", ".json": "application/json" };

function serve(site, base) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.join(site, path.normalize(name.startsWith(base) ? name.slice(base.length) : "/404"));
    if (file.endsWith("/")) file += "index.html";
    const there = fs.existsSync(file);
    response.writeHead(there ? 200 : 404, { "content-type": TYPES[path.extname(file)] || "application/octet-stream", "content-security-policy": POLICY });
    response.end(there ? fs.readFileSync(file) : "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function main() {
  const [site, base = ""] = process.argv.slice(2);
  const server = await serve(path.resolve(site), base);
  const origin = `http://127.0.0.1:${server.address().port}${base}`;
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args });
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
  const titles = () => page.locator("#results .title").allInnerTexts();
  const told = async (text) => {
    const now = async () => (await page.innerText("#found")).replace(/\s/g, " ");
    for (let n = 0; n < 100 && (await now()) !== text; n++) await page.waitForTimeout(50);
    assert.equal(await now(), text);
  };
  const type = async (words, count) => {
    await page.fill("#query", "");
    await page.locator("#query").pressSequentially(words, { delay: 20 });
    await told(count);
  };

  await page.goto(`${origin}/recherche/`);
  assert.equal(await page.getByRole("search").count(), 1);
  assert.equal(await page.getByRole("searchbox", { name: "Chercher" }).count(), 1);

  await type("oeuvre", "2 résultats");
  assert.deepEqual((await titles()).sort(), ["Un musée et ses machines", "Une œuvre sans auteur"]);
  assert.equal(await page.locator("#results mark").first().innerText(), "œuvre");
  assert.ok(!(await page.locator("#results").innerText()).includes("oeuvre"), "the second spelling shows");
  await type("œuvres", "2 résultats");
  await type("l'œuvre d'autres", "1 résultat");
  assert.ok((await page.locator("#results").innerText()).includes("On y voit l’œuvre d’une machine, entre deux"));
  await type("regulation", "12 résultats");
  assert.equal(await page.locator("#results .title").count(), 10);
  await type("RÉGULER", "12 résultats");
  await type("introuvable", "Aucun résultat pour « introuvable ».");
  await type("zygomatique", "Aucun résultat pour « zygomatique ».");
  await type("brouillon", "Aucun résultat pour « brouillon ».");

  await type("regulation", "12 résultats");
  await page.selectOption("#by-year", "2025");
  await told("3 résultats");
  await page.selectOption("#by-theme", "Puces");
  await told("1 résultat");
  assert.equal(new URL(page.url()).search, "?q=regulation&theme=Puces&year=2025");
  await page.reload();
  await told("1 résultat");
  assert.equal(await page.inputValue("#by-theme"), "Puces");
  await page.fill("#query", "");
  await page.selectOption("#by-theme", "");
  await page.selectOption("#by-year", "");
  await page.selectOption("#by-entity", "Institut Boréal");
  await told("2 résultats");
  assert.deepEqual(await titles(), ["Une œuvre sans auteur", "Un musée et ses machines"], "the newest first");

  // By the keyboard alone: from the top of the page to an article.
  await page.goto(`${origin}/recherche/`);
  for (let n = 0; n < 30 && !(await page.evaluate(() => document.activeElement.id === "query")); n++) await page.keyboard.press("Tab");
  await page.keyboard.type("regulation");
  await told("12 résultats");
  await page.keyboard.press("Escape");
  await told("");
  assert.equal(await page.inputValue("#query"), "");
  await page.keyboard.type("regulation");
  await told("12 résultats");
  for (const id of ["by-theme", "by-entity", "by-year"]) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
  }
  for (let n = 0; n < 11; n++) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "more");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches("#results > li:nth-child(11) a"));
  assert.ok(!(await page.isVisible("#more")));
  const title = await page.evaluate(() => document.activeElement.innerText);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/articles/**");
  assert.equal(await page.locator("h1").innerText(), title);
  await page.goBack();
  await told("12 résultats");

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${origin}/recherche/`);
  assert.ok(await plain.isVisible("noscript .note"));
  assert.ok(!(await plain.isVisible("form.search")));
  await plain.click("noscript a");
  assert.ok(plain.url().endsWith("/archives/"));

  await browser.close();
  server.close();
  assert.deepEqual(said, []);
  console.log("search: ligatures, accents, filters, the keyboard, no script: as they should be");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
