import { type AssetId, date, entityId, type InstalledProduct, type KnownProduct, type MatchSentence } from '@mimamori/domain'
import { shipped } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import type { Advisory, Condition, Criterion, VersionRange } from '../advisory.ts'
import { productBook } from '../names/book.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { joinAnswers } from './join.ts'

const book = productBook(shipped<KnownProduct>('known-products'))
const sentences = shipped<MatchSentence>('match-sentences')

const fortios = 'cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*'

function leaf(criterion: Partial<Criterion>): Condition {
  return {
    kind: 'product',
    criterion: { product: { cpe: fortios }, vulnerable: true, versions: [], otherwise: 'unaffected', ...criterion },
  }
}

function affected(...ranges: readonly VersionRange[]): Pick<Criterion, 'versions'> {
  return { versions: ranges.map((range) => ({ status: 'affected', range })) }
}

function advisoryOf(conditions: readonly Condition[], more: Partial<Advisory> = {}): Advisory {
  const empty = { unparsed: [], scores: [], remedies: [], links: [] }
  return { id: 'CVE-2099-0001', feed: 'nvd', cves: ['CVE-2099-0001'], title: 'A weakness', titleLang: 'en', ...empty, conditions, ...more }
}

function productOf(product: Partial<InstalledProduct> & { readonly name: string }): InstalledProduct {
  return {
    id: `d:1|${product.name}`,
    asset: entityId<AssetId>('d:1'),
    line: '',
    role: 'program',
    knownBy: 'console',
    facts: [],
    ...product,
  }
}

const gate = (version?: string) =>
  productOf({ name: 'FortiGate-60F', vendor: 'Fortinet', role: 'firmware', ...(version !== undefined && { version }) })

function said(advisory: Advisory, ...products: readonly InstalledProduct[]) {
  const [first] = evaluate(advisory, products, { book })
  const [product] = products
  if (!product) throw new Error('no product')
  const text = explain(first?.answer, { advisory, product, sentences })
  return {
    verdict: first?.answer.verdict,
    fixed: first?.answer.fixedVersion,
    ja: text.ja,
    en: text.en,
    reasons: first?.answer.reasons ?? [],
  }
}

const before = leaf(affected({ from: '7.2.0', to: '7.2.5', toIncluded: false }, { from: '7.0.0', to: '7.0.12', toIncluded: false }))
const hardware = (...models: readonly string[]): Condition => ({
  kind: 'any',
  of: models.map((model) =>
    leaf({ product: { cpe: `cpe:2.3:h:fortinet:${model}:-:*:*:*:*:*:*:*` }, vulnerable: false, otherwise: 'affected' }),
  ),
})

