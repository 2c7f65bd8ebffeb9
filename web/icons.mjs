// The program's icon: a customer before a card. Drawn here, so that no picture is kept in the repository.
import { deflateSync } from "node:zlib";

const kPrimary = [0x1f, 0x5f, 0xbf];
const kWhite = [0xff, 0xff, 0xff];

// On a square of side 1. `covers` answers a signed distance: below 0 is inside.
const box = (cx, cy, w, h, r) => (x, y) => {
  const dx = Math.abs(x - cx) - w / 2 + r;
  const dy = Math.abs(y - cy) - h / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};
const disc = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const both = (a, b) => (x, y) => Math.max(a(x, y), b(x, y));

function layers(maskable) {
  const scale = maskable ? 0.78 : 1;  // what a mask may cut off stays empty
  const at = (v) => 0.5 + (v - 0.5) * scale;
  const shapes = [
    [disc(at(0.5), at(0.36), 0.15 * scale), kWhite],
    [both(disc(at(0.5), at(0.84), 0.3 * scale), box(at(0.5), at(0.66), 0.7 * scale, 0.28 * scale, 0.03 * scale)), kWhite],
  ];
  const ground = maskable ? box(0.5, 0.5, 1.1, 1.1, 0) : box(0.5, 0.5, 0.94, 0.94, 0.2);
  return [[ground, kPrimary], ...shapes];
}

function paint(size, maskable) {
  const pixels = Buffer.alloc(size * (size * 4 + 1));  // a filter byte before each line
  const shapes = layers(maskable);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * (size * 4 + 1) + 1 + column * 4;
      let alpha = 0;
      const color = [0, 0, 0];
      for (const [distance, rgb] of shapes) {
        const d = distance((column + 0.5) / size, (row + 0.5) / size) * size;
        const cover = Math.min(Math.max(0.5 - d, 0), 1);
        const total = cover + alpha * (1 - cover);
        for (let i = 0; i < 3 && total > 0; i += 1) color[i] = (rgb[i] * cover + color[i] * alpha * (1 - cover)) / total;
        alpha = total;
      }
      pixels.set([...color.map(Math.round), Math.round(alpha * 255)], at);
    }
  }
  return pixels;
}

const kCrcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = kCrcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function pngIcon(size, { maskable = false } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);  // 8 bits, RGBA
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header),
    chunk("IDAT", deflateSync(paint(size, maskable), { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const kSvgIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect x="3" y="3" width="94" height="94" rx="20" fill="#1f5fbf"/>
<circle cx="50" cy="36" r="15" fill="#fff"/><clipPath id="c"><rect x="15" y="52" width="70" height="28" rx="3"/></clipPath><circle cx="50" cy="84" r="30" fill="#fff" clip-path="url(#c)"/></svg>
`;
