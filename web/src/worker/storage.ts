// The database's files in the origin private file system, as sync access handles.
import type { StopCode } from "../protocol";

// In the order of OpfsSlot (client/platform/web/opfs_vfs.h).
const kFiles = ["customers.db", "customers.db-wal", "customers.db-journal"];

const kRetryFirstMs = 25;
const kRetryLastMs = 5000;

export class StorageProblem extends Error {
  constructor(readonly code: StopCode, message: string) {
    super(message);
  }
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : "";
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  if (typeof FileSystemFileHandle !== "function" || !("createSyncAccessHandle" in FileSystemFileHandle.prototype)) {
    throw new StorageProblem("no_opfs", "");
  }
  try {
    return await navigator.storage.getDirectory();
  } catch (error) {
    throw new StorageProblem("no_opfs", String(error));  // private windows of some browsers
  }
}

// A browser may hold a closed tab's handle for a moment longer than its lock.
async function openHandle(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemSyncAccessHandle> {
  for (let delayMs = kRetryFirstMs; ; delayMs *= 2) {
    try {
      const file = await folder.getFileHandle(name, { create: true });
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (nameOf(error) === "QuotaExceededError") throw new StorageProblem("disk_full", "");
      if (nameOf(error) !== "NoModificationAllowedError") throw error;
      if (delayMs > kRetryLastMs) throw new StorageProblem("other_tab", "");
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

// Never a stand-in in memory: what was typed into one would be lost.
export async function openSlots(): Promise<FileSystemSyncAccessHandle[]> {
  const folder = await openFolder();
  return Promise.all(kFiles.map((name) => openHandle(folder, name)));
}
