import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { findingOf } from './finding.ts'
import { listFindings } from './list.ts'

export function findingHandlers({ services }: HandlerParts): HandlersOf<'findings' | 'finding'> {
  return {
    findings: ({ input, scope }) => listFindings(services, scope, input.params.facility, input.query.state),
    finding: async ({ input, scope }) => findingOf(await openFacility(services, scope, input.params.facility), input.query.id),
  }
}
