// Looks into a device's database while its program does not run: copies the OPFS files out through a plain page
// of the same origin and asks SQLite itself.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

async function copyOut(device) {
  await device.start({ url: "/healthz" });  // the program is not on that page
  const files = await device.page.evaluate(async (names) => {
    const folder = await navigator.storage.getDirectory();
    const found = {};
    for (const name of names) {
      const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      found[name] = btoa(text);
    }
    return found;
  }, kFiles);
  await device.close();
  return files;
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
