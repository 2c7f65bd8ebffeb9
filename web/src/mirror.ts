// The semantic DOM: one real element per node, at the node's place over the canvas.
import { describe, descriptionId, hasText, isField, tagOf } from "./elements";
import { Fields } from "./fields";
import type { Role, SemChanges, SemNode } from "./protocol";

interface Entry {
  node: SemNode;
  element: HTMLElement;
  box: HTMLElement;        // what its children stand in
  text: Text | null;       // the name as text; stays before the children
}

type Movable = HTMLElement & { moveBefore?(child: Node, before: Node | null): void };

export class Mirror {
  readonly fields = new Fields();
  private readonly entries = new Map<number, Entry>();
  private readonly ids = new WeakMap<Element, number>();

  // `descriptions` is a hidden place for texts that aria-describedby names.
  constructor(private readonly host: HTMLElement, private readonly descriptions: HTMLElement) {}

  apply(changes: SemChanges): void {
    for (const id of changes.del) this.remove(id);
    const moved = new Set<number>();
    for (const node of changes.up) {
      if (this.update(node)) moved.add(node.id);
    }
    for (const node of changes.up) this.place(node);
    for (const id of moved) this.placeChildren(id);
    for (const [parent, children] of changes.order) this.reorder(parent, children);
    this.keepInsideDialog();
  }

  // The node of an element or of the nearest one around it; 0 = none.
  idOf(target: EventTarget | null): number {
    for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
      const id = this.ids.get(element);
      if (id !== undefined) return id;
    }
    return 0;
  }

  // The nearest node around the target that has one of the roles.
  nearest(target: EventTarget | null, roles: ReadonlySet<Role>): SemNode | null {
    let entry = this.entries.get(this.idOf(target));
    while (entry && !roles.has(entry.node.role)) entry = this.entries.get(entry.node.parent ?? 0);
    return entry?.node ?? null;
  }

  focus(id: number): void {
    const element = this.entries.get(id)?.element;
    if (!element || document.activeElement === element) return;
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  scroll(id: number, y: number): void {
    const element = this.entries.get(id)?.element;
    if (element) element.scrollTop = y;
  }

  private remove(id: number): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    entry.element.remove();
    document.getElementById(descriptionId(id))?.remove();
    this.entries.delete(id);
    this.fields.forget(id);
  }

  // True when its children must be placed anew.
  private update(node: SemNode): boolean {
    let entry = this.entries.get(node.id);
    if (entry && entry.element.localName !== tagOf(node)) {
      this.remove(node.id);
      entry = undefined;
    }
    const before = entry?.node;
    if (!entry) entry = this.create(node);
    entry.node = node;
    const parent = this.boxOf(node.parent ?? 0);
    if (entry.element.parentElement !== parent) parent.append(entry.element);
    const around = this.entries.get(node.parent ?? 0);
    if (around?.text) around.text.data = "";
    describe(entry.element, node);
    this.describeText(entry, node);
    this.setValue(entry.element, node);
    return before !== undefined && (before.r[0] !== node.r[0] || before.r[1] !== node.r[1]);
  }

  private create(node: SemNode): Entry {
    const element = document.createElement(tagOf(node));
    const typed = node.role === "combobox" && element instanceof HTMLInputElement;
    element.className = typed ? "n textfield" : `n ${node.role}`;
    const box = node.role === "scroller" ? document.createElement("div") : element;
    if (box !== element) {
      box.className = "content";
      element.append(box);
    }
    const entry: Entry = { node, element, box, text: null };
    this.ids.set(element, node.id);
    this.entries.set(node.id, entry);
    return entry;
  }

  private describeText(entry: Entry, node: SemNode): void {
    if (hasText(node.role)) {
      if (!entry.text) entry.element.prepend(entry.text = document.createTextNode(""));
      const text = entry.element.firstElementChild === null ? node.name ?? "" : "";  // else the children say it
      if (entry.text.data !== text) entry.text.data = text;
    }
    let description = document.getElementById(descriptionId(node.id));
    if (!node.desc) {
      description?.remove();
      return;
    }
    if (!description) {
      description = document.createElement("span");
      description.id = descriptionId(node.id);
      this.descriptions.append(description);
    }
    if (description.textContent !== node.desc) description.textContent = node.desc;
  }

  private setValue(element: HTMLElement, node: SemNode): void {
    if (isField(element)) this.fields.show(element, node);
    else if (element instanceof HTMLInputElement) element.checked = node.value === "true";
  }

  private boxOf(id: number): HTMLElement {
    return this.entries.get(id)?.box ?? this.host;
  }

  // A rect is in the space of the nearest scroller's content, or of the page; an element stands in its parent.
  private place(node: SemNode): void {
    const entry = this.entries.get(node.id);
    if (!entry) return;
    const parent = this.entries.get(node.parent ?? 0)?.node;
    const [originX, originY] = parent && parent.role !== "scroller" ? parent.r : [0, 0];
    const [x, y, w, h] = node.r;
    const style = entry.element.style;
    style.transform = `translate(${x - originX}px,${y - originY}px)`;
    style.width = `${w}px`;
    style.height = `${h}px`;
    if (node.role !== "scroller") return;
    entry.box.style.width = `${node.cw ?? w}px`;
    entry.box.style.height = `${node.ch ?? h}px`;
  }

  private placeChildren(id: number): void {
    for (const element of this.boxOf(id).children) {
      const child = this.entries.get(this.ids.get(element) ?? 0);
      if (child) this.place(child.node);
    }
  }

  // Moves as few elements as a walk finds; one that has the focus keeps it.
  private reorder(parent: number, children: number[]): void {
    const box: Movable = this.boxOf(parent);
    const focused = document.activeElement;
    let next: Element | null = box.firstElementChild;
    for (const id of children) {
      const element = this.entries.get(id)?.element;
      if (!element) continue;
      if (element === next) next = next.nextElementSibling;
      else if (box.moveBefore && element.parentElement === box) box.moveBefore(element, next);
      else box.insertBefore(element, next);
    }
    if (focused instanceof HTMLElement && focused !== document.activeElement && box.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  // Under an open modal dialog everything else is inert: not pressed, not focused, not read.
  private keepInsideDialog(): void {
    let dialog: HTMLElement | null = null;
    for (const entry of this.entries.values()) {
      if (entry.node.modal) dialog = entry.element;
    }
    for (const { element } of this.entries.values()) {
      const outside = dialog !== null && !element.contains(dialog) && !dialog.contains(element);
      const shadowed = element.parentElement !== null && element.parentElement.closest("[inert]") !== null;
      if (element.inert !== (outside && !shadowed)) element.inert = outside && !shadowed;
    }
  }
}
