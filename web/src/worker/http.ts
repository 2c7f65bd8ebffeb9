// Requests of the program to its own server.

const kTimeoutMs = 60_000;

export interface HttpRequest { id: number; method: string; path: string; body: string }
export interface HttpAnswer {
  id: number;
  status: number;  // 0 = no answer
  body: string;
  contentType: string;
  retryAfterMs: number;  // -1 = not named
}

// Seconds or a date.
export function retryAfterMs(header: string | null, nowMs: number): number {
  if (header === null || header.trim() === "") return -1;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? -1 : Math.max(0, atMs - nowMs);
}

async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const hasBody = request.body !== "";
  const answer = await fetch(request.path, {
    method: request.method,
    ...(hasBody ? { body: request.body, headers: { "Content-Type": "application/json" } } : {}),
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
    signal,
  });
  return {
    id: request.id,
    status: answer.status,
    body: await answer.text(),
    contentType: answer.headers.get("Content-Type") ?? "",
    retryAfterMs: retryAfterMs(answer.headers.get("Retry-After"), Date.now()),
  };
}

// `done` is called exactly once.
export function sendHttp(request: HttpRequest, done: (answer: HttpAnswer) => void): void {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), kTimeoutMs);
  exchange(request, abort.signal)
    .catch((): HttpAnswer => ({ id: request.id, status: 0, body: "", contentType: "", retryAfterMs: -1 }))
    .then((answer) => {
      clearTimeout(timer);
      done(answer);
    });
}
