// What people do on the host, as events for the worker. Listeners sit on the host: whatever leaf is hit,
// it bubbles up here. Nothing of touch or pointer is ever default-prevented: the browser tells tap from pan,
// opens the soft keyboard, and makes the click.
import { isField, type Field } from "./elements";
import type { Mirror } from "./mirror";
import type { Outbox } from "./outbox";
import type { PointerEventOut, Role } from "./protocol";

const kPressable: ReadonlySet<Role> = new Set<Role>(["button", "link", "checkbox", "option", "row", "columnheader"]);
const kRoving: ReadonlySet<Role> = new Set<Role>(["row", "option"]);
const kMovingKeys = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);
const kChoosingKeys = new Set(["ArrowUp", "ArrowDown"]);
const kControlKeys = new Set(["s", "Enter", "k"]);

export function listenToPeople(host: HTMLElement, mirror: Mirror, outbox: Outbox): void {
  listenToPointer(host, outbox);
  listenToPresses(host, mirror, outbox);
  listenToFields(host, mirror, outbox);
  listenToFocus(host, mirror, outbox);
  listenToScrolling(host, mirror, outbox);
  document.addEventListener("keydown", (event) => onKey(event, mirror, outbox));
}

function pointer(kind: PointerEventOut["kind"], event: PointerEvent): PointerEventOut {
  const down = event.buttons !== 0 && kind !== "up" && kind !== "cancel";
  return { t: "ptr", kind, x: event.clientX, y: event.clientY, down, type: event.pointerType };
}

function listenToPointer(host: HTMLElement, outbox: Outbox): void {
  // A choice of a combobox takes no focus: it stays in the box that is typed in.
  host.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("[role=option]")) event.preventDefault();
  });
  host.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") outbox.later(pointer("move", event));
  });
  host.addEventListener("pointerdown", (event) => outbox.now(pointer("down", event)));
  host.addEventListener("pointerup", (event) => outbox.now(pointer("up", event)));
  host.addEventListener("pointercancel", (event) => outbox.now(pointer("cancel", event)));
  host.addEventListener("pointerleave", (event) => outbox.later(pointer("leave", event)));
}

function listenToPresses(host: HTMLElement, mirror: Mirror, outbox: Outbox): void {
  host.addEventListener("submit", (event) => event.preventDefault());
  host.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // the browser opens a tab or window
      event.preventDefault();
    }
    const node = isField(event.target) ? null : mirror.nearest(event.target, kPressable);
    if (node && !node.disabled) outbox.now({ t: "press", node: node.id });
  });
}

function listenToFields(host: HTMLElement, mirror: Mirror, outbox: Outbox): void {
  host.addEventListener("input", (event) => {
    if (!isField(event.target)) return;
    const node = mirror.idOf(event.target);
    const value = event.target.value;
    outbox.now({ t: "edit", node, rev: mirror.fields.edited(node, value), value });
  });
  host.addEventListener("compositionstart", (event) => mirror.fields.compositionStarted(mirror.idOf(event.target)));
  host.addEventListener("compositionend", (event) => {
    const field = event.target as Field;
    // Chromium's last `input` comes before this event, Safari's after it.
    setTimeout(() => mirror.fields.compositionEnded(field, mirror.idOf(field)), 0);
  });
}

function listenToFocus(host: HTMLElement, mirror: Mirror, outbox: Outbox): void {
  host.addEventListener("focusin", (event) => {
    const node = mirror.idOf(event.target);
    if (node) outbox.now({ t: "focus", node });
  });
  host.addEventListener("focusout", (event) => {
    const node = mirror.idOf(event.target);
    if (node) outbox.now({ t: "blur", node });
  });
}

function listenToScrolling(host: HTMLElement, mirror: Mirror, outbox: Outbox): void {
  const onScroll = (event: Event): void => {
    const element = event.target;
    if (!(element instanceof HTMLElement) || isField(element)) return;
    const node = mirror.idOf(element);
    if (node) outbox.later({ t: "scroll", node, x: element.scrollLeft, y: element.scrollTop });
  };
  host.addEventListener("scroll", onScroll, { capture: true, passive: true });  // scroll does not bubble
}

function onKey(event: KeyboardEvent, mirror: Mirror, outbox: Outbox): void {
  if (event.isComposing || event.keyCode === 229) return;
  const target = event.target;
  const control = event.ctrlKey || event.metaKey;
  const item = mirror.nearest(target, kRoving);
  const onItem = item !== null && mirror.idOf(target) === item.id;
  const selects = onItem && item.role === "row" && event.key === " " && !control;  // Space selects a row, Enter opens it
  if (onItem && (event.key === "Enter" || event.key === " ") && !control && !selects) {
    event.preventDefault();
    outbox.now({ t: "press", node: item.id });
    return;
  }
  if (!selects && !isForProgram(event, control, onItem)) return;
  if (event.key !== "Escape") event.preventDefault();
  outbox.now({ t: "key", key: event.key, ctrl: control, shift: event.shiftKey, alt: event.altKey, node: mirror.idOf(target) });
}

function isForProgram(event: KeyboardEvent, control: boolean, onItem: boolean): boolean {
  if (event.altKey) return false;
  if (control) return kControlKeys.has(event.key) || (onItem && event.key === "a");
  if (event.key === "Escape") return true;
  if (isField(event.target) && event.target.getAttribute("role") === "combobox" && kChoosingKeys.has(event.key)) return true;
  if (isField(event.target)) return event.key === "Enter" && event.target instanceof HTMLInputElement;
  if (kMovingKeys.has(event.key)) return onItem;
  return event.key.length === 1 && event.key !== " ";
}
