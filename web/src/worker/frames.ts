// Draws only while a frame is due. A hidden page gets no animation frames, so it draws nothing either.
export class Frames {
  private due = 0;
  private asked = false;

  // `draw` answers whether another frame is due.
  constructor(private readonly draw: () => boolean) {}

  ask(count: number): void {
    this.due = Math.max(this.due, count);
    if (this.asked || this.due === 0) return;
    this.asked = true;
    requestAnimationFrame(() => this.tick());
  }

  private tick(): void {
    this.asked = false;
    this.due -= 1;
    this.ask(this.draw() ? 1 : 0);
  }
}
