import { useSyncExternalStore } from 'react'

let words = ''
let count = 0
const listeners = new Set<() => void>()

/** Says a sentence to screen readers, politely and once. */
export function announce(sentence: string): void {
  count += 1
  words = sentence
  for (const listener of listeners) listener()
}

/** The one place of the page from which sentences are announced. */
export function Announcer() {
  const at = useSyncExternalStore(subscribe, () => count)
  return (
    <div className="hidden-words" aria-live="polite" data-testid="announcer">
      <span key={at}>{words}</span>
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
