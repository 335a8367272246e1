let lastAt = Date.now()

function note(): void {
  lastAt = Date.now()
}

for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(event, note, { passive: true, capture: true })

/** Whether somebody has touched the page within this time. */
export function wasActiveWithin(milliseconds: number): boolean {
  return Date.now() - lastAt < milliseconds
}

export function idleMilliseconds(): number {
  return Date.now() - lastAt
}

/** Counts as a touch: the person asked to go on. */
export function noteActivity(): void {
  note()
}
