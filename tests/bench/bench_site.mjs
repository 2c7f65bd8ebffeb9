// The site with the bench's own worker beside it, and a plain page of the same origin to run it from.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");

export class BenchSite {
  constructor() {
    this.folder = mkdtempSync(path.join(os.tmpdir(), "cm-bench-site-"));
    cpSync(path.join(root, "build/web/site"), this.folder, { recursive: true });
    const added = path.join(this.folder, "bench");
    mkdirSync(added);
    for (const name of ["store.js", "store.wasm"]) copyFileSync(path.join(root, "build/web/bench", name), path.join(added, name));
    copyFileSync(path.join(here, "store_worker.js"), path.join(added, "store_worker.js"));
  }

  // "/assets/app-<hash>.wasm"
  asset(stem, ending) {
    const name = readdirSync(path.join(this.folder, "assets")).find((each) => each.startsWith(`${stem}-`) && each.endsWith(ending));
    if (!name) throw new Error(`the site has no ${stem}${ending}`);
    return `/assets/${name}`;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// Fills a server's folder with a master of made-up customers; how many rows a device pulls of it. The device's copy of
// the same master lies beside it.
export function makeDatabases(folder, customers) {
  return Number(execFileSync(path.join(root, "build/release/bench_tools/make_databases"), [folder, String(customers)], { encoding: "utf8" }));
}

const kPlainPage = "/healthz";

// Runs one of store_worker.js's measurements in a worker of its own.
export async function runInWorker(device, message) {
  await device.goto(kPlainPage);
  const { result, error } = await device.page.evaluate((wanted) => new Promise((resolve, reject) => {
    const worker = new Worker("/bench/store_worker.js", { type: "module" });
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
    worker.postMessage(wanted);
  }), message);
  if (error) throw new Error(error);
  return result;
}

// Puts a file of this machine into the browser's private file system under that name.
export async function putFile(device, file, name) {
  await device.goto(kPlainPage);
  const { page } = device;
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.setAttribute("aria-label", "File");
    document.body.append(input);
  });
  await page.getByLabel("File").setInputFiles(file);
  await page.getByLabel("File").evaluate(async (input, wanted) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(wanted, { create: true });
    await input.files[0].stream().pipeTo(await handle.createWritable());
  }, name);
}
