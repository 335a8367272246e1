import type { MatchLine } from '@mimamori/contract'
import type { Match } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { reasonsSay } from './says.ts'

/** What is published of one product and version, as pages show it. */
export function matchLineOf(now: Kept, match: Match): MatchLine {
  const { id, product, name, version, advisory, cves, title, titleLang, verdict, confidence, reasons, sources, foundOn } = match
  const { fixedVersion, knownExploitedOn, ransomware, exploitation, automatable, impact, epss, score } = match
  return {
    match: id,
    product,
    name,
    ...(version !== undefined && { version }),
    advisory,
    cves: [...cves],
    title,
    titleLang,
    verdict,
    confidence,
    reasons: reasonsSay(now, reasons),
    sources: [...sources],
    foundOn,
    ...(fixedVersion !== undefined && { fixedVersion }),
    ...(knownExploitedOn !== undefined && { knownExploitedOn }),
    ...(ransomware && { ransomware }),
    ...(exploitation && { exploitation }),
    ...(automatable && { automatable }),
    ...(impact && { impact }),
    ...(epss !== undefined && { epss }),
    ...(score !== undefined && { score }),
  }
}
