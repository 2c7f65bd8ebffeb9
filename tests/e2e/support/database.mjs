// Looks into a device's database while its program does not run: copies the OPFS files out through a plain page
// of the same origin and asks SQLite itself.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const kFiles = ["customers.db", "customers.db-wal", "customers.db-journal"];

const kCheck = `
import sqlite3, sys, json
db = sqlite3.connect(sys.argv[1])
print(json.dumps({"integrity": [r[0] for r in db.execute("pragma integrity_check")],
  "foreign": len(db.execute("pragma foreign_key_check").fetchall()),
  "customers": [r[0] for r in db.execute("select name from customer")]}))
`;

// A page of the program's origin without the program: only there its files can be read or written.
const kPlainPage = "/healthz";

// Base64 of each file that is there.
export async function readFiles(page) {
  return page.evaluate(async (names) => {
    const folder = await navigator.storage.getDirectory();
    const found = {};
    for (const name of names) {
      const handle = await folder.getFileHandle(name).catch(() => null);
      if (!handle) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      found[name] = btoa(text);
    }
    return found;
  }, kFiles);
}

// Puts files (name to Buffer) where the program will look for its own. The device shows a plain page afterwards.
export async function writeFiles(device, files) {
  await device.goto(kPlainPage);
  const texts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.toString("base64")]));
  await device.page.evaluate(async (wanted) => {
    const folder = await navigator.storage.getDirectory();
    for (const [name, text] of Object.entries(wanted)) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
      await stream.close();
    }
  }, texts);
}

// Leaves the program, so that its files are free, and reads them.
export async function leaveAndReadFiles(device) {
  await device.goto(kPlainPage);
  return readFiles(device.page);
}

async function copyOut(device) {
  await device.start({ url: kPlainPage });
  const files = await readFiles(device.page);
  await device.close();
  return files;
}

const kMakeNewer = `
import shutil, sqlite3, sys
made, folder = sys.argv[1:]
db = sqlite3.connect(made)
db.execute("pragma application_id = 0x434d7270")  # a device's copy
db.execute("pragma journal_mode = wal")
db.execute("create table customer (name text)")
db.commit()
db.execute("pragma wal_checkpoint(truncate)")
db.execute("insert into customer values ('Written by a newer program')")
db.execute("pragma user_version = 9999")
db.commit()
shutil.copy(made, folder + "/customers.db")  # before closing: the log still holds the last commit
shutil.copy(made + "-wal", folder + "/customers.db-wal")
`;

// A database as a newer program leaves it when it is killed: its last commit, with the version, is only in the log.
export function makeNewerDatabase() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cm-e2e-newer-"));
  try {
    execFileSync("python3", ["-c", kMakeNewer, path.join(folder, "made.db"), folder]);
    return Object.fromEntries(["customers.db", "customers.db-wal"].map((name) => [name, readFileSync(path.join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Throws unless the database is sound and holds every customer named.
export async function checkDatabase(world, device, { customers }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cm-e2e-database-"));
  try {
    for (const [name, content] of Object.entries(await copyOut(device))) {
      const bytes = Buffer.from(content, "base64");
      if (bytes.length > 0) writeFileSync(path.join(folder, name), bytes);
    }
    const answer = JSON.parse(execFileSync("python3", ["-c", kCheck, path.join(folder, "customers.db")], { encoding: "utf8" }));
    if (answer.integrity.join() !== "ok") throw new Error(`integrity: ${answer.integrity}`);
    if (answer.foreign !== 0) throw new Error(`${answer.foreign} rows point nowhere`);
    for (const name of customers) {
      if (!answer.customers.includes(name)) throw new Error(`${name} is not in the database: ${answer.customers}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
