// A record's history: who changed what, fetched when it is asked for, and kept for reading offline.
import { kIndividual } from "./support/app.mjs";
import { test } from "./support/runner.mjs";

test("history: another person's change is told with both values, and is still there offline", async (world) => {
  const server = await world.server({ users: { asha: "rep", bela: "rep" } });
  const first = await world.device(server, { name: "asha's" });
  await first.app.signIn("asha");
  await first.app.create(kIndividual);
  await first.app.seesUnsent(0);
  const second = await world.device(server, { name: "bela's" });
  await second.app.signIn("bela");
  await second.app.sees(kIndividual.Name);
  await second.app.edit(kIndividual.Name, { "Billing City": "Udaipur" });
  await second.app.seesUnsent(0);
  const change = `City: ${kIndividual["Billing City"]} → Udaipur`;
  const told = async () => {
    await first.app.open(kIndividual.Name);
    await first.app.press(first.app.button("Show history"));
    await first.page.getByRole("list", { name: "Changes" }).getByText(change).waitFor();
  };
  await told();
  await first.page.screenshot({ path: world.screenPath("history-1440") });
  await first.page.setViewportSize({ width: 390, height: 844 });
  await first.page.getByRole("list", { name: "Changes" }).getByText(change).waitFor();
  await first.page.screenshot({ path: world.screenPath("history-390") });
  await first.page.setViewportSize({ width: 1440, height: 900 });
  await first.app.fill({ "First date": "1/1/2020", "Second date": "1/1/2090" });
  await first.app.press(first.app.button("Compare"));
  await first.page.getByRole("list", { name: "Differences" }).waitFor();
  await first.installed();
  await server.stop();
  await first.network(false);
  await first.page.reload();
  await told();
});
