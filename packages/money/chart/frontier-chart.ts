import type { FrontierPoint } from '../choice/plan.ts'
import { type ChartRoom, type Point, place, scale } from './room.ts'

/** Where everything of the frontier stands: what is left of the loss under each budget, in steps. */
export interface FrontierChart {
  readonly path: string
  readonly points: readonly (Point & { readonly point: FrontierPoint })[]
  readonly budgets: readonly { readonly x: number; readonly yen: number }[]
  readonly losses: readonly { readonly y: number; readonly yen: number }[]
  readonly budget: Point
}

interface Asked {
  readonly points: readonly FrontierPoint[]
  readonly budgetYen: number
  /** End of the axis of the budget. */
  readonly mostYen: number
  /** Loss of a year without any measure: where the steps begin. */
  readonly lossYen: number
}

export function frontierChart({ points, budgetYen, mostYen, lossYen }: Asked, room: ChartRoom): FrontierChart {
  const stepYen = niceStep(lossYen / 3)
  const top = Math.max(stepYen, Math.ceil(lossYen / stepYen) * stepYen)
  const [left, right] = [room.left, room.width - room.right]
  const x = scale({ from: 0, to: mostYen }, [left, right])
  const y = scale({ from: 0, to: top }, [room.height - room.bottom, room.top])
  const shown = points.filter(({ costYen }) => costYen <= mostYen)
  const places = shown.map((point) => ({ x: place(x(point.costYen)), y: place(y(point.remainingLossYen)), point }))
  const steps = places.map((one) => `H${one.x}V${one.y}`).join('')
  const left0 = points[0]?.costYen === 0 ? points[0].remainingLossYen : lossYen
  const there = shown.findLast(({ costYen }) => costYen <= budgetYen)?.remainingLossYen ?? lossYen
  const budgetStep = niceStep(mostYen / 4)
  return {
    path: `M${place(left)} ${place(y(left0))}${steps}H${place(right)}`,
    points: places,
    budgets: ticks(budgetStep, mostYen).map((yen) => ({ x: place(x(yen)), yen })),
    losses: ticks(stepYen, top).map((yen) => ({ y: place(y(yen)), yen })),
    budget: { x: place(x(Math.min(budgetYen, mostYen))), y: place(y(there)) },
  }
}

/** 1, 2 or 5 of a power of ten, not below the value. */
export function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return (([1, 2, 5, 10] as const).find((one) => one * power >= value) ?? 10) * power
}

function ticks(step: number, to: number): readonly number[] {
  return Array.from({ length: Math.floor(to / step + 1e-9) + 1 }, (_, n) => n * step)
}
