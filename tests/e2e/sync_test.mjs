// Points 4 and 5: changes go up and come down; different fields merge, the same field is decided and listed.
import assert from "node:assert/strict";
import { kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";
import { eventually } from "./support/wait.mjs";

const name = kIndividual.Name;

async function twoDevices(world, { secondRole = "rep" } = {}) {
  const server = await world.server({ users: { asha: "rep", bela: secondRole } });
  const first = await world.device(server, { name: "asha's" });
  await first.app.signIn("asha");
  await first.app.create(kIndividual);
  await first.app.seesUnsent(0);
  const second = await world.device(server, { name: "bela's" });
  await second.app.signIn("bela");
  await second.app.sees(name);
  return { server, first, second };
}

test("sync: a second device sees the customer with its number", async (world) => {
  const { server, first, second } = await twoDevices(world);
  const number = await eventually("the first device shows the number", async () => {
    await first.app.syncNow();
    await first.app.open(name);
    return first.app.number();
  });
  await second.app.open(name);
  assert.equal(await second.app.number(), number);
  assert.equal(server.customers().length, 1);
  await second.app.seesField("Phone", await second.app.field("Phone").inputValue());
  assert.equal(await second.page.getByText("Number comes with the first sync").count(), 0);
  await second.app.seesField("Billing City", "Jaipur");
});

test("sync: when the server is back, changes go up by themselves", async (world) => {
  const { server, first } = await twoDevices(world);
  await server.stop();
  await first.app.edit(name, { Notes: "Made while the server was away" });
  await first.page.getByRole("button", { name: /[1-9]\d* not sent$/ }).waitFor();
  await server.start();
  await first.app.seesUnsent(0);
  assert.equal(server.customer(name).Notes, "Made while the server was away");
});

// Where in a push the server is killed: a request on its way, one that it works on, an answer on its way back.
const kKillAt = {
  "before the request arrives": async (server, route) => {
    await server.stop("SIGKILL");
    await route.abort();
  },
  "while it works on it": async (server, route) => {
    const answer = route.fetch().catch(() => null);
    await server.stop("SIGKILL");
    await answer;
    await route.abort();
  },
  "after it has committed, before the answer arrives": async (server, route) => {
    assert.ok((await route.fetch()).ok(), "the server took the push");
    await server.stop("SIGKILL");
    await route.abort();
  },
};

for (const [moment, kill] of Object.entries(kKillAt)) {
  test(`sync: the server is killed during a push, ${moment}: nothing is lost and nothing comes twice`, async (world) => {
    const server = await world.server();
    // Requests that pass a service worker cannot be held up from here.
    const device = await world.device(server, { context: { serviceWorkers: "block" } });
    const { app } = device;
    await app.signIn("asha");
    await app.seesUnsent(0);
    await device.network(false);
    const names = ["Killed One", "Killed Two", "Killed Three"];
    for (const each of names) await app.create({ ...kIndividual, Name: each });
    await app.edit("Killed One", { Notes: "Edited before it was sent" });
    const killed = new Promise((resolve, reject) => {
      device.context.route("**/v1/push", (route) => kill(server, route).then(resolve, reject), { times: 1 });
    });
    await device.network(true);
    await killed;
    await server.start();
    await app.seesUnsent(0);
    const rows = server.customers();
    assert.deepEqual(rows.map((row) => row.Name).sort(), [...names].sort());
    assert.equal(server.customer("Killed One").Notes, "Edited before it was sent");
    for (const row of rows) {
      for (const label of ["Email", "Billing Address", "Billing City"]) assert.equal(row[label], kIndividual[label], label);
    }
  });
}

test("sync: Sync now sends and fetches at once", async (world) => {
  const { server, first, second } = await twoDevices(world);
  await server.stop();
  await first.app.edit(name, { Notes: "Sent by hand" });
  await server.start();
  await first.app.syncNow();
  await first.app.seesUnsent(0);
  await second.app.syncNow();
  await eventually("the other device has it", async () => {
    await second.app.open(name);
    return (await second.app.field("Notes").inputValue()) === "Sent by hand";
  });
});

test("merge: two devices edit different fields offline; both edits are in the master and on both devices", async (world) => {
  const { server, first, second } = await twoDevices(world);
  await first.network(false);
  await second.network(false);
  await first.app.edit(name, { "Credit Days": "45" });
  await second.app.edit(name, { Notes: "Gate closes at six" });
  await first.network(true);
  await first.app.seesUnsent(0);
  await second.network(true);
  await second.app.seesUnsent(0);
  const row = server.customer(name);
  assert.equal(row["Credit Days"], "45");
  assert.equal(row.Notes, "Gate closes at six");
  for (const { app } of [first, second]) {
    await app.syncNow();
    await eventually("the device shows both", async () => {
      await app.open(name);
      return (await app.field("Credit Days").inputValue()) === "45" && (await app.field("Notes").inputValue()) === "Gate closes at six";
    });
  }
});

// Who typed which terms, on which device, when.
const kAuthor = {
  "Net 15 days": /asha · Chrome on Linux · \d/,
  "Net 60 days": /bela · Chrome on Linux · \d/,
};

// The later edit wins by clocks that a slow line shifts: here either may; virtual clocks test which (merge_test.cpp).
function decided(server) {
  const winner = server.customer(name)["Payment Terms"];
  assert.ok(winner in kAuthor, `one of the two edits stands, not ${winner}`);
  return { winner, loser: Object.keys(kAuthor).find((terms) => terms !== winner) };
}

test("conflict: two devices edit the same field; one wins, the other is listed with who, when, device and both values", async (world) => {
  const { server, first, second } = await twoDevices(world);
  await first.network(false);
  await second.network(false);
  await first.app.edit(name, { "Payment Terms": "Net 15 days" });
  await second.app.edit(name, { "Payment Terms": "Net 60 days" });
  await first.network(true);
  await first.app.seesUnsent(0);
  await second.network(true);
  await second.app.seesUnsent(0);
  const { winner, loser } = decided(server);
  for (const { app, page } of [first, second]) {
    await app.syncNow();
    await app.openPlace("Conflicts");
    await app.button("Refresh").click();
    const stands = page.getByRole("group", { name: "Stands now" });
    const lost = page.getByRole("group", { name: "Overwritten" });
    await stands.getByText(winner).waitFor();
    await stands.getByText(kAuthor[winner]).waitFor();
    await lost.getByText(loser).waitFor();
    await lost.getByText(kAuthor[loser]).waitFor();
    await page.getByRole("heading", { name }).waitFor();
  }
});

test("conflict: the office restores the overwritten value, and it is back everywhere", async (world) => {
  const { server, first, second } = await twoDevices(world, { secondRole: "office" });
  await first.network(false);
  await second.network(false);
  await first.app.edit(name, { "Payment Terms": "Net 15 days" });
  await second.app.edit(name, { "Payment Terms": "Net 60 days" });
  await first.network(true);
  await first.app.seesUnsent(0);
  await second.network(true);
  await second.app.seesUnsent(0);
  const { loser } = decided(server);
  await second.app.openPlace("Conflicts");
  await second.app.button("Refresh").click();
  await second.page.getByRole("group", { name: "Overwritten" }).getByRole("button", { name: "Restore" }).click();
  await second.page.getByText("No conflicts", { exact: true }).first().waitFor();
  await eventually("the master has it", () => server.customer(name)["Payment Terms"] === loser);
  await first.app.syncNow();
  await eventually("the first device has it", async () => {
    await first.app.open(name);
    return (await first.app.field("Payment Terms").inputValue()) === loser;
  });
});
