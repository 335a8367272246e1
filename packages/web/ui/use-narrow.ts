import { useSyncExternalStore } from 'react'

const query = '(width < 600px)'

/** True on a phone; false in print, where the tables are wanted. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
