// Which element stands for which role, and what a node says as attributes of it.
import type { Role, SemInput, SemNode } from "./protocol";

const kTags: Record<Role, keyof HTMLElementTagNameMap> = {
  text: "div", heading: "h2", button: "button", link: "a", textfield: "input", textarea: "textarea",
  checkbox: "input", combobox: "select", option: "div", listbox: "div", list: "div", listitem: "div", grid: "div", row: "div",
  cell: "div", columnheader: "div", main: "main", navigation: "nav", banner: "header", form: "form", group: "div",
  dialog: "div", scroller: "div", status: "div", alert: "div", image: "div",
};

// Only where the element does not say it by itself.
const kAriaRoles: Partial<Record<Role, string>> = {
  option: "option", listbox: "listbox", list: "list", listitem: "listitem", grid: "grid", row: "row", cell: "gridcell",
  columnheader: "columnheader", banner: "banner", group: "group", dialog: "dialog", status: "status", alert: "alert",
  image: "img",
};

// The name is the element's own text; for all others it is an aria-label.
const kTextRoles: ReadonlySet<Role> = new Set<Role>([
  "text", "heading", "button", "link", "option", "listitem", "cell", "columnheader", "status", "alert",
]);

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function tagOf(node: SemNode): string {
  if (node.role === "heading") return `h${Math.min(Math.max(node.level ?? 2, 1), 6)}`;
  if (node.role === "combobox") return node.input?.type === "select" ? "select" : "input";
  return kTags[node.role];
}

export function hasText(role: Role): boolean {
  return kTextRoles.has(role);
}

export function isField(element: EventTarget | null): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && element.type !== "checkbox");
}

function put(element: Element, name: string, value: string | number | undefined | false | null): void {
  if (value === undefined || value === false || value === null || value === "") {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, String(value));
  }
}

function putStates(element: HTMLElement, node: SemNode): void {
  const native = element instanceof HTMLButtonElement || element instanceof HTMLInputElement || isField(element);
  put(element, "disabled", native && node.disabled ? "disabled" : false);
  put(element, "aria-disabled", !native && node.disabled ? "true" : false);
  put(element, "aria-readonly", node.readonly && node.role === "combobox" ? "true" : false);
  put(element, "aria-required", node.required ? "true" : false);
  put(element, "aria-invalid", node.invalid ? "true" : false);
  put(element, "aria-expanded", node.expanded ? "true" : false);
  put(element, "aria-modal", node.modal ? "true" : false);
  put(element, "aria-busy", node.busy ? "true" : false);
  put(element, "aria-live", node.live && node.role !== "status" && node.role !== "alert" ? "polite" : false);
  const places = node.role === "link" || node.role === "button";
  put(element, "aria-current", node.current && places ? "page" : false);
  put(element, "aria-pressed", node.selected && node.role === "button" ? "true" : false);
  const selectable = node.role === "row" || node.role === "option" || node.role === "cell";
  put(element, "aria-selected", selectable && node.selected ? "true" : false);
}

function putInput(element: Field, node: SemNode, input: SemInput): void {
  if (element instanceof HTMLInputElement) {
    put(element, "type", input.type ?? "text");
    put(element, "inputmode", input.mode);
  }
  if (element instanceof HTMLSelectElement) putOptions(element, input.options ?? []);
  else {
    element.readOnly = node.readonly ?? false;
    put(element, "placeholder", input.placeholder);
    put(element, "maxlength", input.maxlength);
    put(element, "enterkeyhint", input.enter);
    put(element, "autocapitalize", input.capitalize ?? "none");
    put(element, "spellcheck", "false");
  }
  put(element, "autocomplete", input.autocomplete ?? "off");
  element.style.fontWeight = input.weight ?? "";
}

function putOptions(select: HTMLSelectElement, options: [string, string][]): void {
  const same = select.options.length === options.length &&
    options.every(([value, label], at) => select.options[at]!.value === value && select.options[at]!.text === label);
  if (same) return;
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  select.value = chosen;
}

function putShown(element: HTMLElement, node: SemNode): void {
  element.classList.toggle("shown", node.shown !== undefined);
  const shown = node.shown;
  const style = element.style;
  style.fontSize = shown ? `${shown.size}px` : "";
  style.lineHeight = shown ? `${shown.line}px` : "";
  style.color = shown ? `#${shown.color.toString(16).padStart(8, "0")}` : "";
  if (shown) style.fontWeight = String(shown.weight);
  else if (!node.input) style.fontWeight = "";
}

// A combobox that is typed in keeps the focus; which of its choices is marked, these say.
function putSearch(element: HTMLElement, node: SemNode): void {
  if (node.role === "listbox" || node.role === "option") put(element, "id", elementId(node.id));
  if (node.role !== "combobox" || node.input?.type === "select") return;
  put(element, "role", "combobox");
  put(element, "aria-autocomplete", "list");
  put(element, "aria-expanded", node.expanded ? "true" : "false");
  put(element, "aria-controls", node.controls && elementId(node.controls));
  put(element, "aria-activedescendant", node.active && elementId(node.active));
}

// Rows are one tab stop: that with `current`.
function tabIndexOf(node: SemNode): number | null {
  if (node.role !== "row") return null;
  return node.current ? 0 : -1;
}

// Everything of the node except its place, its value and its children.
export function describe(element: HTMLElement, node: SemNode): void {
  put(element, "role", kAriaRoles[node.role]);
  const labelled = !hasText(node.role) && node.role !== "scroller";
  put(element, "aria-label", labelled && node.name);
  put(element, "aria-describedby", node.desc && descriptionId(node.id));
  put(element, "aria-rowindex", node.rowindex);
  put(element, "aria-rowcount", node.rowcount);
  put(element, "aria-colindex", node.colindex);
  put(element, "aria-colcount", node.colcount);
  put(element, "aria-posinset", node.pos);
  put(element, "aria-setsize", node.setsize);
  put(element, "lang", node.lang);
  put(element, "data-testid", node.testid);
  put(element, "tabindex", tabIndexOf(node));
  if (element instanceof HTMLButtonElement) element.type = "button";
  if (element instanceof HTMLAnchorElement) put(element, "href", node.href ?? "/");
  if (node.role === "checkbox") put(element, "type", "checkbox");
  putStates(element, node);
  putSearch(element, node);
  if (isField(element)) putInput(element, node, node.input ?? {});
  putShown(element, node);
}

function elementId(node: number): string {
  return `n${node}`;
}

export function descriptionId(node: number): string {
  return `d${node}`;
}
