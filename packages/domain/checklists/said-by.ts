import type { DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import type { JoinedCell } from './types.ts'

const words: Readonly<Partial<Record<JoinedCell['state'], string>>> = {
  yes: 'yes',
  'not-applicable': 'not-applicable',
  'other-party': 'other-party',
}

/** What one side answered, with the day where it is known; rests on that answer alone. */
export function saidBy(who: 'facility' | 'vendor', { state, checkedOn, answerId }: JoinedCell): DraftReason {
  const say = `${who}-${words[state] ?? 'no'}`
  const facts = [fact('answers', answerId, 'answer')]
  return checkedOn === undefined ? { say, facts } : { say: `${say}-on`, with: { on: checkedOn }, facts }
}
