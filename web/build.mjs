// Makes the site: build/web/site, every file but three named by its content, each also as .br and .gz.
//   node build.mjs [--program DIR] [--out DIR]
// The program (app.js, app.wasm) is taken from build/web/client. Does nothing when nothing it reads has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { kSvgIcon, pngIcon } from "./icons.mjs";
import { kFontSources, subsetFonts } from "./fonts/subset.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const { values: options } = parseArgs({
  options: {
    program: { type: "string", default: path.join(root, "build/web/client") },
    out: { type: "string", default: path.join(root, "build/web/site") },
  },
});
const out = path.resolve(options.out);
const fontFolder = path.join(here, "fonts");
const madeFonts = path.join(path.dirname(out), "fonts");
const stampFile = `${out}.inputs`;

const kCompressible = new Set([".html", ".js", ".css", ".wasm", ".ttf", ".svg", ".webmanifest"]);

function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 12);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(file);
    return [file];
  }).sort();
}

// Everything the site is made from.
function inputStamp() {
  const files = [...filesIn(here), path.join(options.program, "app.js"), path.join(options.program, "app.wasm")];
  const fonts = kFontSources.map((file) => `${file} ${statSync(file).size}`);
  return hashOf(process.version, ...fonts, ...files.flatMap((file) => [path.relative(root, file), readFileSync(file)]));
}

// --- The site in memory: name → content

const site = new Map();
const urls = new Map();  // what a template calls it → its URL

function add(name, content) {
  site.set(name, Buffer.from(content));
  urls.set(name, `/${name}`);
}

function addHashed(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hashed = `assets/${stem}-${hashOf(content)}${ext}`;
  site.set(hashed, Buffer.from(content));
  urls.set(name, `/${hashed}`);
}

async function bundle(entry, { define = {}, format = "esm" } = {}) {
  const result = await build({
    entryPoints: [path.join(here, "src", entry)], bundle: true, minify: true, write: false, format,
    target: ["chrome114", "firefox115", "safari17"], outdir: path.join(out, "assets"), entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]", loader: { ".ttf": "file" }, define, legalComments: "none",
    plugins: [madeFontsPlugin], logLevel: "warning",
  });
  for (const file of result.outputFiles) {
    const name = `assets/${path.basename(file.path)}`;
    site.set(name, Buffer.from(file.contents));
    const stem = path.parse(entry).name;
    const ext = path.extname(file.path);
    if (path.basename(file.path).startsWith(`${stem}-`)) urls.set(`${stem}${ext}`, `/${name}`);
  }
  return result;
}

// ../fonts/*.ttf are made, not kept.
const madeFontsPlugin = {
  name: "made-fonts",
  setup(esbuild) {
    esbuild.onResolve({ filter: /\.ttf$/ }, (request) => ({ path: path.join(madeFonts, path.basename(request.path)) }));
  },
};

const quoted = (text) => JSON.stringify(text);
const beside = (url) => `./${path.basename(url)}`;

function addIcons() {
  addHashed("icon.svg", kSvgIcon);
  addHashed("icon-192.png", pngIcon(192));
  addHashed("icon-512.png", pngIcon(512));
  addHashed("icon-maskable.png", pngIcon(512, { maskable: true }));
}

async function addBundles() {
  const program = readFileSync(path.join(options.program, "app.wasm"));
  if (program.toString("latin1", 0, 4) !== "\0asm") throw new Error("app.wasm is no program: was its link cut off?");
  addHashed("app.wasm", program);
  addHashed("app.js", readFileSync(path.join(options.program, "app.js")));
  await bundle("worker.ts", {
    define: { kAppJs: quoted(beside(urls.get("app.js"))), kAppWasm: quoted(beside(urls.get("app.wasm"))) },
  });
  await bundle("main.ts", { define: { kWorkerUrl: quoted(beside(urls.get("worker.js"))) } });
  await bundle("app.css");
}

function addPages() {
  const fill = (text) => text.replace(/\{\{([^}]+)\}\}/g, (_, name) => {
    if (!urls.has(name)) throw new Error(`there is no ${name}`);
    return urls.get(name);
  });
  add("index.html", fill(readFileSync(path.join(here, "src/index.html"), "utf8")));
  add("manifest.webmanifest", fill(readFileSync(path.join(here, "src/manifest.webmanifest"), "utf8")));
}

// Hashed names need no revision. Devanagari comes with the rest, so that it is there without a network.
async function addServiceWorker() {
  const manifest = [...site].map(([name, content]) =>
    ({ url: `/${name}`, revision: name.startsWith("assets/") ? null : hashOf(content) }));
  const result = await build({
    entryPoints: [path.join(here, "src/sw.ts")], bundle: true, minify: true, write: false, format: "iife",
    target: ["chrome114", "firefox115", "safari17"], legalComments: "none", logLevel: "warning",
    define: { "self.__WB_MANIFEST": JSON.stringify(manifest), "process.env.NODE_ENV": '"production"' },
  });
  add("sw.js", result.outputFiles[0].contents);
}

// --- To the disk

// The last site's compressed copy of a file with the same name and content saves the slow part.
function compressed(name, content, ending, compress) {
  const old = path.join(out, name);
  if (existsSync(`${old}${ending}`) && existsSync(old) && readFileSync(old).equals(content)) {
    return readFileSync(`${old}${ending}`);
  }
  return compress(content);
}

const brotli = (content) => brotliCompressSync(content, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
});
const gzip = (content) => gzipSync(content, { level: 9 });

function write(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of site) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (!kCompressible.has(path.extname(name))) continue;
    writeFileSync(`${file}.br`, compressed(name, content, ".br", brotli));
    writeFileSync(`${file}.gz`, compressed(name, content, ".gz", gzip));
  }
}

// All or nothing: the new site takes the old one's place when it is complete.
function replaceSite(stamp) {
  const next = `${out}.next`;
  write(next);
  rmSync(out, { recursive: true, force: true });
  renameSync(next, out);
  writeFileSync(stampFile, stamp);
}

function report() {
  const sizeOf = (name) => statSync(path.join(out, existsSync(path.join(out, `${name}.br`)) ? `${name}.br` : name)).size;
  const first = [...site.keys()].filter((name) => !/devanagari|icon-|\.webmanifest$|^sw\.js$/.test(name));
  const total = first.reduce((sum, name) => sum + sizeOf(name), 0);
  console.log(`site: ${site.size} files, first load ${(total / 1024).toFixed(0)} KiB brotli (wasm ${(sizeOf(urls.get("app.wasm").slice(1)) / 1024).toFixed(0)} KiB)`);
}

const stamp = inputStamp();
if (existsSync(out) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
  console.log("site: nothing has changed");
} else {
  subsetFonts(path.join(fontFolder, "codepoints.txt"), madeFonts);
  addIcons();
  await addBundles();
  addPages();
  await addServiceWorker();
  replaceSite(stamp);
  report();
}
