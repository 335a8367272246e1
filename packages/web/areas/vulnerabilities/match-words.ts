import type { FeedsView, MatchLine, VulnerableDeviceView, WhyView } from '@mimamori/contract'
import type { PlainKey } from '../../text/words.tsx'

type Product = VulnerableDeviceView['products'][number]
type Step = WhyView['sources'][number]['steps'][number]

export const roleWords: Readonly<Record<Product['role'], PlainKey>> = {
  hardware: 'weak.role.hardware',
  firmware: 'weak.role.firmware',
  os: 'weak.role.os',
  program: 'weak.role.program',
}

export const knownByWords: Readonly<Record<Product['knownBy'], PlainKey>> = {
  console: 'weak.knownBy.console',
  snmp: 'weak.knownBy.snmp',
  scan: 'weak.knownBy.scan',
  tool: 'weak.knownBy.tool',
  hand: 'weak.knownBy.hand',
}

export const verdictWords: Readonly<Record<MatchLine['verdict'], PlainKey>> = {
  affected: 'weak.verdict.affected',
  unknown: 'weak.verdict.unknown',
  'not-affected': 'weak.verdict.notAffected',
}

export const testWords: Readonly<Record<Step['test'], PlainKey>> = {
  product: 'weak.test.product',
  version: 'weak.test.version',
  line: 'weak.test.line',
  platform: 'weak.test.platform',
  all: 'weak.test.all',
  any: 'weak.test.any',
  negate: 'weak.test.negate',
  withdrawn: 'weak.test.withdrawn',
  update: 'weak.test.update',
  statement: 'weak.test.statement',
}

export const resultWords: Readonly<Record<Step['result'], PlainKey>> = {
  yes: 'weak.result.yes',
  no: 'weak.result.no',
  unknown: 'weak.result.unknown',
}

export const sourceWords: Readonly<Record<WhyView['sources'][number]['feed'], PlainKey>> = {
  cve5: 'weak.feed.cve5',
  nvd: 'weak.feed.nvd',
  jvn: 'weak.feed.jvn',
  csaf: 'weak.feed.csaf',
}

export const feedWords: Readonly<Record<FeedsView['feeds'][number]['feed'], PlainKey>> = {
  ...sourceWords,
  kev: 'weak.feed.kev',
  epss: 'weak.feed.epss',
  'jvn-products': 'weak.feed.jvnProducts',
  'end-of-life': 'weak.feed.endOfLife',
}
