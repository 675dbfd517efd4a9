// A built site on a local port, as a host serves it: with the headers of its `_headers` (Netlify's and
// Cloudflare's format), and compressed. serve(dir) gives { origin, close }.

const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const zlib = require("node:zlib");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".xsl": "application/xslt+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".wasm": "application/wasm",
};

// The rules of `_headers`: a path, which may end in `*`, and its headers below it, indented.
function rules(site) {
  const file = path.join(site, "_headers");
  if (!fs.existsSync(file)) return [];
  const found = [];
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    if (!/^\s/.test(line)) found.push({ pattern: line.trim(), headers: [] });
    else found.at(-1).headers.push(line.trim().split(/:\s*(.*)/s).slice(0, 2));
  }
  return found;
}

function matches(pattern, url) {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(url);
}

function serve(site) {
  const known = rules(site);
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.join(site, path.normalize(url));
    if (file.endsWith(path.sep)) file += "index.html";
    const exists = fs.existsSync(file) && fs.statSync(file).isFile();
    const type = exists ? TYPES[path.extname(file)] || "application/octet-stream" : TYPES[".html"];
    for (const rule of known.filter((rule) => matches(rule.pattern, url))) {
      for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    const bytes = fs.readFileSync(exists ? file : path.join(site, "404.html"));
    response.writeHead(exists ? 200 : 404, { "content-type": type, "content-encoding": "gzip" });
    response.end(zlib.gzipSync(bytes));
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    ),
  );
}

module.exports = { serve };
