// Measures the program in Chromium against the real server. Each value stands beside a floor taken in the same run, in
// the same browser, on the same data: bare SQLite on the same file system, a bare fetch, a bare start. A ratio above 1
// is better than the floor. Progress goes to stderr.
//   node tests/bench/bench_web.mjs [--customers N] [--only TEXT]
import path from "node:path";
import { parseArgs } from "node:util";
import { Device } from "../e2e/support/device.mjs";
import { kPassword, Server } from "../e2e/support/server.mjs";
import { eventually } from "../e2e/support/wait.mjs";
import { BenchSite, makeDatabases, putFile, runInWorker } from "./bench_site.mjs";

const { values: options } = parseArgs({
  options: { customers: { type: "string", default: "100000" }, only: { type: "string", default: "" } },
});
const kCustomers = Number(options.customers);
const kPulledCustomers = 1768;  // about 10,000 rows
const kRounds = 5;
const kSaves = 30;

const ends = [];
const begun = Date.now();
const say = (text) => console.error(`[bench_web] ${((Date.now() - begun) / 1000).toFixed(0)} s: ${text}`);

function report(bench, value, unit, floor) {
  const round = (number) => Number(number.toPrecision(4));
  console.log(JSON.stringify({ bench, value: round(value), unit, floor: round(floor), ratio: round(floor / value) }));
}

function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
}
const median = (numbers) => quantile(numbers, 0.5);

const site = new BenchSite();
ends.push(async () => site.remove());

async function serverWith(customers) {
  let rows = 0;
  const prepare = (folder) => { if (customers > 0) rows = makeDatabases(folder, customers); };
  const server = await Server.make({ site: site.folder, prepare });
  ends.push(() => server.remove());
  return { server, rows };
}

async function deviceOf(server, settings) {
  const device = await Device.make(server, settings);
  ends.push(() => device.remove());
  return device;
}

const grouped = (count) => count.toLocaleString("en-IN");

// --- First load and warm start

async function measureFirstLoad() {
  const { server } = await serverWith(0);
  const device = await deviceOf(server, { blank: true, context: { serviceWorkers: "block" } });
  const requests = [];
  device.context.on("requestfinished", (request) => requests.push(request));
  await device.goto("/");
  await device.page.getByRole("heading", { name: "Sign in" }).waitFor();
  const sizes = await Promise.all(requests.filter((request) => !request.url().includes("/v1/"))
    .map(async (request) => ({ url: request.url(), bytes: (await request.sizes()).responseBodySize })));
  const sum = (all) => all.reduce((total, { bytes }) => total + bytes, 0);
  report("first load, brotli; floor: its WASM alone", sum(sizes), "bytes", sum(sizes.filter(({ url }) => url.endsWith(".wasm"))));
  await device.close();
}

async function measureWarmStart() {
  const { server } = await serverWith(0);
  const device = await deviceOf(server);
  await device.app.signIn("asha");
  await device.installed();
  await device.page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.body || document.getElementById("boot") || !document.getElementById("sem")?.firstChild) return;
      watch.disconnect();
      globalThis.benchReadyMs = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  const ready = [];
  const floors = [];
  for (let round = 0; round < kRounds; round += 1) {
    await device.network(false);
    await device.goto("/customers");
    ready.push(await eventually("ready", () => device.page.evaluate(() => globalThis.benchReadyMs)));
    await device.network(true);
    const done = await runInWorker(device, { run: "instantiate", js: site.asset("app", ".js"), wasm: site.asset("app", ".wasm") });
    floors.push(await device.page.evaluate((at) => at - performance.timeOrigin, done));
  }
  report("warm start offline to first interactive frame, median; floor: an empty page that loads the same WASM",
    median(ready), "ms", median(floors));
  await device.close();
}

// --- Saving

// In the program's worker: when the last flush of a save ended.
async function watchFlushes(device) {
  const worker = device.page.workers()[0];
  await worker.evaluate(() => {
    const files = FileSystemSyncAccessHandle.prototype;
    const { flush } = files;
    files.flush = function flushTimed() {
      flush.call(this);
      globalThis.benchFlushedAt = performance.timeOrigin + performance.now();
    };
  });
  return worker;
}

async function pressAndSave({ app, page }, worker, number) {
  await app.newCustomer();
  await app.fill({ Name: `Saved Customer ${number}`, "Customer Type": "Individual", Phone: `98${String(10_000_000 + number).padStart(8, "0")}` });
  await page.getByText(/^Draft saved/).waitFor();  // its own write is done
  const pressedAt = await app.button("Create Customer").evaluate((button) => {
    const now = performance.timeOrigin + performance.now();
    button.click();
    return now;
  });
  await app.button("Save").waitFor();
  return (await worker.evaluate(() => globalThis.benchFlushedAt)) - pressedAt;
}

// What remains of a transaction's writing for its content, when each page goes into the log with a head of 24 bytes.
const kPage = 4096;
const contentOf = (written) => Math.max(100, (Math.floor(written / (kPage + 24)) - 1) * (kPage - 4) - 200);

async function measureSave() {
  const { server } = await serverWith(0);
  const device = await deviceOf(server);
  await device.app.signIn("asha");
  await device.app.seesUnsent(0);
  await device.network(false);  // nothing of the sync's own writes in between
  const worker = await watchFlushes(device);
  const pressed = [];
  for (let number = 0; number < kSaves; number += 1) pressed.push(await pressAndSave(device, worker, number));
  await device.network(true);
  const door = await runInWorker(device, { run: "save", count: kSaves * 3 });
  const bytes = median(door.bytes);
  const bare = await runInWorker(device, { run: "saveBare", count: kSaves * 3, bytes: contentOf(bytes) });
  say(`a save writes ${bytes} bytes, the bare transaction ${median(bare.bytes)}`);
  report("save of one customer through the write door in OPFS, median; floor: a bare transaction of as many bytes",
    median(door.ms), "ms", median(bare.ms));
  report("save of one customer in the program, press to durable, median; floor: the same", median(pressed), "ms", median(bare.ms));
  await device.close();
}

