// A small runner: each test gets a world of its own (servers and devices in temporary folders), which ends with it.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Device } from "./device.mjs";
import { SeededChance } from "./chance.mjs";
import { Server } from "./server.mjs";
import { withinSeconds } from "./wait.mjs";

const kTestSeconds = 300;  // on a busy machine; a quiet one takes a tenth
const tests = [];

// `sentence`: what the product does. `body` gets the world.
export function test(sentence, body, { seconds = kTestSeconds } = {}) {
  if (tests.some((other) => other.sentence === sentence)) throw new Error(`two tests say: ${sentence}`);
  tests.push({ sentence, body, seconds });
}

class World {
  constructor(options, sentence) {
    this.options = options;
    this.sentence = sentence;
    this.chance = new SeededChance(options.seed);
    this.ends = [];
    this.devices = [];
  }

  async server(options = {}) {
    const server = await Server.make(options);
    this.ends.push(() => server.remove());
    return server;
  }

  async device(server, options = {}) {
    const device = await Device.make(server, { headed: this.options.headed, ...options });
    this.ends.push(() => device.remove());
    this.devices.push(device);
    return device;
  }

  screenPath(name) {
    mkdirSync(this.options.screens, { recursive: true });
    return path.join(this.options.screens, `${name}.png`);
  }

  async end() {
    for (const end of this.ends.reverse()) await end().catch((error) => console.log(`  clearing up: ${error}`));
  }

  // What the screens said, for a failed test.
  async show(name) {
    for (const device of this.devices) {
      const shot = this.screenPath(`failed-${name}-${device.name}`);
      await device.page?.screenshot({ path: shot, timeout: 5000 }).then(() => console.log(`  screen: ${shot}`), () => {});
      for (const line of device.said.slice(-15)) console.log(`  ${device.name}: ${line}`);
    }
    if (this.devices.length === 0) console.log("  no device was open");
  }
}

async function runOne({ sentence, body, seconds }, options) {
  const world = new World(options, sentence);
  const start = Date.now();
  try {
    await withinSeconds(seconds, body(world));
    console.log(`ok      ${sentence} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${sentence} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    console.log(String(error?.stack ?? error).split("\n").slice(0, 14).map((line) => `  ${line}`).join("\n"));
    await world.show(sentence.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60));
    return false;
  } finally {
    await world.end();
  }
}

export async function runAll(options) {
  console.log(`seed ${options.seed}`);
  const left = tests.filter((each) => each.sentence.includes(options.only));
  let passed = 0;
  let failed = 0;
  const lane = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      if (await runOne(one, options)) passed += 1;
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return { passed, failed };
}
