import { openFeeds } from '@mimamori/formats'
import type { Advisory, Condition, Criterion } from '@mimamori/matching'

/** What a set of advisories looks like; generated ones are made in the same shape. */
export interface Shape {
  readonly records: number
  readonly criteria: number
  /** Criteria of one record and the ANDs among them, from the least to the most, at every hundredth of the records. */
  readonly perRecord: readonly (readonly [criteria: number, ands: number])[]
  /** Shares of records that hold an AND, and of criteria that are platforms, ranges, single versions, and demand an edition. */
  readonly treeShare: number
  readonly platformShare: number
  readonly rangeShare: number
  readonly wildcardShare: number
  readonly editionShare: number
  readonly depth: number
}

/** As measured on the 1,664 records that NVD changed in the week before 2022-10-20; for machines without real feeds. */
export const measuredShape: Shape = {
  records: 1664,
  criteria: 15243,
  perRecord: [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [1, 0],
    [2, 0],
    [2, 1],
    [2, 0],
    [2, 1],
    [2, 1],
    [2, 0],
    [2, 1],
    [2, 0],
    [2, 0],
    [2, 0],
    [3, 0],
    [3, 0],
    [3, 0],
    [3, 0],
    [3, 0],
    [3, 0],
    [4, 0],
    [4, 0],
    [4, 0],
    [4, 0],
    [4, 0],
    [4, 0],
    [4, 1],
    [4, 1],
    [5, 0],
    [5, 0],
    [5, 0],
    [6, 0],
    [6, 3],
    [6, 0],
    [7, 0],
    [8, 2],
    [8, 0],
    [9, 0],
    [10, 0],
    [12, 0],
    [15, 1],
    [16, 1],
    [16, 1],
    [16, 8],
    [20, 0],
    [20, 0],
    [20, 0],
    [20, 7],
    [24, 0],
    [32, 2],
    [34, 17],
    [48, 0],
    [118, 0],
    [580, 290],
  ],
  treeShare: 0.169,
  platformShare: 0.346,
  rangeShare: 0.271,
  wildcardShare: 0.121,
  editionShare: 0.155,
  depth: 2,
}

export function leavesIn(conditions: readonly Condition[]): readonly Criterion[] {
  return conditions.flatMap((condition) => (condition.kind === 'product' ? [condition.criterion] : leavesIn(condition.of)))
}

function depthOf(conditions: readonly Condition[]): number {
  return conditions.reduce((most, condition) => Math.max(most, condition.kind === 'product' ? 0 : 1 + depthOf(condition.of)), 0)
}

function andsIn(conditions: readonly Condition[]): number {
  return conditions.reduce(
    (sum, condition) => sum + (condition.kind === 'product' ? 0 : (condition.kind === 'all' ? 1 : 0) + andsIn(condition.of)),
    0,
  )
}

export function shapeOf(advisories: readonly Advisory[]): Shape {
  const sizes = advisories.map(({ conditions }) => [leavesIn(conditions).length, andsIn(conditions)] as const).sort((a, b) => a[0] - b[0])
  const criteria = advisories.flatMap(({ conditions }) => leavesIn(conditions))
  const share = (holds: (criterion: Criterion) => boolean) => criteria.filter(holds).length / criteria.length
  return {
    records: advisories.length,
    criteria: criteria.length,
    perRecord: Array.from({ length: 101 }, (_, at) => sizes[Math.min(sizes.length - 1, Math.floor((at / 100) * sizes.length))] ?? [0, 0]),
    treeShare: advisories.filter(({ conditions }) => andsIn(conditions) > 0).length / advisories.length,
    platformShare: share(({ vulnerable }) => !vulnerable),
    rangeShare: share(({ versions }) => versions.some(({ range: { from, to } }) => from !== to)),
    wildcardShare: share(({ versions, vulnerable }) => vulnerable && versions.length === 0),
    editionShare: share(({ product: { cpe = '' } }) => /^cpe:2\.3:[aoh]:[^:]*:[^:]*:[^:]*:.*[^:*-]/.test(cpe)),
    depth: advisories.reduce((most, { conditions }) => Math.max(most, depthOf(conditions)), 0),
  }
}

/** Advisories of NVD and of CVE records in a folder of real feeds. */
export async function realAdvisories(folder: string, kinds: readonly string[]): Promise<readonly Advisory[]> {
  const found: Advisory[] = []
  for await (const feed of openFeeds(folder)) {
    if (feed.kind !== 'feed' || !kinds.includes(feed.feed.kind)) continue
    for await (const item of feed.feed.items) if (item.kind === 'advisory') found.push(item.advisory)
  }
  return found
}
