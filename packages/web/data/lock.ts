/** Why the page is locked: nobody touched it, or the session ended otherwise. What was typed stays in the page below. */
export type LockReason = 'idle' | 'ended'

let reason: LockReason | undefined
const listeners = new Set<() => void>()
const onUnlock = new Set<() => void>()

function tell(): void {
  if (reason === undefined) delete document.documentElement.dataset['locked']
  else document.documentElement.dataset['locked'] = reason
  for (const listener of listeners) listener()
}

/** The first reason stays: a page that nobody touched answers every later question with "ended". */
export function lockPage(why: LockReason): void {
  if (reason !== undefined) return
  reason = why
  tell()
}

export function unlockPage(): void {
  reason = undefined
  tell()
  for (const listener of onUnlock) listener()
}

export function lockReason(): LockReason | undefined {
  return reason
}

export function watchLock(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls the listener once the same person is back. */
export function whenUnlocked(listener: () => void): () => void {
  onUnlock.add(listener)
  return () => onUnlock.delete(listener)
}
