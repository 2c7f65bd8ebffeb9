// Measures the program in Chromium against the real server. Each value stands beside a floor taken in the same run:
// the same waiting without the part that is measured.
//   node tests/bench/bench_web.mjs [--customers N]
import path from "node:path";
import { parseArgs } from "node:util";
import { Device } from "../e2e/support/device.mjs";
import { Server } from "../e2e/support/server.mjs";
import { eventually } from "../e2e/support/wait.mjs";
import { writeCustomers } from "./customers.mjs";

const { values: options } = parseArgs({ options: { customers: { type: "string", default: "100000" } } });
const kCustomers = Number(options.customers);
const kPulled = 10_000;
const kSaves = 30;
const kFirstLoadBudget = 800 * 1024;

const ends = [];
const say = (text) => console.error(`[bench_web] ${text}`);

function report(bench, value, unit, floor) {
  const round = (number) => Number(number.toPrecision(4));
  console.log(JSON.stringify({ bench, value: round(value), unit, floor: round(floor), ratio: round(value / floor) }));
}

function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
}

async function serverWith(count) {
  const server = await Server.make();
  ends.push(() => server.remove());
  if (count === 0) return server;
  const file = path.join(server.folder, "bench.csv");
  writeCustomers(file, count);
  await server.stop();
  server.importFile(file);
  await server.start();
  return server;
}

async function deviceOf(server, settings) {
  const device = await Device.make(server, settings);
  ends.push(() => device.remove());
  return device;
}

const grouped = (count) => count.toLocaleString("en-IN");

// From the press of Sign in until the list says that all are there.
async function pullAll(device, count) {
  const { page } = device;
  await page.getByLabel("User name").fill("asha");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  const start = Date.now();
  await device.app.button("Sign in").click();
  await page.getByText(`${grouped(count)} customers`, { exact: true }).waitFor({ timeout: 600_000 });
  return (Date.now() - start) / 1000;
}

// What any client would have to do for the same rows: fetch every page and parse it.
function fetchAll(page) {
  return page.evaluate(async () => {
    const start = performance.now();
    let have = { epoch: "", seq: 0, salt: "" };
    for (let more = true; more;) {
      const answer = await fetch("/v1/pull", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ proto: 1, schema: 1, have, max: 2000 }),
      });
      const reply = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(reply));
      have = reply.next;
      more = reply.more;
    }
    return (performance.now() - start) / 1000;
  });
}

async function measurePull() {
  say(`${grouped(kPulled)} rows into an empty browser`);
  const server = await serverWith(kPulled);
  const device = await deviceOf(server);
  const seconds = await pullAll(device, kPulled);
  report("pull of 10,000 customers into an empty browser", seconds, "s", await fetchAll(device.page));
  await device.close();
}

const kTyped = ["shar", "sharma", "9812", "27AA", "pune", "lotus tra", "engineer", "411026", "anita", "traders ja", "98765", "mehta",
  "gupta sons", "patil", "nagpur", "electricals", "sai", "krishna", "textile", "jaipur"];

// In the page: a keystroke's way from the box through the worker until the list says how many were found.
function typeAll(page, texts) {
  return page.evaluate(async (typed) => {
    const box = document.querySelector("[aria-label='Search customers']");
    const times = [];
    box.focus();
    for (const text of typed) {
      for (let length = 1; length <= text.length; length += 1) {
        const start = performance.now();
        const seen = new Promise((resolve) => {
          const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
          watch.observe(document.getElementById("sem"), { childList: true, subtree: true, characterData: true });
        });
        box.value = text.slice(0, length);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await Promise.race([seen, new Promise((resolve) => setTimeout(resolve, 2000))]);
        times.push(performance.now() - start);
      }
    }
    return times;
  }, texts);
}

async function measureSearch() {
  say(`${grouped(kCustomers)} customers into a browser, for searching`);
  const few = await deviceOf(await serverWith(20));
  await pullAll(few, 20);
  const floor = quantile(await typeAll(few.page, kTyped), 0.95);
  await few.close();
  const many = await deviceOf(await serverWith(kCustomers));
  say(`pulled in ${(await pullAll(many, kCustomers)).toFixed(1)} s`);
  const times = await typeAll(many.page, kTyped);
  report(`search as you type in Chromium, ${grouped(kCustomers)} customers, p95 keystroke to list`, quantile(times, 0.95), "ms", floor);
  await many.close();
}

