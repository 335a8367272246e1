import type { TaskLine, VendorTaskLine } from '@mimamori/contract'
import type { StateName } from '../../ui/state-chip.tsx'

const plain = { open: 'open', doing: 'begun', done: 'done', 'given-up': 'given-up' } as const satisfies Readonly<
  Record<TaskLine['state'], StateName>
>

/** How a task stands, in the words of the screens. */
export function stateOfTask(line: Pick<VendorTaskLine, 'state' | 'toConfirm'> & { readonly awaitsApproval?: boolean }): StateName {
  if (line.toConfirm) return 'to-confirm'
  return line.awaitsApproval === true ? 'awaiting-approval' : plain[line.state]
}
