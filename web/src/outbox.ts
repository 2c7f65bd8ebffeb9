// Events on their way to the worker, in the order in which they happened: at most one message per frame,
// except for what a person waits for, which goes at once together with everything before it.
import { kVersion, type PageEvent, type PageMessage } from "./protocol";

export class Outbox {
  private events: PageEvent[] = [];
  private asked = false;

  constructor(private readonly worker: Worker) {}

  // Goes with the next frame. Of a row of pointer moves, or of scrolls of one pane, only the last counts.
  later(event: PageEvent): void {
    const last = this.events.at(-1);
    if (last && isNewerOf(last, event)) this.events.pop();
    this.events.push(event);
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.flush();
    });
  }

  now(event: PageEvent): void {
    this.events.push(event);
    this.flush();
  }

  private flush(): void {
    if (this.events.length === 0) return;
    const message: PageMessage = { v: kVersion, ev: this.events };
    this.events = [];
    this.worker.postMessage(message);
  }
}

function isNewerOf(last: PageEvent, event: PageEvent): boolean {
  if (last.t === "ptr" && event.t === "ptr") return last.kind === "move" && event.kind === "move";
  if (last.t === "scroll" && event.t === "scroll") return last.node === event.node;
  return last.t === "size" && event.t === "size";
}
