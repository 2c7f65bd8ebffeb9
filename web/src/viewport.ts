// The canvas's size in device pixels and what the person's system asks for, told whenever it changes.
import type { EnvironmentEvent, SizeEvent } from "./protocol";

const kCoarse = matchMedia("(pointer: coarse)");
const kReduced = matchMedia("(prefers-reduced-motion: reduce)");
const kDark = matchMedia("(prefers-color-scheme: dark)");
const kMoreContrast = matchMedia("(prefers-contrast: more)");
const kForcedColors = matchMedia("(forced-colors: active)");

export function environment(): EnvironmentEvent {
  const contrast = kMoreContrast.matches || kForcedColors.matches;
  return {
    t: "env",
    coarse: kCoarse.matches,
    motion: kReduced.matches ? "reduced" : "full",
    theme: contrast ? "contrast" : kDark.matches ? "dark" : "light",
    online: navigator.onLine,
    visible: document.visibilityState === "visible",
  };
}

export function watchEnvironment(tell: (environment: EnvironmentEvent) => void): void {
  const changed = (): void => tell(environment());
  for (const query of [kCoarse, kReduced, kDark, kMoreContrast, kForcedColors]) query.addEventListener("change", changed);
  addEventListener("online", changed);
  addEventListener("offline", changed);
  document.addEventListener("visibilitychange", changed);
}

// CSS pixels that are to be seen; a pinch zoom hides nothing that counts.
function visibleHeight(): number {
  const view = window.visualViewport;
  return view ? view.height * view.scale : innerHeight;
}

// Where the ratio is emulated, the observer counts the screen's pixels and not the page's: those are not ours.
function pixels(wanted: number, exact?: number): number {
  return exact !== undefined && Math.abs(exact - wanted) <= 2 ? exact : Math.round(wanted);
}

function sizeOf(canvas: HTMLElement, devicePixels?: readonly ResizeObserverSize[]): SizeEvent {
  const w = canvas.clientWidth;
  const h = canvas.clientHeight;
  const dpr = devicePixelRatio;
  const exact = devicePixels?.[0];
  return {
    t: "size", w, h, dpr, vh: Math.min(visibleHeight(), h),
    pw: pixels(w * dpr, exact?.inlineSize), ph: pixels(h * dpr, exact?.blockSize),
  };
}

// The first answer, and then every change. Only the observer knows the exact device pixels.
export function watchSize(canvas: HTMLElement, tell: (size: SizeEvent) => void): SizeEvent {
  let last = sizeOf(canvas);
  const changed = (size: SizeEvent): void => {
    if (JSON.stringify(size) === JSON.stringify(last)) return;
    last = size;
    tell(size);
  };
  const observer = new ResizeObserver((entries) => changed(sizeOf(canvas, entries.at(-1)?.devicePixelContentBoxSize)));
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas);  // Safari knows no such box
  }
  window.visualViewport?.addEventListener("resize", () => {
    changed({ ...last, vh: Math.min(visibleHeight(), last.h) });
  });
  watchDevicePixelRatio(() => changed(sizeOf(canvas)));
  return last;
}

// A query holds for one ratio: it is armed anew at every change.
function watchDevicePixelRatio(changed: () => void): void {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
    changed();
    watchDevicePixelRatio(changed);
  }, { once: true });
}
