// What a role may not do is not offered; what is said on the screen is read out once.
import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { kBusiness, kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";
import { eventually } from "./support/wait.mjs";

const fixture = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../fixtures/customers_udyamo.csv");

test("rights: an auditor sees the list and every field, and can neither create nor change", async (world) => {
  const server = await world.server({ users: { anil: "auditor" } });
  server.importFile(fixture);
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("anil");
  await app.sees(kBusiness.Name);
  assert.equal(await app.button("New Customer").count(), 0);
  await page.keyboard.press("n");

  await app.open(kBusiness.Name);
  await page.getByText("Your role may read customers and change nothing.").waitFor();
  await app.seesField("Billing City", kBusiness["Billing City"]);
  assert.equal(await app.field("Name").isEditable(), false);
  assert.equal(await app.button("Save").count(), 0);
  await device.goto("/customers/new");
  await page.getByLabel("Search customers").waitFor();
  assert.equal(await app.form().count(), 0);
  assert.equal(server.customers().length, 2);
});

test("toast: the page reads it out once", async (world) => {
  const server = await world.server();
  const { app, page } = await world.device(server);
  await app.signIn("asha");
  await app.create(kIndividual);
  const words = "Customer created";
  const spoken = page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: words });
  await eventually("it is read out", async () => (await spoken.count()) > 0);
  assert.equal(await spoken.count(), 1);
});
