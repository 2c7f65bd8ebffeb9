// Cuts Debian's Noto Sans down to what we show. The same files serve the canvas and the page's fields.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

const kNoto = "/usr/share/fonts/truetype/noto";
const kDevanagari = "U+0020,U+00A0,U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF";

export function codepoints(file) {
  return readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith("U+")).join(",");
}

// Hinting is left out (ImGui has its own rasteriser); so are layout features for Latin, but Devanagari lives by them.
const kFonts = [
  { from: "NotoSans-Regular.ttf", to: "ui-regular.ttf", latin: true },
  { from: "NotoSans-Bold.ttf", to: "ui-bold.ttf", latin: true },
  { from: "NotoSansDevanagari-Regular.ttf", to: "devanagari-regular.ttf", latin: false },
  { from: "NotoSansDevanagari-Bold.ttf", to: "devanagari-bold.ttf", latin: false },
];

export const kFontSources = kFonts.map((font) => path.join(kNoto, font.from));

export function subsetFonts(codepointFile, folder) {
  mkdirSync(folder, { recursive: true });
  for (const font of kFonts) {
    execFileSync("hb-subset", [
      path.join(kNoto, font.from), `--unicodes=${font.latin ? codepoints(codepointFile) : kDevanagari}`,
      ...(font.latin ? ["--layout-features="] : []), "--no-hinting", `--output-file=${path.join(folder, font.to)}`,
    ]);
  }
}