// In the worker: when each save's last flush ended, and what the same number of bytes cost without SQLite.
async function watchFiles(device) {
  const worker = device.page.workers()[0];
  await worker.evaluate(() => {
    const files = FileSystemSyncAccessHandle.prototype;
    const { write, flush } = files;
    globalThis.benchWritten = 0;
    globalThis.benchFlushedAt = 0;
    files.write = function writeCounted(bytes, at) {
      globalThis.benchWritten += bytes.byteLength;
      return write.call(this, bytes, at);
    };
    files.flush = function flushTimed() {
      flush.call(this);
      globalThis.benchFlushedAt = performance.timeOrigin + performance.now();
    };
  });
  return worker;
}

async function saveOnce(device, worker, number) {
  const { app, page } = device;
  await app.newCustomer();
  await app.fill({ Name: `Saved Customer ${number}`, "Customer Type": "Individual", Phone: `98${String(10_000_000 + number).padStart(8, "0")}` });
  await page.getByText(/^Draft saved/).waitFor();  // its own write is done
  await worker.evaluate(() => { globalThis.benchWritten = 0; });
  const pressedAt = await app.button("Create Customer").evaluate((button) => {
    const now = performance.timeOrigin + performance.now();
    button.click();
    return now;
  });
  await app.button("Save").waitFor();
  return worker.evaluate((pressed) => ({ ms: globalThis.benchFlushedAt - pressed, bytes: globalThis.benchWritten }), pressedAt);
}

function writePlain(worker, bytes) {
  return worker.evaluate(async (size) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await (await folder.getFileHandle("bench", { create: true })).createSyncAccessHandle();
    const times = [];
    for (let round = 0; round < 30; round += 1) {
      const start = performance.now();
      handle.write(new Uint8Array(size), { at: round * size });
      handle.flush();
      times.push(performance.now() - start);
    }
    handle.close();
    await folder.removeEntry("bench");
    return times;
  }, bytes);
}

async function measureSave() {
  say("saves through the write door in OPFS");
  const server = await serverWith(0);
  const device = await deviceOf(server);
  await device.app.signIn("asha");
  await device.network(false);  // nothing of the sync's own writes in between
  const worker = await watchFiles(device);
  const saves = [];
  for (let number = 0; number < kSaves; number += 1) saves.push(await saveOnce(device, worker, number));
  const bytes = Math.round(quantile(saves.map((save) => save.bytes), 0.5));
  say(`one save writes ${bytes} bytes`);
  const floor = quantile(await writePlain(worker, bytes), 0.5);
  report("save of one customer in OPFS, press to durable, median", quantile(saves.map((save) => save.ms), 0.5), "ms", floor);
  await device.close();
}

async function measureFirstLoad() {
  say("first load");
  const server = await serverWith(0);
  const device = await deviceOf(server, { blank: true, context: { serviceWorkers: "block" } });
  const requests = [];
  device.context.on("requestfinished", (request) => requests.push(request));
  await device.goto("/");
  await device.page.getByRole("heading", { name: "Sign in" }).waitFor();
  const sizes = await Promise.all(requests.filter((request) => !request.url().includes("/v1/")).map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  report("first load, brotli", bytes, "bytes", kFirstLoadBudget);
  await device.close();
}

async function measureWarmStart() {
  say("warm start");
  const server = await serverWith(0);
  const device = await deviceOf(server);
  await device.app.signIn("asha");
  await device.installed();
  await server.stop();
  await device.network(false);
  await device.page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.body || document.getElementById("boot") || !document.getElementById("sem")?.firstChild) return;
      watch.disconnect();
      globalThis.benchReadyMs = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  const ready = [];
  const floors = [];
  for (let round = 0; round < 7; round += 1) {
    await device.page.reload();
    ready.push(await eventually("ready", () => device.page.evaluate(() => globalThis.benchReadyMs)));
    floors.push(await device.page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  }
  report("warm start offline to first interactive frame, median", quantile(ready, 0.5), "ms", quantile(floors, 0.5));
  await device.close();
}

try {
  await measureFirstLoad();
  await measureWarmStart();
  await measureSave();
  await measurePull();
  await measureSearch();
} finally {
  for (const end of ends.reverse()) await end().catch((error) => say(String(error)));
}
process.exit(0);
