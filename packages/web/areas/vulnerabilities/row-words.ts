import type { VulnerabilitiesView, VulnerabilityRow } from '@mimamori/contract'
import type { Words } from '../../text/words.tsx'

/** The devices of a row by the first of them. */
export function deviceWords({ t }: Words, { shown, devices }: VulnerabilityRow): string {
  const name = shown[0]?.name ?? ''
  return devices > 1 ? t('weak.devices', { name, count: devices - 1 }) : name
}

/** What is to be done on a row, in one sentence. */
export function stepWords({ t }: Words, { name, version, fixedVersion, verdict, first }: VulnerabilityRow): string {
  if (version === undefined || verdict === 'unknown') return t('weak.do.noVersion', { name })
  if (fixedVersion !== undefined) return t('weak.do.fixed', { name, version, fixed: fixedVersion })
  if (first.fixedVersion !== undefined) return t('weak.do.fixedFirst', { name, version, fixed: first.fixedVersion })
  return t('weak.do.noFix', { name, version })
}

/** Why it is on the list: how it is used, how it is reached, what stops with it. */
export function whyWords({ t, say }: Words, row: VulnerabilityRow): readonly string[] {
  return [
    ...(row.verdict === 'unknown' ? [t('weak.why.noVersion')] : []),
    ...(row.ransomware ? [t('weak.why.ransomware')] : row.knownExploited ? [t('weak.why.exploited')] : []),
    say(row.exposureSays),
    ...(row.services.length > 0 ? [t('weak.why.services', { services: row.services.slice(0, 2).map(say).join(t('list.comma')) })] : []),
  ]
}

const grouped = new Intl.NumberFormat('en')

/** 120,000: the same digits in both languages. */
export function yenWords(yen: number): string {
  return grouped.format(yen)
}

export function costWords({ t }: Words, { yen, unknown }: VulnerabilitiesView['headline']['cost']): string {
  if (yen === undefined) return unknown === 0 ? t('weak.cost.none') : t('weak.cost.unknown', { unknown })
  return unknown === 0 ? t('weak.cost', { yen: yenWords(yen) }) : t('weak.cost.more', { yen: yenWords(yen), unknown })
}

type Visit = VulnerabilitiesView['visits'][number]

/** The visits of the plan, what must be done first before all. */
export function visitsInOrder({ visits }: Pick<VulnerabilitiesView, 'visits'>): readonly Visit[] {
  return visits.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
}

/** Whether the facility has still something to tell or to begin there. */
export function isUntold({ rows }: Visit): boolean {
  return rows.some(({ response }) => response === undefined)
}

/** Every row of the view, the most urgent of each list first. */
export function allRows({ visits, others, open, calm }: VulnerabilitiesView): readonly VulnerabilityRow[] {
  return [...visits.flatMap(({ rows }) => rows), ...open, ...others, ...calm]
}
