// Point 3: with the server dead and the network off everything goes on, and survives reload, closing and SIGKILL.
import assert from "node:assert/strict";
import { kIndividual } from "./support/app.mjs";
import { checkDatabase } from "./support/database.mjs";
import { test } from "./support/runner.mjs";
import { eventually } from "./support/wait.mjs";

async function signedIn(world, options) {
  const server = await world.server(options);
  const device = await world.device(server);
  await device.app.signIn("asha");
  await device.installed();
  await device.app.seesUnsent(0);
  return { server, device };
}

test("offline: reload with the server dead, then search, open, edit and create", async (world) => {
  const { server, device } = await signedIn(world);
  await device.app.create(kIndividual);
  await device.app.seesUnsent(0);
  await server.stop();
  await device.network(false);
  await device.page.reload();
  await device.app.finds("sharma", kIndividual.Name);
  await device.app.edit(kIndividual.Name, { Notes: "Prefers mornings" });
  await device.app.create({ Name: "Lotus Traders", "Customer Type": "Individual", Phone: "9811122233" });
  await device.page.reload();
  await device.app.open(kIndividual.Name);
  await device.app.seesField("Notes", "Prefers mornings");
  await device.app.finds("98111", "Lotus Traders");
  await device.page.getByRole("button", { name: /^Offline · [1-9]\d* not sent$/ }).waitFor();
});

test("offline: what was saved is there after closing the browser, with the count of what is not sent", async (world) => {
  const { server, device } = await signedIn(world);
  await server.stop();
  await device.network(false);
  await device.app.create(kIndividual);
  const [, unsent] = /([1-9]\d*) not sent$/.exec(await device.app.syncChip().textContent());
  await device.close();
  await server.start();
  await server.stop();
  await device.start();
  await device.app.finds("Anita", kIndividual.Name);
  await device.page.getByRole("button", { name: `Offline · ${unsent} not sent`, exact: true }).waitFor();
});

test("killed: the browser is killed right after each of three saves; nothing is lost, the database is sound", async (world) => {
  const { server, device } = await signedIn(world);
  const names = [];
  for (let round = 1; round <= 3; round += 1) {
    await device.network(false);
    const name = `Killed After Save ${round}`;
    await device.app.create({ Name: name, "Customer Type": "Individual" });
    names.push(name);
    await device.kill();
    await checkDatabase(world, device, { customers: names });
    await device.start();
    for (const each of names) await device.app.finds(each, each);
    await device.app.signInAgainIfAsked("asha");
    await device.app.seesUnsent(0);
  }
  await eventually("all are in the master", () => names.every((name) => server.customer(name)));
  assert.equal(server.customers().length, names.length, "none came twice");
});

test("killed: at a random moment while customers are saved, every save that was seen as done is there", async (world) => {
  const { server, device } = await signedIn(world);
  await device.network(false);
  const seen = [];
  const saving = (async () => {
    for (let n = 1; ; n += 1) {
      await device.app.create({ Name: `Customer Number ${n}`, "Customer Type": "Individual" });
      seen.push(`Customer Number ${n}`);
    }
  })();
  const stopAfter = 2 + world.chance.below(3);
  await Promise.race([saving, eventually(`${stopAfter} are saved`, () => seen.length >= stopAfter, 60)]);
  const acknowledged = [...seen];
  await device.kill();
  await saving.catch(() => {});  // its browser is gone
  await checkDatabase(world, device, { customers: acknowledged });
  await device.start();
  await device.app.started();
  await device.app.signInAgainIfAsked("asha");
  await device.app.seesUnsent(0);
  await eventually("all are in the master", () => acknowledged.every((name) => server.customer(name)));
  const rows = server.customers().map((row) => row.Name);
  assert.equal(new Set(rows).size, rows.length, "none came twice");
});

test("a draft is kept from the first keystroke: it is there after the browser was killed", async (world) => {
  const { device } = await signedIn(world);
  await device.app.newCustomer();
  await device.app.fill({ Name: "Half Written" });
  await device.page.getByText(/^Draft saved/).waitFor();
  await device.kill();
  await device.start();
  await device.app.newCustomer();
  await device.app.seesField("Name", "Half Written");
});
