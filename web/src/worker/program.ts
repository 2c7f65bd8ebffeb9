// The WASM program behind a typed door. Strings go through its heap: a pull page is larger than its stack.
import type { PageEvent } from "../protocol";
import type { HttpAnswer, HttpRequest } from "./http";

// By content hash, from build.mjs.
declare const kAppJs: string;
declare const kAppWasm: string;

interface Module {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
  _cm_start(events: number, url: number, device: number, regular: number, regularSize: number, bold: number,
            boldSize: number): void;
  _cm_message(events: number): void;
  _cm_http_answer(id: number, status: number, body: number, contentType: number, retryAfterMs: number): void;
  _cm_wake(): void;
  _cm_frame(): number;
  _cm_context_lost(): void;
  _cm_context_restored(): void;
}

// What the program calls: client/platform/web/browser.cpp.
export interface Host {
  post(json: string): void;
  http(request: HttpRequest): void;
  wakeAt(unixMs: number): void;
  frames(count: number): void;
  stop(code: string, text: string): void;
}

export class Program {
  private readonly encoder = new TextEncoder();

  constructor(private readonly module: Module) {}

  start(events: PageEvent[], url: string, device: string, regular: Uint8Array, bold: Uint8Array): void {
    this.withBytes([this.text(JSON.stringify(events)), this.text(url), this.text(device), regular, bold],
      ([eventsAt, urlAt, deviceAt, regularAt, boldAt]) =>
        this.module._cm_start(eventsAt!, urlAt!, deviceAt!, regularAt!, regular.length, boldAt!, bold.length));
  }

  message(events: PageEvent[]): void {
    this.withBytes([this.text(JSON.stringify(events))], ([at]) => this.module._cm_message(at!));
  }

  httpAnswer(answer: HttpAnswer): void {
    this.withBytes([this.text(answer.body), this.text(answer.contentType)], ([bodyAt, typeAt]) =>
      this.module._cm_http_answer(answer.id, answer.status, bodyAt!, typeAt!, answer.retryAfterMs));
  }

  wake(): void {
    this.module._cm_wake();
  }

  // Whether another frame is due.
  frame(): boolean {
    return this.module._cm_frame() !== 0;
  }

  contextLost(): void {
    this.module._cm_context_lost();
  }

  contextRestored(): void {
    this.module._cm_context_restored();
  }

  // A C string: the JSON and URLs we send hold no NUL; one in an answer's body only ends it early.
  private text(value: string): Uint8Array {
    return this.encoder.encode(`${value}\0`);
  }

  private withBytes(blocks: Uint8Array[], call: (addresses: number[]) => void): void {
    const addresses: number[] = [];
    try {
      for (const block of blocks) {
        const address = this.module._malloc(block.length);
        if (address === 0) throw new Error("out of memory");
        addresses.push(address);
        this.module.HEAPU8.set(block, address);
      }
      call(addresses);
    } finally {
      for (const address of addresses) this.module._free(address);
    }
  }
}

export async function loadProgram(canvas: OffscreenCanvas, slots: FileSystemSyncAccessHandle[],
                                  host: Host): Promise<Program> {
  // A computed address: the bundler leaves it alone.
  const factory = (await import(new URL(kAppJs, import.meta.url).href)) as {
    default(options: object): Promise<Module>;
  };
  const module = await factory.default({
    canvas,
    slots,
    host: {
      ...host,
      http: (id: number, method: string, path: string, body: string) => host.http({ id, method, path, body }),
    },
    locateFile: () => new URL(kAppWasm, import.meta.url).href,
  });
  return new Program(module);
}
