// The program as a person uses it: roles, names and labels of what is on the screen, nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseCsv } from "./csv.mjs";
import { kPassword } from "./server.mjs";
import { eventually } from "./wait.mjs";

// The two customers of the walkthroughs by the form's labels: the boxes that are filled in.
const kCustomers = parseCsv(readFileSync(new URL("../../fixtures/customers_udyamo.csv", import.meta.url), "utf8"));
const [kBusinessRow, kIndividualRow] = kCustomers.map(({ Active, ...row }) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")));
export const kBusiness = kBusinessRow;
export const kIndividual = kIndividualRow;

const kChoices = new Set(["Customer Type", "Billing State", "Shipping State"]);

export class App {
  // `touch`: a finger instead of a mouse.
  constructor(page, { touch = false } = {}) {
    this.page = page;
    this.touch = touch;
  }

  press(what) {
    return this.touch ? what.tap() : what.click();
  }

  // --- Where we are

  main() {
    return this.page.getByRole("main");
  }

  form() {
    return this.page.getByRole("form");
  }

  field(label) {
    const name = { name: label, exact: true };
    return this.form().getByRole("textbox", name).or(this.form().getByRole("combobox", name));
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  // A customer in the list: a row of the grid, or a link of the narrow list, which says city and number too.
  customer(name) {
    const link = this.main().getByRole("listitem").getByRole("link").filter({ has: this.page.getByText(name, { exact: true }) });
    return this.page.getByRole("row", { name, exact: true }).or(link);
  }

  syncChip() {
    return this.page.getByRole("button", { name: /(All|not) sent$/ });
  }

  async started() {
    await this.page.getByRole("main").waitFor();
  }

  // --- Acts

  async signIn(user, password = kPassword) {
    await this.page.getByRole("heading", { name: "Sign in" }).waitFor();
    await this.write(this.page.getByLabel("User name"), user);
    await this.write(this.page.getByLabel("Password", { exact: true }), password);
    await this.press(this.button("Sign in"));
    await this.openCustomers();
  }

  // A killed browser may have lost the cookie that it had not written down yet; what is not sent waits for a new sign-in.
  async signInAgainIfAsked(user) {
    const settled = this.page.getByRole("button", { name: /^(Signed out .*|All sent)$/ });
    await settled.waitFor({ timeout: 90_000 });
    if (!(await settled.textContent()).startsWith("Signed out")) return;
    await this.press(this.button("Sign in"));
    await this.signIn(user);
  }

  async openCustomers() {
    await this.place("Customers");
    await this.page.getByLabel("Search customers").waitFor();
  }

  async openPlace(name) {
    await this.place(name);
    await this.page.getByRole("heading", { name, exact: true }).first().waitFor();
  }

  // On a phone a form has the whole screen: Back comes first.
  async place(name) {
    const link = this.page.getByRole("navigation").getByRole("link", { name });
    const back = this.button("Back");
    await link.or(back).first().waitFor();
    if ((await link.count()) === 0) await this.press(back);
    await this.press(link);
  }

  async newCustomer() {
    await this.openCustomers();
    await this.press(this.button("New Customer"));
    await this.field("Name").waitFor();
  }

  async fill(values) {
    for (const [label, value] of Object.entries(values)) {
      if (kChoices.has(label)) await this.field(label).selectOption({ label: value });
      else await this.write(this.field(label), value);
    }
  }

  async write(field, text) {
    if (this.touch) await field.tap();  // brings the soft keyboard
    await field.fill(text);
  }

  // Saves a new customer; `reason` answers the dialog about warnings, where one comes.
  async create(values, { reason } = {}) {
    await this.newCustomer();
    await this.fill(values);
    await this.press(this.button("Create Customer"));
    if (reason !== undefined) await this.saveAnyway(reason);
    await this.button("Save").waitFor();
  }

  async saveAnyway(reason) {
    const dialog = this.page.getByRole("dialog");
    await dialog.waitFor();
    await this.write(dialog.getByLabel("Reason"), reason);
    await this.press(dialog.getByRole("button", { name: "Save anyway" }));
    await dialog.waitFor({ state: "detached" });
  }

  async search(text) {
    await this.write(this.page.getByLabel("Search customers"), text);
  }

  async open(name) {
    await this.openCustomers();
    await this.search(name);
    await this.press(this.customer(name));
    await this.form().waitFor();
    await this.seesField("Name", name);
  }

  async edit(name, values) {
    const saved = this.page.getByText("No changes", { exact: true });
    await this.open(name);
    await this.fill(values);
    await saved.waitFor({ state: "hidden" });  // the program has taken the texts up
    await this.press(this.button("Save"));
    await saved.waitFor();
  }

  async syncNow() {
    await this.openPlace("Sync");
    await this.press(this.button("Sync now"));
  }

  // --- What is seen

  async sees(name) {
    await this.customer(name).waitFor();
  }

  async finds(text, name) {
    await this.openCustomers();
    await this.search(text);
    await this.sees(name);
  }

  async seesField(label, value) {
    await eventually(`${label} is ${value}`, async () => {
      const shown = await this.field(label).inputValue();
      assert.equal(shown, value);
      return true;
    });
  }

  // The open customer's, which the master gave; null while it has none.
  async number() {
    const shown = this.main().getByText(/^C-\d+$/).or(this.main().getByText("Number comes with the first sync"));
    const text = await shown.first().textContent();
    return text.startsWith("C-") ? text : null;
  }

  async seesForm(values) {
    for (const [label, value] of Object.entries(values)) await this.seesField(label, value);
  }

  async seesUnsent(count) {
    const words = count === 0 ? /All sent$/ : new RegExp(`(^|· )${count} not sent$`);
    await this.page.getByRole("button", { name: words }).waitFor({ timeout: 90_000 });
  }
}
