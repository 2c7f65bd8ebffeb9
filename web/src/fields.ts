// Values of fields. Within one revision the page owns what stands in a field: what it sent comes back as an
// echo, maybe late, and must not undo newer typing. A higher revision, or a value that never was typed here,
// comes from the program and is shown, except while a composition runs or the field is being edited.
import type { Field } from "./elements";
import type { SemNode } from "./protocol";

const kSentKept = 64;

interface FieldState { rev: number; sent: string[]; waiting: SemNode | null }

export class Fields {
  private readonly states = new Map<number, FieldState>();
  private composing = 0;

  forget(node: number): void {
    this.states.delete(node);
  }

  // The node as it came from the program.
  show(element: Field, node: SemNode): void {
    const state = this.stateOf(node.id);
    if (this.composing === node.id) {
      state.waiting = node;
      return;
    }
    const value = node.value ?? "";
    const rev = node.rev ?? 0;
    if (rev > state.rev) {
      state.rev = rev;
      state.sent = [];
    } else if (isEcho(state.sent, value) || (state.sent.length > 0 && document.activeElement === element)) {
      return;
    }
    if (element.value !== value) setKeepingCaret(element, value);
  }

  // The person typed or chose; answers the revision that the edit belongs to.
  edited(node: number, value: string): number {
    const state = this.stateOf(node);
    state.sent.push(value);
    if (state.sent.length > kSentKept) state.sent.shift();
    return state.rev;
  }

  compositionStarted(node: number): void {
    this.composing = node;
  }

  compositionEnded(element: Field, node: number): void {
    this.composing = 0;
    const state = this.stateOf(node);
    const waiting = state.waiting;
    state.waiting = null;
    if (waiting) this.show(element, waiting);
  }

  private stateOf(node: number): FieldState {
    let state = this.states.get(node);
    if (!state) {
      state = { rev: 0, sent: [], waiting: null };
      this.states.set(node, state);
    }
    return state;
  }
}

// Of what was typed. What was sent before it has been overtaken and cannot come back: the same text again is then the
// program's own.
function isEcho(sent: string[], value: string): boolean {
  const at = sent.indexOf(value);
  sent.splice(0, Math.max(at, 0));
  return at >= 0;
}

// Not every type of input has a selection.
function setKeepingCaret(element: Field, value: string): void {
  if (element instanceof HTMLSelectElement || document.activeElement !== element || element.selectionStart === null) {
    element.value = value;
    return;
  }
  const fromEnd = element.value.length - (element.selectionEnd ?? 0);
  element.value = value;
  const caret = Math.max(0, value.length - fromEnd);
  element.setSelectionRange(caret, caret);
}
