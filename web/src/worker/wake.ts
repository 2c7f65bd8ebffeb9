// One alarm, set anew as often as wanted.

const kLongestMs = 0x7fffffff;  // what setTimeout takes; woken early, the program sets it again

export class Wake {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ring: () => void) {}

  at(unixMs: number): void {
    clearTimeout(this.timer);
    const delayMs = Math.min(Math.max(unixMs - Date.now(), 0), kLongestMs);
    this.timer = setTimeout(this.ring, delayMs);
  }
}
