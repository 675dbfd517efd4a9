// Each kind of page in a real browser: nothing is wider than the window, from 320 to 1920 px, in both
// colour schemes, and the console stays silent, under the headers that `_headers` asks for: whatever breaks the
// Content-Security-Policy is a finding. browser.cjs PUBLIC_DIR

const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { chromium } = require("playwright-core");

const TYPES = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".xml": "application/xml" };

// The headers of `_headers` for a path: rules of paths, all below those with `*` at their end, each with its headers indented below it.
function headersOf(site) {
  const file = path.join(site, "_headers");
  const rules = [];
  for (const line of fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : []) {
    const at = line.indexOf(":");
    if (/^\S/.test(line)) rules.push({ path: line.trim().replace(/\*$/, ""), headers: {} });
    else if (at > 0) rules[rules.length - 1].headers[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return (url) => Object.assign({}, ...rules.filter((rule) => url.startsWith(rule.path)).map((rule) => rule.headers));
}

function serve(site) {
  const headers = headersOf(site);
  const server = http.createServer((request, response) => {
    let file = path.join(site, path.normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    if (file.endsWith("/")) file += "index.html";
    if (!fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...headers(new URL(request.url, "http://x").pathname), "content-type": TYPES[path.extname(file)] || "application/octet-stream" });
    response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

// The first page of each kind: home, and one below each first segment.
function samples(site) {
  const below = (dir) => fs.readdirSync(path.join(site, dir), { withFileTypes: true }).filter((e) => e.isDirectory() && !e.name.startsWith("."));
  const found = ["/", "/404.html"];
  for (const kind of below(".")) {
    found.push(`/${kind.name}/`);
    let dir = kind.name;
    for (let next = below(dir)[0]; next; next = below(dir)[0]) dir = `${dir}/${next.name}`;
    found.push(`/${dir}/`);
  }
  return [...new Set(found)].filter((url) => fs.existsSync(path.join(site, url.endsWith("/") ? url + "index.html" : url)));
}

async function main() {
  const site = path.resolve(process.argv[2]);
  const server = await serve(site);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args });
  const wrong = [];
  let looks = 0;
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme });
    page.on("console", (message) => wrong.push(`${page.url()}: console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error}`));
    for (const url of samples(site)) {
      for (const width of [320, 360, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        if (page.url() !== origin + url) await page.goto(origin + url);
        const over = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
        if (over > 0) wrong.push(`${url}: ${over} px too wide at ${width} px, ${colorScheme}`);
        looks += 1;
      }
    }
    await page.close();
  }
  await browser.close();
  server.close();
  console.log(`${looks} looks at ${samples(site).length} pages, ${wrong.length} findings`);
  for (const line of wrong) console.log(line);
  process.exit(wrong.length ? 1 : 0);
}

main();
