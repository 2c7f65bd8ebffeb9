// Every screen at three widths: no accessibility violation, every control named; the pictures are left in --screens.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { kBusiness, kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const axe = readFileSync(path.join(root, "web/node_modules/axe-core/axe.min.js"), "utf8");

const kWidths = [
  { width: 390, height: 844, context: { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  { width: 820, height: 1180, context: { hasTouch: true } },
  { width: 1440, height: 900, context: {} },
];

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return found.violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

// The canvas shows the last frame when nothing is due any more.
async function picture(world, page, name) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path: world.screenPath(name) });
  assert.deepEqual(await violations(page), [], `axe on ${name}`);
}

for (const { width, height, context } of kWidths) {
  test(`screens at ${width} px: sign in, list, form, warnings, conflicts and sync have no axe violations`, async (world) => {
    const server = await world.server();
    server.importFile(path.join(root, "tests/fixtures/customers_udyamo.csv"));
    const device = await world.device(server, { viewport: { width, height }, context });
    const { app, page } = device;
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await picture(world, page, `sign-in-${width}`);
    await app.signIn("asha");
    await app.seesUnsent(0);
    await app.create({ ...kIndividual, Name: "Aarti Deshmukh" });
    await app.openCustomers();
    await app.sees("Aarti Deshmukh");
    await picture(world, page, `customers-${width}`);
    await app.newCustomer();
    await picture(world, page, `new-customer-${width}`);
    await app.fill({ ...kBusiness, Name: "Sai Engineering Udyog" });
    await app.button("Create Customer").click();
    await page.getByRole("dialog").waitFor();
    await picture(world, page, `warnings-${width}`);
    await app.saveAnyway("As on the certificate");
    await app.button("Save").waitFor();
    await picture(world, page, `customer-${width}`);
    await app.openPlace("Conflicts");
    await picture(world, page, `conflicts-${width}`);
    await app.openPlace("Sync");
    await picture(world, page, `sync-${width}`);
    if (width !== 1440 || !world.options.picture) return;
    mkdirSync(path.join(root, "docs"), { recursive: true });
    await app.open("Sai Engineering Udyog");
    await picture(world, page, "readme");
    copyFileSync(world.screenPath("readme"), path.join(root, "docs/screenshot.png"));
  });
}

test("tests find things by role and label, never by coordinates, and never sleep", async () => {
  const banned = [/\.mouse\./, /position:/, /\(\{[^}]*force:/, /waitForTimeout/, /\bsetTimeout\b/, /locator\(/, /\$\(/, /\$\$\(/, /querySelector/];
  for (const folder of [here, path.join(here, "support")]) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs"))) {
      if (file === "wait.mjs") continue;
      const text = readFileSync(path.join(folder, file), "utf8").replace(/const banned = .*/, "");
      for (const pattern of banned) assert.doesNotMatch(text, pattern, `${file}: ${pattern}`);
    }
  }
});
