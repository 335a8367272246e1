import type { RemoteLogEntry } from '@mimamori/domain'
import type { Versioned } from '../../data/changes.ts'

/** The latest first; of two in the same minute the one that was switched off, since a path is switched on before it is switched off. */
export function byTime({ record: a }: Versioned<RemoteLogEntry>, { record: b }: Versioned<RemoteLogEntry>): number {
  const [first, second] = [`${a.on} ${a.time ?? ''}`, `${b.on} ${b.time ?? ''}`]
  if (first !== second) return first < second ? 1 : -1
  return a.turned === b.turned ? 0 : a.turned === 'off' ? -1 : 1
}

/** `HH:MM` in Japan, wherever the PC believes to be. */
export function clockInJapan(now: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now)
}
