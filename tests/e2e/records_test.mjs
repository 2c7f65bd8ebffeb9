// Records beside the customers: made with no network, sent later, seen on a second device; every place at three widths.
import assert from "node:assert/strict";
import { kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";

const name = kIndividual.Name;

// A record's row: of the table, or a link of the narrow list and of a card.
function record(page, title) {
  const link = page.getByRole("listitem").getByRole("link", { name: title, exact: true });
  return page.getByRole("row", { name: title, exact: true }).or(link);
}

async function openRecords(device, place) {
  const { app, page } = device;
  const link = page.getByRole("navigation").getByRole("link", { name: place, exact: true });
  if ((await link.count()) === 0) await app.place("More");
  await app.press(page.getByRole("link", { name: place, exact: true }).first());
  await page.getByRole("heading", { name: place, exact: true }).waitFor();
}

async function addContact(device, person) {
  const { app } = device;
  await app.press(app.button("New Contact"));
  await app.button("Create Contact").waitFor();  // the customer's own form has a Contact Person too
  await app.write(app.field("Contact Person"), person);
  await app.press(app.button("Create Contact"));
  await app.button("New Contact").waitFor();
}

test("records: a contact and an address added offline on a customer's page reach the second device", async (world) => {
  const server = await world.server({ users: { asha: "rep", bela: "office" } });
  const first = await world.device(server, { name: "asha's" });
  await first.app.signIn("asha");
  await first.app.create(kIndividual);
  await first.app.seesUnsent(0);
  await first.network(false);
  await addContact(first, "Ravi Kulkarni");
  await first.app.press(first.app.button("New Address"));
  await first.app.button("Create Address").waitFor();
  await first.app.field("Address Type").selectOption({ label: "Warehouse" });
  await first.app.write(first.app.field("Title"), "Godown at Sitapura");
  await first.app.write(first.app.field("Address Line 1"), "Shed 4, Sitapura");
  await first.app.press(first.app.button("Create Address"));
  await record(first.page, "Godown at Sitapura").waitFor();
  await first.network(true);
  await first.app.seesUnsent(0);

  const second = await world.device(server, { name: "bela's" });
  await second.app.signIn("bela");
  await second.app.open(name);
  await record(second.page, "Ravi Kulkarni").waitFor();
  await record(second.page, "Godown at Sitapura").waitFor();
  await second.app.press(second.app.button("Unlink Ravi Kulkarni"));
  await record(second.page, "Ravi Kulkarni").waitFor({ state: "detached" });
  await openRecords(second, "Contacts");
  await record(second.page, "Ravi Kulkarni").waitFor();
});

test("records: a contact's page is found by its address, changed, and deleted after a question", async (world) => {
  const server = await world.server();
  const device = await world.device(server);
  const { app, page } = device;
  await app.signIn("asha");
  await openRecords(device, "Contacts");
  await addContactFromList(device, "Meera Joshi");
  const url = page.url();
  assert.match(url, /\/contact\/[0-9a-f-]{36}$/);
  await device.goto(url);
  await app.seesField("Contact Person", "Meera Joshi");
  await app.write(app.field("Designation"), "Buyer");
  await app.press(app.button("Save"));
  await page.getByText("No changes", { exact: true }).waitFor();
  await app.press(app.button("Back"));
  await record(page, "Meera Joshi").waitFor();
  await page.goBack();
  await app.press(app.button("Delete Contact"));
  await app.press(page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }));
  await page.getByText("No Contacts yet").waitFor();
});

async function addContactFromList(device, person) {
  const { app } = device;
  await app.press(app.button("New Contact"));
  await app.button("Create Contact").waitFor();
  await app.write(app.field("Contact Person"), person);
  await app.press(app.button("Create Contact"));
  await app.button("Save").waitFor();
}
