// The page: starts the worker, shows what it says, and tells it what people do.
import { listenToPeople } from "./input";
import { Mirror } from "./mirror";
import { Outbox } from "./outbox";
import { StopPanel } from "./panels";
import { kVersion, type PageMessage, type StopCode, type WorkerMessage } from "./protocol";
import { ServiceWorkerDoor } from "./service_worker";
import { environment, watchEnvironment, watchSize } from "./viewport";

declare const kWorkerUrl: string;  // by content hash, from build.mjs

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

const canvas = byId("canvas") as HTMLCanvasElement;
const host = byId("sem");
const boot = byId("boot");
const panel = new StopPanel(byId("stop"), [host]);

// What can be seen from here; the worker looks for the rest.
function missingFeature(): StopCode | null {
  if (!navigator.storage?.getDirectory || !navigator.locks) return "no_opfs";
  if (!canvas.transferControlToOffscreen || typeof WebAssembly !== "object") return "no_webgl";
  return null;
}

function urlNow(): string {
  return location.pathname + location.search + location.hash;
}

function announce(level: "polite" | "assertive", text: string): void {
  const region = byId(`live-${level}`);
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = text; });  // the same text twice is said twice
}

function navigate({ mode, url, title }: NonNullable<WorkerMessage["nav"]>[number]): void {
  if (title) document.title = title;
  if (mode === "push" && url !== urlNow()) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

// What the browser decided in an earlier visit.
async function tellPersistence(outbox: Outbox): Promise<void> {
  const granted = await navigator.storage.persisted().catch(() => false);
  outbox.now({ t: "persisted", granted });
}

async function persist(outbox: Outbox): Promise<void> {
  const granted = await navigator.storage.persist().catch(() => false);
  outbox.now({ t: "persisted", granted });
}

function start(): void {
  const worker = new Worker(new URL(kWorkerUrl, import.meta.url), { type: "module", name: "customer-master" });
  const outbox = new Outbox(worker);
  const mirror = new Mirror(host, byId("descriptions"));
  const door = new ServiceWorkerDoor(() => outbox.now({ t: "sw" }));

  worker.onmessage = (event: MessageEvent<WorkerMessage>) => {
    const message = event.data;
    if (message.v !== kVersion) return;
    if (message.sem) mirror.apply(message.sem);
    if (message.scroll) mirror.scroll(message.scroll.node, message.scroll.y);
    if (message.focus) mirror.focus(message.focus);
    for (const { level, text } of message.live ?? []) announce(level, text);
    for (const step of message.nav ?? []) navigate(step);
    if (message.persist) void persist(outbox);
    if (message.update) door.replace();
    if (message.look) door.look();
    if (message.ready) boot.remove();
    if (message.resume) panel.hide();
    if (message.stop) panel.show(message.stop);
  };
  worker.onerror = (event) => panel.show({ code: "crash", text: event.message || "The program could not be loaded." });

  const surface = canvas.transferControlToOffscreen();
  const size = watchSize(canvas, (changed) => outbox.later(changed));
  const first: PageMessage = { v: kVersion, init: { canvas: surface, url: urlNow() }, ev: [size, environment()] };
  worker.postMessage(first, [surface]);

  watchEnvironment((changed) => outbox.now(changed));
  listenToPeople(host, mirror, outbox);
  addEventListener("popstate", () => outbox.now({ t: "nav", url: urlNow() }));
  door.register();
  void tellPersistence(outbox);
}

const missing = missingFeature();
if (missing) panel.show({ code: missing, text: "" });
else start();