describe('a version', () => {
  test('inside a range is affected, and the answer says by which range and which version is safe', () => {
    const { verdict, fixed, ja, en } = said(advisoryOf([before]), gate('v7.2.4,build1396'))
    expect([verdict, fixed]).toEqual(['affected', '7.2.5'])
    expect(ja).toBe('FortiGate-60F v7.2.4,build1396 は、CVE-2099-0001 が挙げる範囲(>= 7.2.0, < 7.2.5)に入っています。')
    expect(en).toContain('lies in the range')
  })

  test('outside every range is not affected', () => {
    const { verdict, ja } = said(advisoryOf([before]), gate('7.2.12'))
    expect(verdict).toBe('not-affected')
    expect(ja).toContain('範囲(>= 7.2.0, < 7.2.5; >= 7.0.0, < 7.0.12)の外です')
  })

  test('that nobody knows, or that cannot be read, is never taken for safe', () => {
    const missing = said(advisoryOf([before]), gate())
    expect([missing.verdict, missing.reasons.includes('version-missing')]).toEqual(['unknown', true])
    expect(missing.ja).toContain('バージョンが分からず')
    expect(said(advisoryOf([before]), gate('最新')).ja).toContain('「最新」を読み取れず')
    expect(said(advisoryOf([leaf({ otherwise: 'affected' })]), gate()).verdict).toBe('affected')
  })

  test('of which a record does not speak is not warned of, and less sure; one with words that nobody read stays open', () => {
    const silent = said(
      advisoryOf([leaf({ ...affected({ from: '7.2.0', to: '7.2.4' }), otherwise: 'unknown' })], { feed: 'cve5' }),
      gate('6.4.1'),
    )
    expect([silent.verdict, silent.reasons.includes('source-silent')]).toEqual(['not-affected', true])
    expect(silent.ja).toContain('触れていません')
    const words = leaf({ ...affected({ from: '7.2.0', to: '7.2.4' }), otherwise: 'unknown', text: 'and some older ones' })
    expect(said(advisoryOf([words]), gate('6.4.1')).ja).toContain('「and some older ones」を読み取れず')
    expect(said(advisoryOf([leaf({ otherwise: 'unknown' })]), gate('6.4.1')).ja).toContain('バージョンを挙げず')
  })

  test('of the line that an included end names stays open, and the answer says what the record leaves out', () => {
    const { verdict, ja, en, reasons } = said(advisoryOf([leaf(affected({ to: '7.2' }))]), gate('7.2.4'))
    expect([verdict, reasons.includes('version-partial')]).toEqual(['unknown', true])
    expect(ja).toBe('CVE-2099-0001 は「<= 7.2」とだけ書き、FortiGate-60F 7.2.4 を含むか分かりません。')
    expect(en).toContain('says only')
    expect(said(advisoryOf([leaf(affected({ to: '7.2' }))]), gate('7.4.0')).verdict).toBe('not-affected')
  })

  test('that a range names at both its ends is meant, however its ends are written', () => {
    const saidOf = (version: string) =>
      said(advisoryOf([leaf(affected({ from: '7.2.0', to: '7.2.0', toIncluded: false }))]), gate(version)).verdict
    expect([saidOf('7.2'), saidOf('7.2.0'), saidOf('7.2.1')]).toEqual(['affected', 'affected', 'not-affected'])
  })

  test('is judged by the last statement that speaks of it', () => {
    const changed = leaf({
      versions: [
        { status: 'affected', range: { from: '7.2.0', to: '7.2.9' } },
        { status: 'unaffected', range: { from: '7.2.6', to: '7.2.9' } },
      ],
    })
    expect(said(advisoryOf([changed]), gate('7.2.7')).verdict).toBe('not-affected')
    expect(said(advisoryOf([changed]), gate('7.2.5'))).toMatchObject({ verdict: 'affected', fixed: '7.2.6' })
  })
})

describe('a configuration', () => {
  const both = (...models: readonly string[]) => advisoryOf([{ kind: 'all', of: [before, hardware(...models)] }])

  test('of firmware on a model holds on that model alone', () => {
    expect(said(both('fortigate_60f', 'fortigate-100f'), gate('7.2.4')).ja).toContain('条件の fortigate 60f もあります')
    expect(said(both('fortigate_6300f'), gate('7.2.4')).ja).toContain('条件の fortigate 6300f がありません')
    expect(said(both('fortigate_60f'), gate('7.2.12')).verdict).toBe('not-affected')
  })

  test('whose model the register does not tell stays open', () => {
    const bare = productOf({ name: 'FortiOS', role: 'firmware', version: '7.2.4' })
    const { verdict, ja, reasons } = said(both('fortigate_60f'), bare)
    expect([verdict, reasons.includes('configuration-part-unknown')]).toEqual(['unknown', true])
    expect(ja).toContain('があるか分かりません')
  })

  test('makes only the product weak that is weak in it, not its platform and not its neighbour', () => {
    const windows = productOf({ name: 'Windows 11 Pro', role: 'os', version: '10.0.22631.1' })
    const client = productOf({ name: 'FortiClient', version: '7.0.1' })
    const onWindows: Condition = {
      kind: 'all',
      of: [
        leaf({ product: { cpe: 'cpe:2.3:a:fortinet:forticlient:*:*:*:*:*:*:*:*' }, ...affected({ to: '7.0.8' }) }),
        leaf({ product: { cpe: 'cpe:2.3:o:microsoft:windows_11:-:*:*:*:*:*:*:*' }, vulnerable: false, otherwise: 'affected' }),
      ],
    }
    const answers = evaluate(advisoryOf([onWindows]), [windows, client], { book })
    expect(answers.map(({ product, answer }) => [product.name, answer.verdict])).toEqual([['FortiClient', 'affected']])
  })

  test('that is negated holds where its inside does not', () => {
    const negated: Condition = { kind: 'any', negate: true, of: [leaf(affected({ from: '7.4.0' }))] }
    expect(said(advisoryOf([negated]), gate('7.2.4')).verdict).toBe('affected')
    expect(said(advisoryOf([negated]), gate('7.4.1')).verdict).toBe('not-affected')
    expect(said(advisoryOf([negated]), gate()).verdict).toBe('unknown')
  })
})

