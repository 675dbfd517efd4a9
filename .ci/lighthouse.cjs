// Lighthouse on a phone, pages served as a host serves them: 100 for accessibility, best practices and search
// engines, 99 or more for speed. Speed is measured up to three times, since a busy machine only ever takes
// away. lighthouse.cjs PUBLIC_DIR URL...

const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const { serve } = require("./server.cjs");

const FLOORS = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const TRIES = 3;

async function measure(lighthouse, url, port) {
  const { lhr } = await lighthouse(url, { port, logLevel: "error", onlyCategories: Object.keys(FLOORS) });
  return lhr;
}

function short(lhr) {
  const low = Object.entries(FLOORS).filter(([name, floor]) => Math.round(lhr.categories[name].score * 100) < floor);
  const audits = low.flatMap(([name]) => lhr.categories[name].auditRefs.filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id]));
  return { low, why: audits.filter((audit) => audit.score !== null && audit.score < 1).map((audit) => `${audit.id} ${audit.displayValue || ""}`.trim()) };
}

async function main() {
  const [site, ...urls] = process.argv.slice(2);
  const { default: lighthouse } = await import(pathToFileURL(require.resolve("lighthouse")).href);
  const server = await serve(path.resolve(site));
  const port = 9300 + (process.pid % 500);
  const args = [`--remote-debugging-port=${port}`, "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args });
  let failed = false;
  for (const url of urls) {
    let lhr = await measure(lighthouse, server.origin + url, port);
    for (let tried = 1; tried < TRIES && short(lhr).low.length; tried += 1) lhr = await measure(lighthouse, server.origin + url, port);
    const scores = Object.keys(FLOORS).map((name) => `${name} ${Math.round(lhr.categories[name].score * 100)}`);
    const { low, why } = short(lhr);
    console.log(`${url}: ${scores.join(", ")}${low.length ? `: ${why.join("; ")}` : ""}`);
    failed ||= low.length > 0;
  }
  await browser.close();
  server.close();
  process.exit(failed ? 1 : 0);
}

main();
