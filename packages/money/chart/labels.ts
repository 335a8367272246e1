import type { LossChart, Mark } from './loss-chart.ts'
import { type ChartRoom, type Point, place } from './room.ts'

/** What stands in a drawing as words, and where its first baseline lies. */
export interface ChartLabel extends Point {
  readonly of: 'chance' | 'once' | 'amount' | 'now' | 'planned' | 'markNow' | 'markPlanned'
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface ChartWords {
  /** Height of a letter in units of the drawing. */
  readonly letters: number
  readonly now: string
  readonly planned: string
  readonly once: (years: number) => string
  readonly yen: (yen: number) => string
}

/** Edges of what is taken, with y growing downwards. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** From here on letters are as wide as they are high. */
const firstWide = 0x2e80
const narrowShare = 0.66

/** The box of a label; letters are taken as wide as the widest of their kind. */
export function boxOf({ x, y, text, anchor }: ChartLabel, letters: number): Box {
  const width = [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) >= firstWide ? 1 : narrowShare), 0) * letters
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.9 * letters, bottom: y + 0.2 * letters }
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/**
 * The words of the exceedance curve, none upon another: first the axes, the amounts at the two marks and the chances that matter most, then the names of
 * the lines and the other chances. A label takes the first of its places that is free and runs over the lines least; one of an axis for which there is
 * no room is left out, as its neighbours tell the same.
 */
export function lossLabels(chart: LossChart, room: ChartRoom, words: ChartWords): readonly ChartLabel[] {
  const taken: Box[] = [...marksOf(chart), floorOf(room)]
  const [now, planned] = [drawnPoints(chart.lines.now), drawnPoints(chart.lines.planned ?? [])]
  const lines = [...now, ...planned]
  const labels: ChartLabel[] = []
  const hidesEither = (box: Box) => crossings(lines, box)
  const put = (candidates: readonly ChartLabel[], isMeant: (box: Box) => boolean = () => true, hides = hidesEither) => {
    const free = candidates
      .map((label, n) => ({ label, n, box: boxOf(label, words.letters) }))
      .filter(({ label, box }) => isInside(label, box, room) && !taken.some((one) => overlaps(one, box)))
      .map((one) => ({ ...one, cost: hides(one.box) + one.n * laterCosts }))
      .toSorted((a, b) => a.cost - b.cost)
    const best = free.find(({ box }) => isMeant(box)) ?? free[0]
    if (!best) return
    taken.push(best.box)
    labels.push(best.label)
  }
  for (const one of axisLabels(chart, room, words)) put([one])
  const { marks } = chart
  // NOTE: an amount that stands far from its mark, or upon the other line, would be read as that of the other.
  const putBeside = (mark: Mark, of: 'markNow' | 'markPlanned', [own, other]: readonly [readonly Point[], readonly Point[]]) =>
    put(
      besideMark(mark, { of, text: words.yen(mark.yen) }, words.letters),
      (box) => distanceTo([mark], box) < nearMark * words.letters,
      (box) => crossings(own, box) / 2 + crossings(other, box) * 2,
    )
  if (marks.now) putBeside(marks.now, 'markNow', [now, planned])
  if (marks.planned) putBeside(marks.planned, 'markPlanned', [planned, now])
  const once = onceLabels(chart, room, words)
  for (const one of once.slice(0, wantedChances)) put(one)
  // NOTE: a name that stands nearer to the other line would be read as its name.
  put(besideLine(now, { of: 'now', text: words.now }, words.letters), (box) => distanceTo(now, box) < distanceTo(planned, box))
  put(besideLine(planned, { of: 'planned', text: words.planned }, words.letters), (box) => distanceTo(planned, box) < distanceTo(now, box))
  for (const one of once.slice(wantedChances)) put(one)
  return labels
}

/** A later place costs as much as so many points of a line under the words. */
const laterCosts = 0.5

/** Once in ten years and once in a hundred. */
const wantedChances = 2

/** So many heights of a letter from its mark an amount is still read as that of the mark. */
const nearMark = 1.2

/** Half of a mark, with a little air. */
const markRoom = 7

/** Both marks, and the arrow between them. */
function marksOf({ marks: { now, planned } }: LossChart): Box[] {
  const boxes = [now, planned].flatMap((mark) =>
    mark ? [{ left: mark.x - markRoom, right: mark.x + markRoom, top: mark.y - markRoom, bottom: mark.y + markRoom }] : [],
  )
  if (!now || !planned) return boxes
  const [left, right] = [Math.min(now.x, planned.x), Math.max(now.x, planned.x)]
  return [...boxes, { left, right, top: now.y - markRoom, bottom: now.y + markRoom }]
}

/** The axis itself: a word upon it would look struck through. */
function floorOf({ left, right, width, height, bottom }: ChartRoom): Box {
  const floor = height - bottom
  return { left, right: width - right, top: floor - 1, bottom: floor + 1 }
}

