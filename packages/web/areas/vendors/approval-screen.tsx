import { routes } from '@mimamori/contract'
import type { Approval, ApprovalBox } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import type { Versioned } from '../../data/changes.ts'
import { useFacilityId, useMay, useSession } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { plainDate } from '../../ui/show-date.ts'

type Mark = NonNullable<ApprovalBox['mark']>

const buttons = {
  approved: 'approval.approve',
  proxy: 'approval.proxy',
  afterwards: 'approval.afterwards',
  returned: 'approval.return',
} as const satisfies Readonly<Record<Mark, string>>
const markWords: Readonly<Record<Mark, PlainKey>> = {
  approved: 'approval.mark.approved',
  proxy: 'approval.mark.proxy',
  afterwards: 'approval.mark.afterwards',
  returned: 'approval.mark.returned',
}

/** Marks in the name of the one who is signed in, for those who may decide; what was decided can still be seen afterwards (後閲). */
export function BoxMarks({ approval, boxes }: { approval: Approval; boxes: readonly Versioned<ApprovalBox>[] }) {
  return (
    <ul className="stack">
      {boxes.map(({ record }) => (
        <li key={record.id}>
          <BoxLine approval={approval} box={record} />
        </li>
      ))}
    </ul>
  )
}

/** NOTE: each box has its own way to the server, so that whoever marks two in a row loses neither. */
function BoxLine({ approval, box }: { approval: Approval; box: ApprovalBox }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayDecide = useMay('approval:decide')
  const decide = useMutation({
    mutationFn: (mark: Mark) => ask(routes.decideApproval, { params: { facility, approval: approval.id }, body: { box: box.id, mark } }),
    onSuccess: () => announce(t('approval.kept')),
    // NOTE: after a refusal, too: somebody else may have marked the box first, and their mark is what there is to see.
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  const me = useSession()?.person?.name
  const mayMark = mayDecide && (approval.state === 'waiting' || approval.state === 'approved')
  const offered = mayMark ? offeredMarks(approval, box, me) : []
  return (
    <div className="row">
      {box.mark !== undefined && (
        <>
          {t('approval.marked', { box: box.label, name: box.by ?? '', mark: t(markWords[box.mark]) })}{' '}
          {box.on !== undefined && <span className="source">{plainDate(box.on, lang)}</span>}
        </>
      )}
      {box.seenOn !== undefined && (
        <>
          {t('approval.seenAfterwards', { name: box.seenBy ?? '' })} <span className="source">{plainDate(box.seenOn, lang)}</span>
        </>
      )}
      {box.mark === undefined && offered.length === 0 && t('approval.open', { box: box.label })}
      {offered.map((mark) => (
        <button key={mark} type="button" className="button low" onClick={() => !decide.isPending && decide.mutate(mark)}>
          {t(buttons[mark], { box: box.label })}
        </button>
      ))}
      {decide.isError && <Problem error={decide.error} />}
    </div>
  )
}

/** 後閲 of what another decided by proxy is for whoever did not decide it; the server holds the same. */
function offeredMarks({ state }: Approval, { mark, by, seenOn }: ApprovalBox, me: string | undefined): readonly Mark[] {
  if (mark !== undefined) return mark === 'proxy' && seenOn === undefined && by !== me ? ['afterwards'] : []
  return state === 'waiting' ? ['approved', 'proxy', 'afterwards', 'returned'] : ['afterwards']
}
