// The two customers of requirements.md 7, made by touch on a phone and by keyboard alone.
import assert from "node:assert/strict";
import { kBusiness, kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";
import { kPassword } from "./support/server.mjs";
import { eventually } from "./support/wait.mjs";

const kPhone = { viewport: { width: 390, height: 844 }, context: { hasTouch: true, isMobile: true, deviceScaleFactor: 3 } };
const kReason = "As on the certificate he showed";
const kTabsMax = 60;

// What the master writes with two decimals.
const kMoney = new Set(["Credit Limit"]);
const kPhoneNumbers = new Set(["Phone"]);

async function masterHas(server, values) {
  const row = await eventually(`${values.Name} is in the master`, () => server.customer(values.Name));
  for (const [label, value] of Object.entries(values)) {
    if (kMoney.has(label)) assert.match(row[label], new RegExp(`^${value}(\\.00)?$`), label);  // 0 is not blank
    else if (kPhoneNumbers.has(label)) assert.ok(row[label].replace(/\D/g, "").endsWith(value), label);
    else assert.equal(row[label], value, label);
  }
  if (!values.GSTIN) assert.equal(row.GSTIN, "");
}

for (const line of ["online", "offline"]) {
  test(`both walkthroughs by touch at 390 px, ${line}: both are found and reach the master`, async (world) => {
    const server = await world.server();
    const device = await world.device(server, kPhone);
    const { app } = device;
    await app.signIn("asha");
    await app.seesUnsent(0);
    if (line === "offline") await device.network(false);
    await app.create(kBusiness, { reason: kReason });
    await app.create(kIndividual);
    await app.finds("AABCS1234F", kBusiness.Name);
    await app.finds("91234", kIndividual.Name);
    await app.finds("jaipur", kIndividual.Name);
    if (line === "offline") assert.equal(server.customers().length, 0);
    await device.network(true);
    await app.seesUnsent(0);
    await masterHas(server, kBusiness);
    await masterHas(server, kIndividual);
  });
}

// A person without a mouse: Tab and Shift+Tab go from control to control, keys do the rest.
class Keyboard {
  constructor({ page, app }) {
    this.page = page;
    this.app = app;
  }

  isOn(target) {
    return target.evaluate((element) => element === document.activeElement);
  }

  async tabTo(target, what) {
    await target.waitFor();
    for (let step = 0; step < kTabsMax; step += 1) {
      if (await this.isOn(target)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${what} was not reached in ${kTabsMax} steps`);
  }

  async type(target, what, text) {
    await this.tabTo(target, what);
    await this.page.keyboard.type(text);  // a choice is found by typing its first letters
  }

  async press(target, what, key = "Enter") {
    await this.tabTo(target, what);
    await this.page.keyboard.press(key);
  }

  async signIn() {
    await this.type(this.page.getByLabel("User name"), "User name", "asha");
    await this.type(this.page.getByLabel("Password", { exact: true }), "Password", kPassword);
    await this.page.keyboard.press("Enter");
    await this.app.button("New Customer").waitFor();
  }

  async create(values, { reason } = {}) {
    await this.press(this.page.getByRole("navigation").getByRole("link", { name: "Customers" }), "Customers");
    await this.press(this.app.button("New Customer"), "New Customer");
    for (const [label, value] of Object.entries(values)) await this.type(this.app.field(label), label, value);
    await this.press(this.app.button("Create Customer"), "Create Customer", "Space");
    if (reason !== undefined) {
      const dialog = this.page.getByRole("dialog");
      await this.type(dialog.getByLabel("Reason"), "Reason", reason);
      await this.press(dialog.getByRole("button", { name: "Save anyway" }), "Save anyway");
    }
    await this.app.button("Save").waitFor();
  }
}

test("both walkthroughs by keyboard alone: from signing in to the master", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const keyboard = new Keyboard(device);
  await keyboard.signIn();
  await keyboard.create(kBusiness, { reason: kReason });
  await keyboard.create(kIndividual);
  await device.app.seesUnsent(0);
  await masterHas(server, kBusiness);
  await masterHas(server, kIndividual);
});
