/** Numbers above 0 and below 1. */
export type Random = () => number

/** A stream that also fills a whole block at once, with the same numbers as call after call would. */
export interface Stream extends Random {
  readonly fill: (block: Float64Array) => void
}

const ofAll = 1 / 4294967296

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counter, 128 bits of state, public domain). Seeded with a text, so that each scenario, layer and
 * purpose has a stream of its own: what one of them draws never moves another. Same text, same numbers, on every machine.
 */
export function randomOf(seed: string): Stream {
  let [a, b, c, counter] = stateOf(seed)
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return ((sum >>> 0) + 0.5) * ofAll
  }
  for (let round = 0; round < 15; round++) next()
  // NOTE: the same steps once more, as the state stays in registers only where one loop holds them; this is the hottest place of all.
  const fill = (block: Float64Array) => {
    let [d, e, f, at] = [a, b, c, counter]
    for (let place = 0; place < block.length; place++) {
      const sum = (((d + e) | 0) + at) | 0
      at = (at + 1) | 0
      d = e ^ (e >>> 9)
      e = (f + (f << 3)) | 0
      f = (((f << 21) | (f >>> 11)) + sum) | 0
      block[place] = ((sum >>> 0) + 0.5) * ofAll
    }
    a = d
    b = e
    c = f
    counter = at
  }
  return Object.assign(next, { fill })
}

/** 96 bits of the text by the 128-bit mixer of cyrb (public domain); the last word is the counter, which begins at 1. */
function stateOf(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    h1 = h2 ^ Math.imul(h1 ^ code, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ code, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ code, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ code, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  const all = h1 ^ h2 ^ h3 ^ h4
  return [all, h2 ^ all, h3 ^ all, 1]
}

/** Standard normal numbers by Marsaglia's polar method: two at a time, the second kept. */
export function normalOf(random: Random): Random {
  // NOTE: in an array, as a number that a function keeps between calls is put on the heap anew each time.
  const kept = new Float64Array(1)
  let hasKept = false
  return () => {
    if (hasKept) {
      hasKept = false
      return kept[0] ?? 0
    }
    for (;;) {
      const x = 2 * random() - 1
      const y = 2 * random() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      kept[0] = y * scale
      hasKept = true
      return x * scale
    }
  }
}

/** Gamma with this shape and scale 1 by Marsaglia and Tsang (2000); shapes below 1 by the power of a uniform number. */
export function gammaOf(shape: number, random: Random): Random {
  if (shape < 1) {
    const larger = gammaOf(shape + 1, random)
    return () => larger() * random() ** (1 / shape)
  }
  const normal = normalOf(random)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  return () => {
    for (;;) {
      const x = normal()
      const root = 1 + c * x
      if (root <= 0) continue
      const v = root * root * root
      const u = random()
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v
    }
  }
}