describe('a kind of a product', () => {
  const android = 'cpe:2.3:a:teamviewer:teamviewer:*:*:*:*:*:android:*:*'
  const viewer = productOf({ name: 'TeamViewer', version: '15.1.2' })
  const advisory = advisoryOf([leaf({ product: { cpe: android }, ...affected({ to: '15.2' }) })])

  test('for another system is another product, where the system of the device is known', () => {
    const windows = productOf({ name: 'Windows 11 Pro', role: 'os' })
    expect(said(advisory, viewer, windows).ja).toContain('TeamViewer の別の種類(android)です')
    expect(said(advisory, viewer).ja).toContain('TeamViewer が android か分からず')
  })

  test('that a feed writes as an update is part of the version where its maker writes it so', () => {
    const junos = leaf({
      product: { cpe: 'cpe:2.3:o:juniper:junos:*:r3-s5:*:*:*:*:*:*' },
      ...affected({ from: '21.4', to: '21.4', toIncluded: true }),
    })
    const switchOf = (version: string) => productOf({ name: 'EX2300', vendor: 'Juniper Networks', role: 'firmware', version })
    expect(said(advisoryOf([junos]), switchOf('21.4R3-S5')).verdict).toBe('affected')
    expect(said(advisoryOf([junos]), switchOf('21.4R3-S6')).verdict).toBe('not-affected')
  })
})

test('an advisory that was taken back affects nothing, and one that does not name the product says so', () => {
  expect(said(advisoryOf([before], { withdrawn: true }), gate('7.2.4')).ja).toContain('取り下げました')
  expect(said(advisoryOf([before]), productOf({ name: '7-Zip' })).ja).toContain('この機器の製品を挙げていません')
})

test('confidence falls with a hand-typed, half-known or long-unread version', () => {
  const confidence = (product: Partial<InstalledProduct>, version = '7.2.4') =>
    evaluate(advisoryOf([before]), [{ ...gate(version), ...product }], { book, asOf: date('2026-11-01') })[0]?.answer.confidence ?? 0
  const best = confidence({})
  expect(best).toBeGreaterThan(0.9)
  for (const worse of [confidence({ knownBy: 'hand' }), confidence({}, '7.2'), confidence({ on: date('2025-01-01') })]) {
    expect(worse).toBeLessThan(best)
  }
})

describe('several sources of one CVE', () => {
  const answered = (advisory: Advisory, version: string) => {
    const [found] = evaluate(advisory, [gate(version)], { book })
    if (!found) throw new Error('not named')
    return { advisory, answer: found.answer }
  }
  const cve5 = advisoryOf([leaf({ ...affected({ from: '7.2.0', to: '7.2.4' }), otherwise: 'unknown' })], {
    feed: 'cve5',
    id: 'CVE-2099-0001',
  })
  const nvd = advisoryOf([before])

  test('that agree are one surer answer, with the fixed version of whoever names it', () => {
    const joined = joinAnswers([answered(nvd, '7.2.4'), answered(cve5, '7.2.4')])
    expect(joined).toMatchObject({ verdict: 'affected', fixedVersion: '7.2.5' })
    expect(joined.reasons.at(-1)).toBe('sources-agree')
  })

  test('of which the first is silent are decided by the next', () => {
    expect(joinAnswers([answered(cve5, '7.0.1'), answered(nvd, '7.0.1')]).verdict).toBe('affected')
  })

  test('that contradict each other are told, and the maker is believed', () => {
    const maker = advisoryOf([leaf(affected({ from: '7.2.0', to: '7.2.2' }))], { feed: 'csaf', id: 'fortinet:FG-IR-99-001' })
    const joined = joinAnswers([answered(nvd, '7.2.4'), answered(maker, '7.2.4')])
    expect(joined).toMatchObject({ verdict: 'not-affected', sources: ['fortinet:FG-IR-99-001', 'CVE-2099-0001'] })
    expect(joined.contradictedBy).toEqual(['CVE-2099-0001'])
    expect(joined.reasons.at(-1)).toBe('sources-differ')
  })
})
