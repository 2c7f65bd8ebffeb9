// Waiting for something to become true. The only place with a timer: tests never sleep.

const kEverySoOftenMs = 50;

// Asks until the answer is truthy and returns it.
export async function eventually(what, ask, seconds = 60) {
  const until = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) throw new Error(`never came true: ${what}; last: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, kEverySoOftenMs));
  }
}

export function withinSeconds(seconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
