// Each kind of page in a real browser, served as a host serves it: nothing is wider than the window, from 320
// to 1920 px, axe-core finds nothing, in both colour schemes, and the console stays silent, which it does not
// where the Content-Security-Policy of `_headers` is violated. Then what readers do: without scripts, for an
// audience, by keyboard, at night, on paper. `--all` looks at every page. browser.cjs PUBLIC_DIR [--all]

const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { serve } = require("./server.cjs");

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

// The first page of each kind: home, and one at each depth below each first segment.
function samples(site) {
  const below = (dir) => fs.readdirSync(path.join(site, dir), { withFileTypes: true }).filter((e) => e.isDirectory() && !e.name.startsWith("."));
  const found = ["/", "/404.html"];
  for (const kind of below(".")) {
    let dir = kind.name;
    found.push(`/${dir}/`);
    for (let next = below(dir)[0]; next; next = below(dir)[0]) {
      dir = `${dir}/${next.name}`;
      found.push(`/${dir}/`);
    }
  }
  return found.filter((url) => fs.existsSync(path.join(site, url.endsWith("/") ? url + "index.html" : url)));
}

// Every page that is one: redirects lead on at once.
function every(site) {
  const pages = fs.readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html") && !file.startsWith("."));
  return pages.filter((file) => !fs.readFileSync(path.join(site, file), "utf8").includes('http-equiv="refresh"')).map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);
}

async function looks(browser, origin, urls, wrong) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, bypassCSP: false });
    const page = await context.newPage();
    page.on("console", (message) => wrong.push(`${page.url()}: console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error}`));
    for (const url of urls) {
      await page.goto(origin + url);
      for (const width of [320, 360, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
        if (over > 0) wrong.push(`${url}: ${over} px too wide at ${width} px, ${colorScheme}`);
      }
    }
    await context.close();
  }
}

// axe-core is brought in past the policy, which forbids what the page does not have itself.
async function axe(browser, origin, urls, wrong) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const url of urls) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(origin + url);
        await page.evaluate(AXE);
        const found = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
        for (const one of found.violations) wrong.push(`${url}: axe, ${width} px, ${colorScheme}: ${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
      }
    }
    await context.close();
  }
}

async function withoutScripts(browser, origin, urls, wrong) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const url of urls) {
    await page.goto(origin + url);
    const words = (await page.locator("main").innerText()).split(/\s+/).length;
    if (words < 4) wrong.push(`${url}: without scripts, ${words} words`);
  }
  await context.close();
}

// An edition is read through the eyes of one audience by a link, without scripts, and leads back the same way.
async function audiences(browser, site, origin, wrong) {
  const edition = "/editions/2026-w05/";
  if (!fs.existsSync(path.join(site, edition, "entreprises"))) return;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin + edition);
  const whole = await page.locator(".audience").count();
  await page.locator(".switch a", { hasText: "Entreprises" }).click();
  const here = await page.locator(".switch [aria-current=page]").innerText();
  if (page.url() !== `${origin}${edition}entreprises/` || here.toLowerCase() !== "entreprises") wrong.push(`${edition}: the switch leads to ${page.url()}, which says it is « ${here} »`);
  const labels = await page.locator(".audience h3").allInnerTexts();
  if (labels.length === 0 || labels.length >= whole) wrong.push(`${edition}entreprises/: ${labels.length} lists of points, of ${whole}`);
  if (labels.some((label) => /pouvoirs publics/i.test(label))) wrong.push(`${edition}entreprises/: points for another audience`);
  await page.locator(".switch a").first().click();
  if (page.url() !== origin + edition) wrong.push(`${edition}: the switch does not lead back`);
  await context.close();
}

// The first stop leads past the menu, every stop is seen, and the menu comes next.
async function keyboard(browser, origin, wrong) {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  if (first !== "#content") wrong.push(`/: the first stop of the keyboard is ${first}`);
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return box.width > 0 && getComputedStyle(document.activeElement).outlineStyle !== "none";
    });
    if (!seen) wrong.push(`/: stop ${stop + 2} of the keyboard is not seen`);
  }
  await page.close();
}

async function night(browser, origin, wrong) {
  const light = async (colorScheme) => {
    const page = await browser.newPage({ colorScheme });
    await page.goto(origin);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.close();
    const [red, green, blue] = paper.match(/\d+/g).map(Number);
    return red + green + blue;
  };
  if ((await light("light")) < 600) wrong.push("/: the paper is not light by day");
  if ((await light("dark")) > 150) wrong.push("/: the paper is not dark by night");
}

// An edition of five stories is a note of four pages, and says where its links lead.
async function paper(browser, site, origin, wrong) {
  const edition = "/editions/2026-w05/";
  if (!fs.existsSync(path.join(site, edition))) return;
  const page = await browser.newPage();
  await page.goto(origin + edition);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
  if (sheets > 4) wrong.push(`${edition}: ${sheets} pages on paper`);
  await page.emulateMedia({ media: "print" });
  const said = await page.evaluate(() => getComputedStyle(document.querySelector('.notes a[href^="http"]'), "::after").content);
  if (!said.includes("http")) wrong.push(`${edition}: on paper, links do not say where they lead`);
  await page.close();
}

async function main() {
  const site = path.resolve(process.argv[2]);
  const urls = process.argv.includes("--all") ? every(site) : samples(site);
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
  const wrong = [];
  await looks(browser, server.origin, urls, wrong);
  await axe(browser, server.origin, urls, wrong);
  await withoutScripts(browser, server.origin, urls, wrong);
  await audiences(browser, site, server.origin, wrong);
  await keyboard(browser, server.origin, wrong);
  await night(browser, server.origin, wrong);
  await paper(browser, site, server.origin, wrong);
  await browser.close();
  server.close();
  console.log(`${urls.length} pages in a browser, ${wrong.length} findings`);
  for (const line of wrong) console.log(line);
  process.exit(wrong.length ? 1 : 0);
}

main();
