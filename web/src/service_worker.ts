// The installed copy of the program: registers it, says when a newer one waits, lets it take over.

export class ServiceWorkerDoor {
  private registration: ServiceWorkerRegistration | undefined;
  private replacing = false;

  constructor(private readonly onWaiting: () => void) {}

  register(): void {
    const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (!container) return;  // the program still works, but cannot start without the network
    container.addEventListener("controllerchange", () => {
      if (this.replacing) location.reload();
    });
    container.register("/sw.js", { updateViaCache: "none" }).then((registration) => {
      this.registration = registration;
      this.watch(registration);
    }, (error: unknown) => console.warn("No offline start: the service worker did not register.", error));
  }

  // Everything that was saved is on the disk already; drafts too.
  replace(): void {
    this.replacing = true;
    const waiting = this.registration?.waiting;
    if (waiting) waiting.postMessage({ type: "SKIP_WAITING" });
    else location.reload();
  }

  // Browsers look by themselves only when a page is opened, and this one may stay open for weeks.
  look(): void {
    this.registration?.update().catch((error: unknown) => console.warn("No newer program was found.", error));
  }

  private watch(registration: ServiceWorkerRegistration): void {
    if (registration.waiting && navigator.serviceWorker.controller) this.onWaiting();
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => {
        if (coming.state === "installed" && navigator.serviceWorker.controller) this.onWaiting();
      });
    });
  }
}
