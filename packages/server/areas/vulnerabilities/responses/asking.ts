import type { ResponseView } from '@mimamori/contract'
import { byId, known, type VulnerabilityResponse } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

/** The next step with its vendor, and whether a mail can be it. */
export function askingOf(now: Kept, response: VulnerabilityResponse, mailIsSetUp: boolean): ResponseView['asking'] {
  const next = byId(now.analysis.world.responseAsking, response.id)
  if (!next) return undefined
  const { state, why, step, to, asked, dueOn } = next
  const vendor = byId(now.picture.slices.vendors, to ?? known(response.vendor))
  const toName = step === 'prime-vendor' ? vendor?.name : step === 'second-contact' ? vendor?.secondContactName : undefined
  return {
    state,
    why,
    ...(step && { step }),
    ...(toName !== undefined && { toName }),
    asked,
    ...(dueOn !== undefined && { dueOn }),
    mayMail: mailIsSetUp && vendor?.mail !== undefined && (why === 'silent' || state !== 'waiting'),
  }
}
