// The worker: holds the database's lock and files, runs the program (app.wasm) and its frames.
import boldFont from "../fonts/ui-bold.ttf";
import regularFont from "../fonts/ui-regular.ttf";
import { kVersion, type PageEvent, type PageMessage, type Stop, type StopCode, type WorkerMessage } from "./protocol";
import { deviceName } from "./worker/device_name";
import { Frames } from "./worker/frames";
import { sendHttp } from "./worker/http";
import { acquireLock } from "./worker/lock";
import { loadProgram, type Program } from "./worker/program";
import { openSlots, StorageProblem } from "./worker/storage";
import { Wake } from "./worker/wake";

const kDatabaseLock = "cm-db";

let program: Program | null = null;
let stopped = false;
const waiting: PageEvent[] = [];  // what the page said before the program stood

function post(message: WorkerMessage): void {
  self.postMessage(message);
}

function stop(reason: Stop): void {
  if (stopped) return;
  stopped = true;
  post({ v: kVersion, stop: reason });
}

// Whatever gets out of the program (a trap, an abort) has left it in an unknown state: it is not called again.
function run<T>(work: (running: Program) => T): T | undefined {
  if (stopped || program === null) return undefined;
  try {
    return work(program);
  } catch (error) {
    stop({ code: "crash", text: String(error) });
    return undefined;
  }
}

const frames = new Frames(() => run((running) => running.frame()) ?? false);
const wake = new Wake(() => run((running) => running.wake()));

async function fetchBytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(url, import.meta.url));
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function watchContext(canvas: OffscreenCanvas): void {
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();  // else it is never restored
    run((running) => running.contextLost());
  });
  canvas.addEventListener("webglcontextrestored", () => run((running) => running.contextRestored()));
}

async function takeDatabase(): Promise<FileSystemSyncAccessHandle[]> {
  let told = false;
  await acquireLock(kDatabaseLock, () => {
    told = true;
    post({ v: kVersion, stop: { code: "other_tab", text: "" } });
  });
  if (told) post({ v: kVersion, resume: true });
  return openSlots();
}

async function start(init: NonNullable<PageMessage["init"]>, first: PageEvent[]): Promise<void> {
  const [slots, regular, bold] = await Promise.all([takeDatabase(), fetchBytes(regularFont), fetchBytes(boldFont)]);
  const loaded = await loadProgram(init.canvas, slots, {
    post: (json) => post(JSON.parse(json) as WorkerMessage),
    http: (request) => sendHttp(request, (answer) => run((running) => running.httpAnswer(answer))),
    wakeAt: (atMs) => wake.at(atMs),
    frames: (count) => frames.ask(count),
    stop: (code, text) => stop({ code: code as StopCode, text }),
  });
  program = loaded;
  watchContext(init.canvas);
  run((running) => running.start([...first, ...waiting.splice(0)], init.url, deviceName(navigator.userAgent), regular, bold));
}

function reasonOf(error: unknown): Stop {
  if (error instanceof StorageProblem) return { code: error.code, text: error.message };
  return { code: "crash", text: String(error) };
}

self.onmessage = (event: MessageEvent<PageMessage>) => {
  const message = event.data;
  if (message.v !== kVersion) return;
  if (message.init) {
    start(message.init, message.ev).catch((error: unknown) => stop(reasonOf(error)));
  } else if (program === null) {
    waiting.push(...message.ev);
  } else {
    run((running) => running.message(message.ev));
  }
};
