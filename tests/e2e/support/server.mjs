// The release server over a master in a temporary folder, on a port that the system picks.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./wait.mjs";
import { parseCsv } from "./csv.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
// Another build of the server, or of the site, may be named by the environment.
const program = process.env.CM_SERVER ?? path.join(root, "build/release/customer-master");
const kSite = process.env.CM_SITE ?? path.join(root, "build/web/site");

export const kPassword = "correct horse battery";

export class Server {
  // `users`: name → role. Without any, the first start offers the setup link. `prepare` gets the data folder first.
  static async make({ users = { asha: "rep" }, prepare = () => {}, ...options } = {}) {
    const server = new Server(options);
    prepare(server.folder);
    for (const [name, role] of Object.entries(users)) server.addUser(name, role);
    await server.start();
    return server;
  }

  constructor({ site = kSite } = {}) {
    this.site = site;
    this.folder = mkdtempSync(path.join(os.tmpdir(), "cm-e2e-master-"));
    this.port = 0;
    this.output = "";
    this.process = null;
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  get setupLink() {
    return /http\S+\/setup#token=\S+/.exec(this.output)?.[0];
  }

  // Again on the same port after a stop.
  async start() {
    this.output = "";
    const args = ["serve", "--data", this.folder, "--port", String(this.port), "--web", this.site];
    const started = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.process = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (bytes) => { this.output += bytes; });
    }
    const [, port] = await eventually("the server says its address", () => {
      if (started.exitCode !== null) throw new Error(`the server ended: ${this.output}`);
      return /Customer Master is at http:\/\/localhost:(\d+)/.exec(this.output);
    });
    this.port = Number(port);
    await eventually("the server is healthy", async () => (await fetch(`${this.url}/healthz`)).ok);
  }

  async stop(signal = "SIGTERM") {
    const running = this.process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  }

  async remove() {
    await this.stop("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  addUser(name, role) {
    execFileSync(program, ["user", "add", name, "--role", role, "--password-stdin", "--data", this.folder],
      { input: `${kPassword}\n`, stdio: ["pipe", "ignore", "pipe"] });
  }

  importFile(file) {
    execFileSync(program, ["import", file, "--data", this.folder], { stdio: ["ignore", "ignore", "pipe"] });
  }

  // What the master holds, by the form's labels; without the Walk-in Customer that every master begins with.
  customers() {
    const exported = execFileSync(program, ["export", "--data", this.folder], { encoding: "utf8", maxBuffer: 1 << 28 });
    return parseCsv(exported).filter((row) => row.Name !== "Walk-in Customer");
  }

  customer(name) {
    return this.customers().find((row) => row.Name === name);
  }
}
