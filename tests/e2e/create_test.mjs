// Point 2 of the issue: from the first start to a customer in the master, with the network and without.
import assert from "node:assert/strict";
import { kBusiness, kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";
import { kPassword } from "./support/server.mjs";
import { eventually } from "./support/wait.mjs";

const kReason = "As on the certificate he showed";

function inMaster(server, name) {
  return eventually(`${name} is in the master`, () => server.customer(name));
}

test("first start: the setup link makes the first administrator, once", async (world) => {
  const server = await world.server({ users: {} });
  const device = await world.device(server, { blank: true });
  assert.ok(server.setupLink, "the first start prints a setup link");
  await device.page.goto(server.setupLink);
  await device.page.getByLabel("User name").fill("meera");
  await device.page.getByLabel("Password", { exact: true }).fill(kPassword);
  await device.page.getByLabel("Password again").fill(kPassword);
  await device.app.button("Create administrator").click();
  await device.app.openCustomers();

  const second = await world.device(server, { blank: true });
  await second.page.goto(server.setupLink);
  await second.page.getByLabel("User name").fill("mallory");
  await second.page.getByLabel("Password", { exact: true }).fill(kPassword);
  await second.page.getByLabel("Password again").fill(kPassword);
  await second.app.button("Create administrator").click();
  await second.page.getByRole("alert").filter({ hasText: /\w/ }).first().waitFor();
  assert.equal(await second.app.button("New Customer").count(), 0);
});

test("sign in: a wrong password is refused in plain words", async (world) => {
  const device = await world.device(await world.server());
  await device.page.getByLabel("User name").fill("asha");
  await device.page.getByLabel("Password", { exact: true }).fill("not the password");
  await device.app.button("Sign in").click();
  await device.page.getByText("User name or password is wrong.").first().waitFor();
});

test("walkthrough 1, online: a business with a GSTIN warning reaches the master and gets its number", async (world) => {
  const server = await world.server();
  const { app, page } = await world.device(server);
  await app.signIn("asha");
  await app.create(kBusiness, { reason: kReason });
  await app.seesUnsent(0);
  const row = await inMaster(server, kBusiness.Name);
  for (const label of ["Name", "Customer Type", "GSTIN", "PAN", "Email", "Contact Person", "Billing Address", "Billing City",
    "Billing State", "Billing Pincode", "Shipping Address", "Shipping Pincode", "Payment Terms", "Credit Days"]) {
    assert.equal(row[label], kBusiness[label], label);
  }
  await page.getByText("Number comes with the first sync").waitFor({ state: "detached" });
  for (const text of ["Engineering", "98765", "AABCS1234F", "Pune"]) await app.finds(text, kBusiness.Name);
});

test("both walkthroughs offline, then the network comes back: both reach the master by themselves", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app } = device;
  await app.signIn("asha");
  await app.seesUnsent(0);
  await device.network(false);
  await app.create(kBusiness, { reason: kReason });
  await app.create(kIndividual);
  for (const name of [kBusiness.Name, kIndividual.Name]) await app.finds(name.split(" ")[0], name);
  assert.equal(server.customers().length, 0);
  assert.match(await app.syncChip().textContent(), /[1-9]\d* not sent$/);
  await device.network(true);
  await app.seesUnsent(0);
  await inMaster(server, kBusiness.Name);
  await inMaster(server, kIndividual.Name);
});

test("a customer with errors is not saved: each error stands at its field", async (world) => {
  const server = await world.server();
  const { app, page } = await world.device(server);
  await app.signIn("asha");
  await app.newCustomer();
  await app.fill({ GSTIN: "27AABCS1234F", "Billing Pincode": "041102", Email: "nobody" });
  await app.button("Create Customer").click();
  for (const label of ["Name", "Customer Type", "GSTIN", "Billing Pincode", "Email"]) {
    const field = app.field(label);
    await eventually(`${label} is marked`, async () => (await field.getAttribute("aria-invalid")) === "true");
    const description = await field.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby"))?.textContent);
    assert.ok(description, `${label} says what is wrong`);
  }
  assert.equal(server.customers().length, 0);
  assert.equal(await page.getByRole("dialog").count(), 0);
});
