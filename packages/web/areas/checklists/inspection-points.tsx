import { routes } from '@mimamori/contract'
import type { InspectionPoint, WorkTask } from '@mimamori/domain'
import { removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { longDate } from '../../ui/show-date.ts'

export const kindWords = {
  question: 'notes.kind.question',
  promise: 'notes.kind.promise',
  guidance: 'notes.kind.guidance',
  seen: 'notes.kind.seen',
} as const satisfies Readonly<Record<InspectionPoint['kind'], PlainKey>>

const stateWords = {
  open: 'notes.task.open',
  doing: 'notes.task.doing',
  done: 'notes.task.done',
  'given-up': 'notes.task.givenUp',
} as const satisfies Readonly<Record<WorkTask['state'], PlainKey>>

/** One point of the day, with its answer, its day and what became of the work. */
export function PointLine({ point, task }: { point: Versioned<InspectionPoint>; task: Versioned<WorkTask> | undefined }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const items = useView(routes.checklist, facility, { query: {} }).data?.items ?? []
  const { kind, item, text, answer, dueOn } = point.record
  const number = items.find((one) => one.item === item)?.number
  const due = task?.record.dueOn ?? dueOn
  return (
    <li className="card stack">
      <h3>
        {t(kindWords[kind])} {number !== undefined && <ItemNumber number={number} />}
      </h3>
      <p className="kept-lines">{text}</p>
      {answer !== undefined && (
        <p className="kept-lines">{t(kind === 'question' ? 'notes.answered' : 'notes.planned', { text: answer })}</p>
      )}
      {due !== undefined && (
        <p>
          {t('notes.due', { date: longDate(due, lang) })} {task && t(stateWords[task.record.state])}
        </p>
      )}
      {mayWrite && <RemovePoint point={point} task={task} />}
    </li>
  )
}

/** NOTE: the work is given up and not taken away: somebody may have written into its history. */
function RemovePoint({ point, task }: { point: Versioned<InspectionPoint>; task: Versioned<WorkTask> | undefined }) {
  const { t } = useWords()
  const saver = useSaver()
  const isUnderWay = task !== undefined && (task.record.state === 'open' || task.record.state === 'doing')
  function remove(): void {
    const giveUp = isUnderWay ? [setFields('tasks', task, { state: 'given-up' })] : []
    void saver.save([removeRecord('inspectionPoints', point), ...giveUp])
  }
  return (
    <div className="no-print">
      <ConfirmStep ask={t('notes.remove')} says={t('notes.remove.says')} go={t('notes.remove.go')} busy={false} act={remove} />
    </div>
  )
}
