// The messages between page and worker; client/README.md describes them.

export const kVersion = 1;

export interface SizeEvent { t: "size"; w: number; h: number; vh: number; dpr: number; pw: number; ph: number }
export interface EnvironmentEvent {
  t: "env";
  coarse?: boolean;
  online?: boolean;
  visible?: boolean;
  motion?: "full" | "reduced";
  theme?: "light" | "dark" | "contrast";
}
export interface PointerEventOut {
  t: "ptr";
  kind: "move" | "down" | "up" | "cancel" | "leave";
  x: number;
  y: number;
  down: boolean;
  type: string;
}
export interface NodeEvent { t: "press" | "focus" | "blur"; node: number }
export interface EditEvent { t: "edit"; node: number; rev: number; value: string }
export interface ScrollEvent { t: "scroll"; node: number; x: number; y: number }
export interface KeyEvent { t: "key"; key: string; ctrl: boolean; shift: boolean; alt: boolean; node: number }
export interface NavigationEvent { t: "nav"; url: string }
export interface UpdateWaitingEvent { t: "sw" }
export interface PersistedEvent { t: "persisted"; granted: boolean }

export type PageEvent =
  | SizeEvent | EnvironmentEvent | PointerEventOut | NodeEvent | EditEvent | ScrollEvent | KeyEvent | NavigationEvent
  | UpdateWaitingEvent | PersistedEvent;

export interface PageMessage {
  v: number;
  init?: { canvas: OffscreenCanvas; url: string };
  ev: PageEvent[];
}

export type Role =
  | "text" | "heading" | "button" | "link" | "textfield" | "textarea" | "checkbox" | "combobox" | "option" | "listbox" | "list"
  | "listitem" | "grid" | "row" | "cell" | "columnheader" | "main" | "navigation" | "banner" | "form" | "group"
  | "dialog" | "scroller" | "status" | "alert" | "image";

export interface SemInput {
  type?: string;
  mode?: string;
  autocomplete?: string;
  capitalize?: string;
  enter?: string;
  maxlength?: number;
  placeholder?: string;
  weight?: string;
  options?: [value: string, label: string][];
}

// Absent means false, 0 or empty.
export interface SemNode {
  id: number;
  parent?: number;
  role: Role;
  name?: string;
  value?: string;
  rev?: number;
  desc?: string;
  r: [x: number, y: number, w: number, h: number];
  disabled?: boolean;
  readonly?: boolean;
  required?: boolean;
  invalid?: boolean;
  selected?: boolean;
  expanded?: boolean;
  modal?: boolean;
  busy?: boolean;
  current?: boolean;
  live?: boolean;
  level?: number;
  rowindex?: number;
  rowcount?: number;
  colindex?: number;
  colcount?: number;
  pos?: number;
  setsize?: number;
  ch?: number;
  cw?: number;
  controls?: number;
  active?: number;
  href?: string;
  lang?: string;
  testid?: string;
  input?: SemInput;
  shown?: { size: number; weight: number; color: number; line: number };
}

export interface SemChanges {
  up: SemNode[];
  del: number[];
  order: [parent: number, children: number[]][];
}

export type StopCode =
  | "no_opfs" | "no_webgl" | "other_tab" | "database_too_new" | "database_unreadable" | "disk_full" | "crash";

export interface Stop { code: StopCode; text: string }

export interface WorkerMessage {
  v: number;
  sem?: SemChanges;
  focus?: number;
  scroll?: { node: number; y: number };
  live?: { level: "polite" | "assertive"; text: string }[];
  nav?: { mode: "push" | "replace"; url: string; title?: string }[];
  persist?: true;
  update?: true;
  look?: true;
  ready?: true;
  stop?: Stop;
  resume?: true;
}
