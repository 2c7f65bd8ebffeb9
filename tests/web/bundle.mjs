// A TypeScript module of the host as something node can import. What it wants of a browser the test provides.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../web/node_modules/esbuild/lib/main.js";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export async function load(module) {
  const result = await build({
    entryPoints: [path.join(root, "web/src", module)], bundle: true, write: false, format: "esm", platform: "neutral",
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString("base64")}`);
}
