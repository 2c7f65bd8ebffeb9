// Bad places to run in: a second tab, a browser without what is needed, a full disk, a damaged or newer database.
import assert from "node:assert/strict";
import { kIndividual } from "./support/app.mjs";
import { checkDatabase, leaveAndReadFiles, makeNewerDatabase, writeFiles } from "./support/database.mjs";
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

// What really keeps a browser from it: a plain http address other than localhost, as of a tablet on the office network.
test("no secure context: a plain page says so", async (world) => {
  const server = await world.server();
  const device = await world.device(server, {
    blank: true, context: { args: ["--host-resolver-rules=MAP customers.example.com 127.0.0.1"] },
  });
  await device.page.goto(server.url.replace("localhost", "customers.example.com"));
  await device.page.getByRole(kPanel, { name: "This browser cannot keep your work" }).getByText(/HTTPS/).waitFor();
});

test("no WebGL 2: a plain page says so, and nothing is stored", async (world) => {
  const server = await world.server();
  const device = await world.device(server, { blank: true, context: { args: ["--disable-gpu", "--disable-software-rasterizer"] } });
  await device.goto("/");
  await device.page.getByRole(kPanel, { name: "This browser cannot draw the screen" }).waitFor();
  const files = await leaveAndReadFiles(device);
  for (const [name, content] of Object.entries(files)) assert.equal(content, "", `${name} is empty`);
});

// The program meets `files` where its database should be.
async function meets(world, files, panel) {
  const server = await world.server();
  const device = await world.device(server, { blank: true });
  await writeFiles(device, files);
  await device.goto("/");
  await device.page.getByRole(kPanel, { name: panel }).waitFor();
  assert.equal(await device.page.getByRole("main").count(), 0, "no empty list behind it");
  const after = await leaveAndReadFiles(device);
  for (const name of new Set([...Object.keys(files), ...Object.keys(after)])) {
    const before = files[name]?.toString("base64") ?? "";
    assert.ok((after[name] ?? "") === before, `${name} is unchanged, byte for byte`);
  }
}

test("newer database: a plain panel says so and the files stay as they are, byte for byte", async (world) => {
  await meets(world, makeNewerDatabase(), "Your records were written by a newer version");
});

test("foreign file: a plain panel says so and it stays as it is, byte for byte", async (world) => {
  await meets(world, { "customers.db": Buffer.from("Not a database, but somebody's shopping list.\n".repeat(300)) },
    "Your records on this device cannot be read");
});

test("damaged database: a plain panel says so and the files stay as they are, byte for byte", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  await device.app.signIn("asha");
  await device.app.create(kIndividual);
  await device.app.seesUnsent(0);
  const files = Object.fromEntries(Object.entries(await leaveAndReadFiles(device)).map(([name, text]) => [name, Buffer.from(text, "base64")]));
  for (const [name, bytes] of Object.entries(files)) bytes.fill(0xa5, name.endsWith("-wal") ? 32 : 100);  // the headers stay
  await meets(world, files, "Your records on this device cannot be read");
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
  await app.button("Create Customer").or(app.button("Save")).click();
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
