// The page-wide panel in plain HTML: when the program cannot start or cannot go on.
import type { Stop, StopCode } from "./protocol";

interface Panel { title: string; text: string; reload: boolean }

const kKept = "Everything you saved is still on this device.";

const kPanels: Record<StopCode, Panel> = {
  no_opfs: {
    title: "This browser cannot keep your work",
    text: "Customer Master works without a network and keeps its records in the browser's private file system. This browser has none, or does not allow it " +
      "in a private window. Please use a current Chrome, Edge, Firefox or Safari in a normal window, over HTTPS or on localhost.",
    reload: false,
  },
  no_webgl: {
    title: "This browser cannot draw the screen",
    text: "Customer Master needs WebGL 2 drawing in the background (OffscreenCanvas). Please use a current Chrome, Edge, Firefox or Safari, and check that " +
      "hardware acceleration is not blocked.",
    reload: true,
  },
  other_tab: {
    title: "Customer Master is open in another tab",
    text: "One tab at a time can hold your records. Go on in the other tab, or close it: this one then starts by itself.",
    reload: false,
  },
  database_too_new: {
    title: "Your records were written by a newer version",
    text: "This page is an older version of Customer Master and has left your records untouched. Reload to get the newest version.",
    reload: true,
  },
  database_unreadable: {
    title: "Your records on this device cannot be read",
    text: "The database file is damaged or is not ours. Nothing in it was changed. Please tell your administrator before you clear this site's data: what was " +
      "not yet sent is only on this device.",
    reload: true,
  },
  disk_full: {
    title: "There is no room left on this device",
    text: `The browser gave no more storage. ${kKept} Free some space and reload.`,
    reload: true,
  },
  crash: {
    title: "Something went wrong",
    text: `Customer Master stopped because of an error in the program. ${kKept} Reload to go on.`,
    reload: true,
  },
};

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

export class StopPanel {
  constructor(private readonly place: HTMLElement, private readonly rest: HTMLElement[]) {}

  show(stop: Stop): void {
    const panel = kPanels[stop.code] ?? kPanels.crash;
    const title = element("h1", panel.title);
    title.id = "stop-title";
    const parts: HTMLElement[] = [title, element("p", panel.text)];
    if (stop.text) parts.push(element("p", `${stop.code}: ${stop.text}`));
    if (panel.reload) {
      const reload = element("button", "Reload");
      reload.addEventListener("click", () => location.reload());
      parts.push(reload);
    }
    this.place.firstElementChild!.replaceChildren(...parts);
    this.place.hidden = false;
    for (const other of this.rest) other.inert = true;
    this.place.focus();
  }

  hide(): void {
    this.place.hidden = true;
    for (const other of this.rest) other.inert = false;
  }
}
