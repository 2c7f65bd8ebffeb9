// What a list shows is chosen, said in the URL, taken back by Back, kept as a view over a restart.
import assert from "node:assert/strict";
import { kBusiness, kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";

const kReason = "Seen on the certificate";

async function chooseFilter(device, label, choice, rows = "1 row") {
  const { app, page } = device;
  await app.press(page.getByRole("button", { name: /^Filters/ }));
  const dialog = page.getByRole("dialog", { name: "Filters" });
  await dialog.getByRole("combobox", { name: label, exact: true }).selectOption({ label: choice });
  await dialog.getByRole("button", { name: `Show ${rows}`, exact: true }).waitFor();
  await app.press(dialog.getByRole("button", { name: /^Show / }));
  await dialog.waitFor({ state: "detached" });
}

async function seesOnly(device, name, other) {
  await device.app.customer(name).waitFor();
  await device.app.customer(other).waitFor({ state: "detached" });
}

test("lists: a filter narrows the customers, stands in the URL, and Back takes it out", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("asha");
  await app.create(kBusiness, { reason: kReason });
  await app.create(kIndividual);
  await app.openCustomers();
  await chooseFilter(device, "Customer Type", "Individual", "2 rows");  // the walk-in customer is one
  await seesOnly(device, kIndividual.Name, kBusiness.Name);
  assert.match(page.url(), /\/customers\?f\.customer_type=individual$/);
  await device.goto(page.url());
  await seesOnly(device, kIndividual.Name, kBusiness.Name);
  await app.press(page.getByRole("button", { name: "Customer Type: Individual, remove filter" }));
  await app.customer(kBusiness.Name).waitFor();
  await page.goBack();
  await seesOnly(device, kIndividual.Name, kBusiness.Name);
  await app.press(app.button("Clear filters"));
  await app.customer(kBusiness.Name).waitFor();
});

test("lists: a saved view brings filters and order back after a restart", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("asha");
  await app.create(kBusiness, { reason: kReason });
  await app.create(kIndividual);
  await app.openCustomers();
  await chooseFilter(device, "Customer Type", "Business");
  await app.press(page.getByRole("columnheader", { name: "City" }).getByRole("button"));
  await app.press(app.button("Views"));
  const dialog = page.getByRole("dialog", { name: "Views" });
  await app.write(dialog.getByLabel("Save what is shown as"), "Businesses by city");
  await app.press(dialog.getByRole("button", { name: "Save view", exact: true }));
  await dialog.getByRole("button", { name: "Show Businesses by city", exact: true }).waitFor();
  await app.press(dialog.getByRole("button", { name: "Close", exact: true }));
  await app.press(app.button("Clear filters"));
  await device.goto("/customers");
  await app.customer(kIndividual.Name).waitFor();
  await app.press(app.button("Views"));
  await app.press(page.getByRole("button", { name: "Show Businesses by city", exact: true }));
  await seesOnly(device, kBusiness.Name, kIndividual.Name);
  assert.match(page.url(), /f\.customer_type=business&sort=city$/);
  await page.getByRole("button", { name: "Businesses by city, views" }).waitFor();
});

test("lists: one field of the selected customers is changed after a look, and undone", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("asha");
  await app.create(kBusiness, { reason: kReason });
  await app.create(kIndividual);
  await app.openCustomers();
  await page.getByRole("row", { name: kIndividual.Name, exact: true }).focus();
  await page.keyboard.press("Space");
  await app.press(app.button("Edit 1 selected"));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "Credit Days" });
  await app.write(dialog.getByLabel("New value"), "45");
  await app.press(dialog.getByRole("button", { name: "Preview" }));
  await app.press(dialog.getByRole("button", { name: "Change 1 row" }));
  await page.getByText(/^Credit Days changed in 1 row\./).waitFor();
  await app.press(app.button("Undo"));
  await page.getByText(/^Undone in 1 row\./).waitFor();
  await app.open(kIndividual.Name);
  await app.seesField("Credit Days", kIndividual["Credit Days"] ?? "");
});
