import { routes } from '@mimamori/contract'
import type { Approval, ApprovalBox } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import type { Versioned } from '../../data/changes.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
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
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayDecide = useMay('approval:decide')
  const decide = useMutation({
    mutationFn: (body: { box: string; mark: Mark }) => ask(routes.decideApproval, { params: { facility, approval: approval.id }, body }),
    onSuccess: () => announce(t('approval.kept')),
    // NOTE: after a refusal, too: somebody else may have marked the box first, and their mark is what there is to see.
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  const offered: readonly Mark[] = approval.state === 'waiting' ? ['approved', 'proxy', 'afterwards', 'returned'] : ['afterwards']
  const mayMark = mayDecide && (approval.state === 'waiting' || approval.state === 'approved')
  return (
    <div className="stack">
      <ul className="stack">
        {boxes.map(({ record: box }) => (
          <li key={box.id} className="row">
            {box.mark !== undefined && (
              <>
                {t('approval.marked', { box: box.label, name: box.by ?? '', mark: t(markWords[box.mark]) })}{' '}
                {box.on !== undefined && <span className="source">{plainDate(box.on, lang)}</span>}
              </>
            )}
            {box.mark === undefined && !mayMark && t('approval.open', { box: box.label })}
            {box.mark === undefined &&
              mayMark &&
              offered.map((mark) => (
                <button
                  key={mark}
                  type="button"
                  className="button low"
                  onClick={() => !decide.isPending && decide.mutate({ box: box.id, mark })}
                >
                  {t(buttons[mark], { box: box.label })}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {decide.isError && <Problem error={decide.error} />}
    </div>
  )
}
