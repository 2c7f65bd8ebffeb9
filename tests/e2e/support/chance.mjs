// Reproducible chance (mulberry32): a run prints its seed.
export class SeededChance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  // In [0, bound).
  below(bound) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound);
  }
}
