let lastAt = Date.now()
let toldAt = 0

const tellEveryMs = 5000
/** NOTE: one person has many tabs and one session; a tab that lies behind must not end it while another is worked in. */
const otherTabs = new BroadcastChannel('mimamori-activity')
otherTabs.onmessage = () => {
  lastAt = Date.now()
}

function note(): void {
  lastAt = Date.now()
  if (lastAt - toldAt < tellEveryMs) return
  toldAt = lastAt
  otherTabs.postMessage('active')
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
