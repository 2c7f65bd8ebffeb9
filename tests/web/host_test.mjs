// The parts of the TypeScript host that decide something, without a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { load, root } from "./bundle.mjs";
import { codepoints } from "../../web/fonts/subset.mjs";
import { pngIcon } from "../../web/icons.mjs";

// What `instanceof` asks for; a field here is a plain object of one of these.
class FakeInput {
  value = "";
  type = "text";
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start, end) { this.selectionStart = start; this.selectionEnd = end; }
}
class FakeSelect { value = ""; }
Object.assign(globalThis, {
  HTMLInputElement: FakeInput, HTMLTextAreaElement: class {}, HTMLSelectElement: FakeSelect, document: { activeElement: null },
});

const { Fields } = await load("fields.ts");
const { Outbox } = await load("outbox.ts");
const { retryAfterMs } = await load("worker/http.ts");
const { deviceName } = await load("worker/device_name.ts");
const { Frames } = await load("worker/frames.ts");

const node = (value, rev = 0) => ({ id: 1, role: "textfield", r: [0, 0, 1, 1], value, rev });

function type(fields, input, value) {
  document.activeElement = input;
  input.value = value;
  return fields.edited(1, value);
}

test("fields: a value of the program is shown", () => {
  const fields = new Fields();
  const input = new FakeInput();
  fields.show(input, node("Asha"));
  assert.equal(input.value, "Asha");
});

test("fields: a late echo of what was typed does not undo newer typing, focused or not", () => {
  const fields = new Fields();
  const input = new FakeInput();
  type(fields, input, "a");
  type(fields, input, "ab");
  fields.show(input, node("a"));
  assert.equal(input.value, "ab");
  document.activeElement = null;
  fields.show(input, node("a"));
  fields.show(input, node("ab"));
  assert.equal(input.value, "ab");
});

test("fields: a higher revision replaces what was typed, and edits then belong to it", () => {
  const fields = new Fields();
  const input = new FakeInput();
  assert.equal(type(fields, input, "27aaa"), 0);
  fields.show(input, node("27AAA", 1));
  assert.equal(input.value, "27AAA");
  assert.equal(type(fields, input, "27AAAb"), 1);
});

test("fields: the caret stays before what stood behind it", () => {
  const fields = new Fields();
  const input = new FakeInput();
  type(fields, input, "abcd");
  input.setSelectionRange(2, 2);
  fields.show(input, node("ABcd", 1));
  assert.equal(input.selectionEnd, 2);
});

test("fields: another value without a new revision is shown once the field is left", () => {
  const fields = new Fields();
  const input = new FakeInput();
  type(fields, input, "ab");
  fields.show(input, node("other"));
  assert.equal(input.value, "ab");
  document.activeElement = null;
  fields.show(input, node("other"));
  assert.equal(input.value, "other");
});

test("fields: a text that was typed and taken back is shown when the program fills it in", () => {
  const fields = new Fields();
  const input = new FakeInput();
  for (const value of ["AABCS1234F", ""]) {
    type(fields, input, value);
    fields.show(input, node(value));
  }
  document.activeElement = null;
  fields.show(input, node("AABCS1234F"));
  assert.equal(input.value, "AABCS1234F");
});

test("fields: what the program fills in under somebody's hands gives way to the typing", () => {
  const fields = new Fields();
  const input = new FakeInput();
  type(fields, input, "B");
  fields.show(input, node("AABCS1234F"));
  assert.equal(type(fields, input, "BB"), 0);
  assert.equal(input.value, "BB");
});

test("fields: nothing is set while a composition runs; the last wish comes after it", () => {
  const fields = new Fields();
  const input = new FakeInput();
  fields.compositionStarted(1);
  input.value = "क्";
  fields.show(input, node("X", 1));
  fields.show(input, node("Y", 2));
  assert.equal(input.value, "क्");
  fields.compositionEnded(input, 1);
  assert.equal(input.value, "Y");
});

test("outbox: keeps the order, sends what a person waits for at once, and of moves only the last", () => {
  const sent = [];
  const callbacks = [];
  globalThis.requestAnimationFrame = (callback) => callbacks.push(callback);
  const outbox = new Outbox({ postMessage: (message) => sent.push(message) });
  const move = (x) => ({ t: "ptr", kind: "move", x, y: 0, down: false, type: "mouse" });
  outbox.later(move(1));
  outbox.later(move(2));
  outbox.later({ t: "scroll", node: 1, x: 0, y: 5 });
  outbox.later({ t: "scroll", node: 2, x: 0, y: 6 });
  outbox.later({ t: "scroll", node: 2, x: 0, y: 7 });
  assert.equal(sent.length, 0);
  outbox.now({ t: "press", node: 9 });
  assert.deepEqual(sent, [{ v: 1, ev: [move(2), { t: "scroll", node: 1, x: 0, y: 5 }, { t: "scroll", node: 2, x: 0, y: 7 },
    { t: "press", node: 9 }] }]);
  assert.equal(callbacks.length, 1);
  callbacks[0]();
  assert.equal(sent.length, 1, "nothing waits, nothing is sent");
});

test("frames: draws while frames are due and then not at all", () => {
  const callbacks = [];
  globalThis.requestAnimationFrame = (callback) => callbacks.push(callback);
  const wants = [true, false, false];
  let drawn = 0;
  const frames = new Frames(() => wants[drawn++] ?? false);
  frames.ask(2);
  frames.ask(1);
  while (callbacks.length > 0) callbacks.shift()();
  assert.equal(drawn, 2);
  frames.ask(1);
  while (callbacks.length > 0) callbacks.shift()();
  assert.equal(drawn, 3);
});

test("http: Retry-After is seconds or a date", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const cases = [[null, -1], ["", -1], ["5", 5000], ["0", 0], ["-3", 0], ["Thu, 01 Jan 2026 00:00:10 GMT", 10000],
    ["Wed, 31 Dec 2025 00:00:00 GMT", 0], ["soon", -1]];
  for (const [header, expected] of cases) assert.equal(retryAfterMs(header, now), expected, String(header));
});

test("device: a name that a person recognises", () => {
  const cases = [
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome on Linux"],
    ["Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Samsung Internet on Android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari on iPhone"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge on Windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on Mac"],
    ["", "Browser on unknown system"],
  ];
  for (const [agent, expected] of cases) assert.equal(deviceName(agent), expected);
});

test("fonts: the page's files carry exactly what the canvas draws", () => {
  const header = readFileSync(path.join(root, "client/ui/font_ranges.h"), "utf8");
  const inHeader = [...header.matchAll(/\{0x([0-9A-F]{4}), 0x([0-9A-F]{4})\}/g)].map(([, first, last]) => `U+${first}-${last}`);
  assert.ok(inHeader.length > 0);
  assert.equal(codepoints(path.join(root, "web/fonts/codepoints.txt")), inHeader.join(","));
});

test("icons: a PNG of the size that the manifest names", () => {
  const png = pngIcon(192, { maskable: true });
  assert.equal(png.toString("latin1", 1, 4), "PNG");
  assert.equal(png.readUInt32BE(16), 192);
  assert.equal(png.readUInt32BE(20), 192);
});
