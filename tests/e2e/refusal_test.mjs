// Bad places to run in: a second tab, a browser without what is needed, a full disk, a damaged or newer database.
import assert from "node:assert/strict";
import { kIndividual } from "./support/app.mjs";
import { checkDatabase } from "./support/database.mjs";
import { test } from "./support/runner.mjs";

const kPanel = "alertdialog";

test("second tab: says that another tab is open, shows no empty list, and starts when that tab closes", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  await device.app.signIn("asha");
  await device.app.create(kIndividual);
  const second = await device.newPage();
  await second.goto(`${server.url}/customers`);
  await second.getByRole(kPanel, { name: "Customer Master is open in another tab" }).waitFor();
  assert.equal(await second.getByRole("main").count(), 0);
  await device.page.close();
  await second.getByRole(kPanel).waitFor({ state: "hidden" });
  await second.getByRole("row", { name: kIndividual.Name }).waitFor();
});

test("no private file system: a plain page says so", async (world) => {
  const server = await world.server();
  const device = await world.device(server, { blank: true });
  await device.page.addInitScript(() => { delete StorageManager.prototype.getDirectory; });
  await device.goto("/");
  await device.page.getByRole(kPanel, { name: "This browser cannot keep your work" }).waitFor();
});

test("no drawing in the background: a plain page says so", async (world) => {
  const server = await world.server();
  const device = await world.device(server, { blank: true });
  await device.page.addInitScript(() => { delete HTMLCanvasElement.prototype.transferControlToOffscreen; });
  await device.goto("/");
  await device.page.getByRole(kPanel, { name: "This browser cannot draw the screen" }).waitFor();
});

test("quota full: the change is refused in plain words, earlier ones stay, and it can be saved when there is room", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("asha");
  await app.create(kIndividual);
  await app.seesUnsent(0);
  const session = await device.context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1 });
  await app.newCustomer();
  await app.fill({ Name: "Too Many", "Customer Type": "Individual" });
  // Small changes fit into the room that the files already have; sooner or later one does not.
  const noRoom = page.getByText(/no space left/).first();
  const saved = page.getByText("No changes", { exact: true });
  let refused = false;
  let notes = "";
  for (let round = 0; !refused && round < 200; round += 1) {
    notes = String.fromCharCode(97 + (round % 26)).repeat(3900) + round;
    await app.fill({ Notes: notes });
    await saved.waitFor({ state: "hidden" });  // the page has taken the text up
    await app.button("Create Customer").or(app.button("Save")).click();
    await saved.or(noRoom).first().waitFor();
    refused = (await noRoom.count()) > 0;
  }
  assert.ok(refused, "the browser never refused");
  // What was typed stays in the form, which is not left while it cannot be kept; with room it is saved.
  assert.equal(await page.getByLabel("Notes", { exact: true }).inputValue(), notes);
  await session.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await app.button("Save").click();
  await saved.waitFor();
  await app.openCustomers();
  await app.sees(kIndividual.Name);
  await app.create({ Name: "After The Room Came Back", "Customer Type": "Individual" });
  await app.seesUnsent(0);
  await device.close();
  await checkDatabase(world, device, { customers: [kIndividual.Name, "Too Many", "After The Room Came Back"] });
});

test("the program crashes: a plain panel says that what was saved is there, and Reload goes on", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  await device.app.signIn("asha");
  await device.app.create(kIndividual);
  const worker = device.page.workers()[0];
  await worker.evaluate(() => self.onmessage({ data: { v: 1, ev: "not an array" } }));
  const panel = device.page.getByRole(kPanel, { name: "Something went wrong" });
  await panel.waitFor();
  await panel.getByRole("button", { name: "Reload" }).click();
  await device.app.finds("Anita", kIndividual.Name);
});
