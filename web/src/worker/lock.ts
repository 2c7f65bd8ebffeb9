// One tab at a time holds the database.

const kPatienceMs = 3000;  // after a reload the old worker lets go within 150 ms

// Resolves when the lock is ours; it stays so until this worker ends. `onWaiting` is called once when
// another tab does not let go; the request stays queued.
export function acquireLock(name: string, onWaiting: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(onWaiting, kPatienceMs);
    const hold = (): Promise<never> => {
      clearTimeout(timer);
      resolve();
      return new Promise<never>(() => {});
    };
    navigator.locks.request(name, hold).catch(reject);
  });
}
