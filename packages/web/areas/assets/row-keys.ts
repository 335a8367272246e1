import type { KeyboardEvent } from 'react'

/** ↑ and ↓ go from row to row, within the column of names or that of ticks; Enter and the space bar do there what they always do. */
export function moveByRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : undefined
  const from = event.target instanceof HTMLElement ? event.target : undefined
  if (!step || !from || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const what = from.matches('th a') ? 'th a' : from.matches('.tick-cell input') ? '.tick-cell input' : undefined
  if (!what) return
  event.preventDefault()
  let row = from.closest('tr')?.[step]
  while (row && !row.querySelector(what)) row = row[step]
  row?.querySelector<HTMLElement>(what)?.focus()
}
