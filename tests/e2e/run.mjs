// End-to-end tests: the real server, the real program in Chromium, driven by role and label only.
//   node tests/e2e/run.mjs [--only TEXT] [--screens DIR] [--seed N] [--headed] [--picture] [--lanes N]
// --picture makes docs/screenshot.png anew.
// --lanes: how many tests run at a time (1: two cores are busy with one).
// One line a test; the last line is `N passed, N failed`. build/release and build/web must be built.
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runAll } from "./support/runner.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    screens: { type: "string", default: path.join(here, "../../build/screens") },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    headed: { type: "boolean", default: false },
    lanes: { type: "string", default: "1" },
    picture: { type: "boolean", default: false },
  },
});

for (const file of readdirSync(here).filter((name) => name.endsWith("_test.mjs")).sort()) {
  await import(`./${file}`);
}
const { passed, failed } = await runAll({ ...options, seed: Number(options.seed), lanes: Math.max(1, Number(options.lanes) || 1) });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
