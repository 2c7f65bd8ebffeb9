// In the browser, beside the program and not part of it: runs store_in_browser.cpp and takes the times.
// A message {run, …} is answered by {result} or {error}.
const kFiles = ["bench.db", "bench.db-wal", "bench.db-journal"];
const encoder = new TextEncoder();

let module = null;
let written = 0;
let problem = null;

async function openSlot(name) {
  const folder = await navigator.storage.getDirectory();
  const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  return {
    read: (to, at) => handle.read(to, at),
    write: (from, at) => { written += from.byteLength; return handle.write(from, at); },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    getSize: () => handle.getSize(),
  };
}

async function load(files) {
  const slots = await Promise.all(files.map(openSlot));
  const { default: factory } = await import("/bench/store.js");
  const host = { stop: (code, text) => { problem = `${code}: ${text}`; } };
  module = await factory({ slots, host, locateFile: () => "/bench/store.wasm" });
}

function check() {
  if (problem !== null) throw new Error(problem);
}

function callWithText(call, text) {
  const bytes = encoder.encode(`${text}\0`);
  const at = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, at);
  call(at);
  module._free(at);
  check();
}

function timed(work) {
  const start = performance.now();
  work();
  check();
  return performance.now() - start;
}

const words = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
const matching = (text) => words(text).map((word) => `"${word}" *`).join(" AND ");

function rounds(count, work) {
  const ms = [];
  const bytes = [];
  for (let round = 0; round < count; round += 1) {
    written = 0;
    ms.push(timed(work));
    bytes.push(written);
  }
  return { ms, bytes };
}

const kRuns = {
  // Each text by the program's search and by the bare statement.
  async search({ files, texts }) {
    await load(files);
    module._bench_open_store();
    check();
    const ms = [];
    const bare = [];
    for (const text of texts) {
      ms.push(timed(() => callWithText(module._bench_search, text)));
      bare.push(timed(() => callWithText(module._bench_bare_search, matching(text))));
    }
    return { ms, bare };
  },

  async save({ count }) {
    await load(kFiles);
    module._bench_open_store();
    check();
    return rounds(count, () => module._bench_save());
  },

  async saveBare({ count, bytes }) {
    await load(kFiles.map((name) => `bare-${name}`));
    module._bench_open_bare();
    check();
    return rounds(count, () => module._bench_bare_save(bytes));
  },

  // Every page fetched, parsed, and its rows inserted as they are, one transaction a page.
  async pullBare({ request }) {
    await load(kFiles.map((name) => `pull-${name}`));
    module._bench_open_bare();
    check();
    const start = performance.now();
    let have = { epoch: "", seq: 0, salt: "" };
    let rows = 0;
    for (let more = true; more;) {
      const answer = await fetch("/v1/pull", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...request, have }),
      });
      const reply = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(reply));
      callWithText(module._bench_bare_insert, reply.rows.map((row) => JSON.stringify(row)).join("\n"));
      rows += reply.rows.length;
      ({ next: have, more } = reply);
    }
    return { seconds: (performance.now() - start) / 1000, rows };
  },

  // The program's own module, loaded and no more.
  async instantiate({ js, wasm }) {
    const { default: factory } = await import(js);
    await factory({ slots: [], host: {}, locateFile: () => wasm });
    return performance.timeOrigin + performance.now();
  },
};

self.onmessage = async ({ data: { run, ...rest } }) => {
  try {
    self.postMessage({ result: await kRuns[run](rest) });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
};
