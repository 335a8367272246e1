import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import {
  type Approval,
  type ApprovalBox,
  type ApprovalBoxId,
  type ApprovalId,
  type CalendarDate,
  date,
  entityId,
  type SheetId,
} from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { addRecord, newId, setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'

interface CardProps {
  readonly view: VendorsView
  readonly line: VendorSheetLine
}

/** 決裁: the letter of this sheet waits until it is approved, on paper or on the screen. */
export function ApprovalCard({ view, line }: CardProps) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const waiting = view.approvals.find(({ record }) => record.id === line.asking?.approval)
  return (
    <section className="card stack">
      <h2>{t('approval.title')}</h2>
      {waiting ? (
        <WaitingApproval approval={waiting} boxes={view.approvalBoxes.map((box) => box.record)} />
      ) : (
        <>
          <p className="small">{t('approval.says')}</p>
          <p>
            <button type="button" className="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t('approval.start')}
            </button>
          </p>
          {isOpen && <PutUp line={line} done={() => setIsOpen(false)} />}
        </>
      )}
    </section>
  )
}

const boxesAtMost = 6

/** A draft with its named boxes; the names can be changed, their order is that of the boxes. */
function PutUp({ line, done }: { line: VendorSheetLine; done: () => void }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [boxes, setBoxes] = useState<string>(t('approval.boxes.usual'))
  const [number, setNumber] = useState('')
  async function put(): Promise<void> {
    const labels = boxes
      .split(/[、,,]/)
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .slice(0, boxesAtMost)
    if (labels.length === 0) return
    const approval = entityId<ApprovalId>(newId('ok'))
    const letter: Approval = {
      id: approval,
      about: 'request',
      title: t('approval.letter', { vendor: line.vendorName }).slice(0, 200),
      sheets: [entityId<SheetId>(line.sheet)],
      draftedOn: today,
      state: 'waiting',
      ...(number.trim() !== '' && { documentNumber: number.trim() }),
    }
    const named = labels.map((label, at) =>
      addRecord('approvalBoxes', { id: entityId<ApprovalBoxId>(newId('box')), approval, place: at + 1, label: label.slice(0, 40) }),
    )
    const outcome = await saver.save([addRecord('approvals', letter), ...named])
    if (outcome.kind === 'saved') done()
  }
  return (
    <div className="stack">
      <Field label={t('approval.boxes')}>
        {(props) => <input {...props} maxLength={200} value={boxes} onChange={(event) => setBoxes(event.target.value)} />}
      </Field>
      <Field label={t('approval.number')}>
        {(props) => <input {...props} maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />}
      </Field>
      <p>
        <button type="button" className="button filled" onClick={() => void put()}>
          {t('approval.put')}
        </button>
      </p>
    </div>
  )
}

/** Something that waits for its approval: printed, approved on paper or on the screen, or withdrawn. */
export function WaitingApproval({ approval, boxes: all }: { approval: Versioned<Approval>; boxes: readonly ApprovalBox[] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const saver = useSaver()
  const { record } = approval
  const boxes = all.filter((box) => box.approval === record.id).toSorted((a, b) => a.place - b.place)
  return (
    <div className="stack">
      <p className="row">
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'approval' }, query: { format: 'pdf', id: record.id } }}
          name="approval.pdf"
          look="button"
        >
          {t('approval.print')}
        </DownloadButton>
        <button
          type="button"
          className="button low"
          onClick={() => void saver.save([setFields('approvals', approval, { state: 'withdrawn' })])}
        >
          {t('approval.withdraw')}
        </button>
      </p>
      <OnPaper approval={approval} />
      <OnScreen approval={record} boxes={boxes} />
    </div>
  )
}

function OnPaper({ approval }: { approval: Versioned<Approval> }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [on, setOn] = useState<CalendarDate | undefined>(today)
  const [number, setNumber] = useState(approval.record.documentNumber ?? '')
  async function keep(): Promise<void> {
    if (on === undefined) return
    const named = number.trim() === '' ? {} : { documentNumber: number.trim() }
    const outcome = await saver.save([setFields('approvals', approval, { state: 'approved', way: 'paper', approvedOn: on, ...named })])
    if (outcome.kind === 'saved') announce(t('approval.kept'))
  }
  return (
    <details>
      <summary>{t('approval.onPaper')}</summary>
      <div className="stack">
        <DateField label={t('approval.approvedOn')} value={on} today={today} save={setOn} />
        <Field label={t('approval.number')}>
          {(props) => <input {...props} maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />}
        </Field>
        <p>
          <button type="button" className="button filled" onClick={() => void keep()}>
            {t('approval.onPaper')}
          </button>
        </p>
      </div>
    </details>
  )
}

const marks = { approved: 'approval.approve', proxy: 'approval.proxy', returned: 'approval.return' } as const
const markWords: Readonly<Record<NonNullable<ApprovalBox['mark']>, PlainKey>> = {
  approved: 'approval.mark.approved',
  proxy: 'approval.mark.proxy',
  afterwards: 'approval.mark.afterwards',
  returned: 'approval.mark.returned',
}

/** Marks in the name of the one who is signed in; only for those who may decide. */
function OnScreen({ approval, boxes }: { approval: Approval; boxes: readonly ApprovalBox[] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayDecide = useMay('approval:decide')
  const decide = useMutation({
    mutationFn: (body: { box: string; mark: keyof typeof marks }) =>
      ask(routes.decideApproval, { params: { facility, approval: approval.id }, body }),
    onSuccess: async () => {
      announce(t('approval.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  return (
    <div className="stack">
      <h3>{t('approval.onScreen')}</h3>
      <ul className="stack">
        {boxes.map((box) => (
          <li key={box.id} className="row">
            {box.mark !== undefined
              ? t('approval.marked', { box: box.label, name: box.by ?? '', mark: t(markWords[box.mark]) })
              : mayDecide &&
                (['approved', 'proxy', 'returned'] as const).map((mark) => (
                  <button key={mark} type="button" className="button low" onClick={() => decide.mutate({ box: box.id, mark })}>
                    {t(marks[mark], { box: box.label })}
                  </button>
                ))}
          </li>
        ))}
      </ul>
      {decide.isError && <Problem error={decide.error} />}
    </div>
  )
}