// --- Pulling

async function measurePull() {
  const { server, rows } = await serverWith(kPulledCustomers);
  const device = await deviceOf(server, { context: { serviceWorkers: "block" } });  // their requests would not be seen
  const { page, app } = device;
  await page.getByLabel("User name").fill("asha");
  await page.getByLabel("Password", { exact: true }).fill(kPassword);
  const first = page.waitForRequest(/\/v1\/pull$/);
  await app.button("Sign in").click();
  const { have, ...request } = (await first).postDataJSON();
  const start = Date.now();
  await page.getByText(`${grouped(kPulledCustomers)} customers`, { exact: true }).waitFor({ timeout: 300_000 });
  const seconds = (Date.now() - start) / 1000;
  const bare = await runInWorker(device, { run: "pullBare", request });
  if (bare.rows !== rows) throw new Error(`${rows} rows to pull, ${bare.rows} pulled`);
  report(`pull of ${grouped(rows)} rows into an empty browser; floor: fetch, parse and bare insert of the same rows`,
    seconds, "s", bare.seconds);
  await device.close();
}

// --- Searching

const kTyped = ["shar", "sharma", "9812", "27AA", "pune", "lotus tra", "engineer", "411026", "anita", "traders ja", "98765", "mehta",
  "gupta sons", "patil", "nagpur", "electricals", "sai", "krishna", "textile", "jaipur", "enginering", "raod"];
const kKeystrokes = kTyped.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));

// In the program's worker: when the last change of the screen went out that an edit led to.
async function watchScreen(device) {
  const worker = device.page.workers()[0];
  await worker.evaluate(() => {
    const { onmessage, postMessage, requestAnimationFrame } = self;
    const now = () => performance.timeOrigin + performance.now();
    let edits = 0;
    let framesDue = 0;
    let changedAt = 0;
    let wanted = null;
    const settle = () => {
      if (wanted === null || edits < wanted.edits || framesDue > 0) return;
      wanted.resolve(changedAt);
      wanted = null;
    };
    self.postMessage = (message, ...rest) => {
      if (message.sem) changedAt = now();
      postMessage.call(self, message, ...rest);
    };
    self.requestAnimationFrame = (draw) => {
      framesDue += 1;
      return requestAnimationFrame.call(self, (time) => {
        framesDue -= 1;
        draw(time);
        settle();
      });
    };
    self.onmessage = (event) => {
      onmessage.call(self, event);
      edits += event.data.ev.filter(({ t }) => t === "edit").length;
    };
    globalThis.benchSettled = (count) => new Promise((resolve) => { wanted = { edits: count, resolve }; settle(); });
  });
  return worker;
}

async function typeAll(device, texts) {
  const worker = await watchScreen(device);
  const box = device.page.getByLabel("Search customers");
  await box.focus();
  const times = [];
  for (const [at, text] of texts.entries()) {
    const start = await box.evaluate((element, value) => {
      const now = performance.timeOrigin + performance.now();
      element.value = value;
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return now;
    }, text);
    times.push(await worker.evaluate((count) => globalThis.benchSettled(count), at + 1) - start);
  }
  return times;
}

// A device that has pulled everything: its copy was made beside the master.
async function filledDevice(customers) {
  say(`making ${grouped(customers)} customers`);
  const { server } = await serverWith(customers);
  const device = await deviceOf(server, { blank: true });
  await putFile(device, path.join(server.folder, "replica.db"), "customers.db");
  say("the browser has them");
  return device;
}

async function keystrokesToList(device, customers) {
  await device.goto("/");
  await device.app.signIn("asha");
  await device.page.getByText(`${grouped(customers)} customers`, { exact: true }).waitFor();
  await device.app.seesUnsent(0);
  await device.network(false);
  return typeAll(device, kKeystrokes.filter((_, at) => at % 3 === 0));
}

async function measureSearch() {
  const few = await filledDevice(20);
  const floor = await keystrokesToList(few, 20);
  await few.close();
  const many = await filledDevice(kCustomers);
  const files = ["customers.db", "customers.db-wal", "customers.db-journal"];
  const { ms, bare } = await runInWorker(many, { run: "search", files, texts: kKeystrokes });
  const name = `search in Chromium, ${grouped(kCustomers)} customers`;
  report(`${name}, p95 of ${ms.length} keystrokes; floor: p95 of the bare FTS5 statement`, quantile(ms, 0.95), "ms", quantile(bare, 0.95));
  report(`${name}, median of the same`, median(ms), "ms", median(bare));
  const times = await keystrokesToList(many, kCustomers);
  report(`${name}, p95 keystroke to list on the screen; floor: with 20 customers`, quantile(times, 0.95), "ms", quantile(floor, 0.95));
  await many.close();
}

const kMeasures = {
  "first load": measureFirstLoad, "warm start": measureWarmStart, save: measureSave, pull: measurePull, search: measureSearch,
};

let failed = 0;
for (const [name, measure] of Object.entries(kMeasures)) {
  if (!name.includes(options.only)) continue;
  say(name);
  try {
    await measure();
  } catch (error) {
    failed += 1;
    say(`${name} FAILED: ${error?.stack ?? error}`);
  }
}
for (const end of ends.reverse()) await end().catch((error) => say(String(error)));
process.exit(failed === 0 ? 0 : 1);
