import { openFacility } from '../facilities/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { findingOf } from './finding.ts'
import { acceptFinding, listFindings } from './list.ts'

export function findingHandlers({ services }: HandlerParts): HandlersOf<'findings' | 'finding' | 'acceptFinding'> {
  return {
    findings: ({ input, scope }) => listFindings(services, scope, input.params.facility, input.query.state),
    finding: async ({ input, scope }) => findingOf(await openFacility(services, scope, input.params.facility), input.query.id),
    acceptFinding: async ({ input, scope, session }) => {
      await acceptFinding(services, scope, input.params.facility, { ...input.body, by: session?.personName ?? '' })
      return done
    },
  }
}
