// Mails in a real browser: nothing is wider than the window at 320 and 375 px, the column is 600 px at 700,
// with styles and pictures and without, in both colour schemes; axe-core has no serious finding, and so text can
// be read in dark mode too. email.cjs FILE.html…  (SHOTS=DIR keeps a picture of each look)

const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = [];
for (const scheme of ["light", "dark"]) {
  for (const width of [320, 375, 700]) LOOKS.push({ scheme, width, without: "" });
}
for (const without of ["styles", "pictures"]) {
  for (const width of [320, 375, 700]) LOOKS.push({ scheme: "light", width, without });
}

function measure() {
  const over = document.scrollingElement.scrollWidth - window.innerWidth;
  const column = document.querySelector("[role=article] table table").getBoundingClientRect();
  const small = [...document.querySelectorAll("[role=article] :is(td, p, li)")].filter((e) => e.innerText.trim() && parseFloat(getComputedStyle(e).fontSize) < 12);
  return { over, width: Math.round(column.width), small: small.length };
}

async function look(browser, file, { scheme, width, without }) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
  await page.route(/^https?:/, (route) => route.abort());
  let html = fs.readFileSync(file, "utf8");
  if (without === "styles") html = html.replace(/<style[\s\S]*?<\/style>/g, "");
  if (without === "pictures") html = html.replace(/ src="[^"]*"/g, ' src=""');
  await page.setContent(html, { waitUntil: "domcontentloaded" });
  const name = `${path.basename(file)} at ${width} px, ${scheme}${without && `, without ${without}`}`;
  const wrong = [];
  const { over, width: column, small } = await page.evaluate(measure);
  if (over > 0) wrong.push(`${over} px too wide`);
  if (column !== Math.min(width, 600)) wrong.push(`the column is ${column} px wide`);
  if (small) wrong.push(`${small} texts are smaller than 12 px`);
  if (!without && width === 375) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const { id, impact, nodes } of violations) {
      const is = ["serious", "critical"].includes(impact);
      if (is) wrong.push(`axe: ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
    }
  }
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name.replace(/[ ,]+/g, "-")}.png`), fullPage: true });
  await page.close();
  return wrong.map((words) => `${name}: ${words}`);
}

async function main() {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args });
  const files = process.argv.slice(2);
  const wrong = [];
  for (const file of files) {
    for (const one of LOOKS) wrong.push(...(await look(browser, file, one)));
  }
  await browser.close();
  console.log(`${files.length * LOOKS.length} looks at ${files.length} mails, ${wrong.length} findings`);
  for (const line of wrong) console.log(line);
  process.exit(wrong.length || !files.length ? 1 : 0);
}

main();
