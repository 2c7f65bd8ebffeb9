// A browser with a profile of its own: what it stored is there after closing it, and after killing it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "../../../web/node_modules/playwright-core/index.mjs";
import { App } from "./app.mjs";
import { eventually } from "./wait.mjs";

const kExecutable = process.env.CM_CHROMIUM ?? "/usr/bin/chromium";

export class Device {
  static count = 0;

  static async make(server, { name, ...options } = {}) {
    const device = new Device(server, name ?? `device-${(Device.count += 1)}`, options);
    await device.start();
    return device;
  }

  constructor(server, name, { viewport = { width: 1440, height: 900 }, headed = false, context = {}, blank = false } = {}) {
    this.server = server;
    this.name = name;
    this.blank = blank;  // starts without opening the program
    this.profile = mkdtempSync(path.join(os.tmpdir(), "cm-e2e-profile-"));
    this.launch = {
      executablePath: kExecutable, headless: !headed, viewport, locale: "en-IN", timezoneId: "Asia/Kolkata", ...context,
    };
    this.said = [];      // by the page's console
    this.context = null;
    this.page = null;
  }

  get app() {
    return new App(this.page, { touch: this.launch.isMobile === true });
  }

  async start({ open = !this.blank, url = "/" } = {}) {
    this.context = await chromium.launchPersistentContext(this.profile, this.launch);
    this.context.setDefaultTimeout(60_000);
    this.listen(this.page = this.context.pages()[0] ?? await this.context.newPage());
    if (open) await this.goto(url);
  }

  listen(page) {
    page.on("console", (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.said.push(`error: ${error}`));
  }

  async goto(url) {
    await this.page.goto(new URL(url, this.server.url).href);
  }

  async newPage() {
    const page = await this.context.newPage();
    this.listen(page);
    return page;
  }

  // The page and its worker have no network; the server may still run.
  async network(on) {
    await this.context.setOffline(!on);
  }

  // Until the whole program is installed: from then on it starts without a network.
  async installed() {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  }

  async close() {
    await this.context?.close();
    this.context = this.page = null;
  }

  // As if the machine's power went: no process of the browser gets to do anything.
  async kill() {
    const pid = this.browserProcess();
    process.kill(pid, "SIGKILL");
    await eventually("the browser's processes are gone", () => this.processes().length === 0);
    await this.context.close().catch(() => {});
    this.context = this.page = null;
  }

  processes() {
    const wanted = `--user-data-dir=${this.profile}`;
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words.includes(wanted) ? [{ pid: Number(pid), words }] : [];
      } catch {
        return [];  // ended meanwhile
      }
    });
  }

  browserProcess() {
    const main = this.processes().find(({ words }) => !words.some((word) => word.startsWith("--type=")));
    if (!main) throw new Error(`no browser runs on ${this.profile}`);
    return main.pid;
  }

  async remove() {
    await this.context?.close().catch(() => {});
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