/** Points close enough to one another that no letter fits between them. */
function drawnPoints(line: readonly Point[]): readonly Point[] {
  return line.flatMap((to, n) => {
    const from = line[n - 1] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4))
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * (step + 1)) / steps,
      y: from.y + ((to.y - from.y) * (step + 1)) / steps,
    }))
  })
}

function crossings(points: readonly Point[], { left, right, top, bottom }: Box): number {
  return points.filter(({ x, y }) => x > left && x < right && y > top && y < bottom).length
}

function distanceTo(points: readonly Point[], { left, right, top, bottom }: Box): number {
  const beyond = (value: number, from: number, to: number) => Math.max(0, from - value, value - to)
  return Math.min(...points.map(({ x, y }) => Math.hypot(beyond(x, left, right), beyond(y, top, bottom))))
}

/** Only the chances stand left of the axis. */
function isInside({ of }: ChartLabel, { left, right, top, bottom }: Box, room: ChartRoom): boolean {
  return left >= (of === 'chance' ? 0 : room.left) && right <= room.width && top >= 0 && bottom <= room.height
}

/** Ends of the scales first: where two stand too close, the one between others goes. */
function axisLabels({ chances, amounts }: LossChart, { left, right, width, height, bottom }: ChartRoom, { letters, yen }: ChartWords) {
  const floor = height - bottom
  const isRound = (probability: number) => ![0.02].includes(probability)
  const sorted = chances.toSorted((a, b) => Number(isRound(b.probability)) - Number(isRound(a.probability)))
  const beside = sorted.map(
    ({ y, probability }): ChartLabel => ({
      ...{ of: 'chance', text: `${Math.round(probability * 100)}%`, x: left - 5, y: place(y + letters * 0.33), anchor: 'end' },
    }),
  )
  const below = amounts.map(({ x, yen: amount }): ChartLabel => {
    const label: ChartLabel = { of: 'amount', text: yen(amount), x, y: floor + 6 + letters, anchor: 'middle' }
    const box = boxOf(label, letters)
    const shift = Math.max(0, left - box.left) - Math.max(0, box.right - (width - right))
    return { ...label, x: place(x + shift) }
  })
  return [...beside, ...below]
}

type Named = Pick<ChartLabel, 'of' | 'text'>

/** Over its mark, then under it, then to its sides. */
function besideMark({ x, y }: Mark, named: Named, letters: number): readonly ChartLabel[] {
  const [over, under] = [y - markRoom - letters * 0.3, y + markRoom + letters * 0.94]
  const at = (dx: number, baseline: number, anchor: ChartLabel['anchor']): ChartLabel => ({
    ...{ ...named, x: place(x + dx), y: place(baseline), anchor },
  })
  return [
    ...[at(2, over, 'start'), at(-2, over, 'end'), at(0, over, 'middle')],
    ...[at(2, over - letters, 'start'), at(-2, over - letters, 'end')],
    ...[
      at(-2, under, 'end'),
      at(2, under, 'start'),
      at(markRoom + 3, y + letters * 0.33, 'start'),
      at(-markRoom - 3, y + letters * 0.33, 'end'),
    ],
    ...[at(2, over - 2.4 * letters, 'start'), at(-2, over - 2.4 * letters, 'end')],
  ]
}

/** Right over the line or left under it, from its beginning to its end. */
function besideLine(line: readonly Point[], named: Named, letters: number): readonly ChartLabel[] {
  const step = Math.max(1, Math.floor(line.length / 24))
  const some = line.filter((_, n) => n % step === 0)
  return some.flatMap(({ x, y }): readonly ChartLabel[] => [
    { ...named, x: place(x + 8), y: place(y - 3), anchor: 'start' },
    { ...named, x: place(x + 8), y: place(y + letters * 0.4), anchor: 'start' },
    { ...named, x: place(x), y: place(y - letters * 0.6), anchor: 'middle' },
    { ...named, x: place(x - 8), y: place(y + letters * 1.1), anchor: 'end' },
    { ...named, x: place(x), y: place(y + letters * 1.5), anchor: 'middle' },
  ])
}

/** How often a chance comes stands on its line, at its right end, its left one or between them; the usual ones first. */
function onceLabels({ chances }: LossChart, { left, right, width }: ChartRoom, { letters, once }: ChartWords) {
  const order = [10, 100, 20, 50]
  const sorted = chances.toSorted((a, b) => order.indexOf(a.years ?? 0) - order.indexOf(b.years ?? 0))
  const span = width - right - left
  return sorted.flatMap(({ y, years }): readonly (readonly ChartLabel[])[] => {
    if (years === undefined) return []
    const label = { of: 'once', text: once(years), y: place(y - letters * 0.25) } as const
    const between = [0.75, 0.6, 0.45, 0.3].map((share): ChartLabel => ({ ...label, x: place(left + span * share), anchor: 'middle' }))
    return [[{ ...label, x: width - right, anchor: 'end' }, { ...label, x: left + 4, anchor: 'start' }, ...between]]
  })
}
