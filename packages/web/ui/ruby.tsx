import { useSyncExternalStore } from 'react'
import { readSetting, writeSetting } from '../data/settings.ts'
import { useWords } from '../text/words.tsx'

/** A name with its ふりがな above it, where it has one and this PC wants to see it. */
export function NameWithReading({ name, kana }: { name: string; kana?: string | undefined }) {
  const on = useReadings()
  if (!on || kana === undefined || kana.trim() === '' || kana === name) return name
  return (
    <ruby lang="ja">
      {name}
      <rp>(</rp>
      <rt>{kana}</rt>
      <rp>)</rp>
    </ruby>
  )
}

/** Switches the ふりがな of names off and on. */
export function ReadingsTick() {
  const { t } = useWords()
  const on = useReadings()
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => switchReadings(event.target.checked)} />
      {t('readings.show')}
    </label>
  )
}

const listeners = new Set<() => void>()

/** Whether names carry their ふりがな; each PC remembers it. */
function useReadings(): boolean {
  return useSyncExternalStore(subscribe, () => readSetting('readings') !== 'off')
}

function switchReadings(on: boolean): void {
  writeSetting('readings', on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
