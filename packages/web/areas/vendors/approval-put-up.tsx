import { type Approval, type ApprovalBoxId, type ApprovalId, date, entityId } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useSession, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { boxesAtMost } from './approval-boxes.tsx'

/** A draft with its one to six named boxes, in the order in which they are printed. */
export function PutUp({ about, done }: { about: Pick<Approval, 'title' | 'sheets' | 'vendor'>; done: () => void }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const me = useSession()?.person?.name
  const [labels, setLabels] = useState<readonly string[]>(() => t('approval.boxes.usual').split(t('list.comma')))
  const [number, setNumber] = useState('')
  async function put(): Promise<void> {
    const named = labels.map((label) => label.trim()).filter((label) => label !== '')
    if (named.length === 0) return
    const approval = entityId<ApprovalId>(newId('ok'))
    const letter: Approval = {
      id: approval,
      about: 'request',
      ...about,
      title: about.title.slice(0, 200),
      draftedOn: today,
      state: 'waiting',
      ...(me !== undefined && { draftedBy: me }),
      ...(number.trim() !== '' && { documentNumber: number.trim() }),
    }
    const boxes = named.map((label, at) =>
      addRecord('approvalBoxes', { id: entityId<ApprovalBoxId>(newId('box')), approval, place: at + 1, label }),
    )
    const outcome = await saver.save([addRecord('approvals', letter), ...boxes])
    if (outcome.kind === 'saved') done()
  }
  return (
    <div className="stack">
      <fieldset className="stack">
        <legend className="field-name">{t('approval.boxes')}</legend>
        {labels.map((label, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place
          <Field key={at} label={t('approval.box', { n: at + 1 })}>
            {(props) => (
              <span className="with-button">
                <input
                  {...props}
                  maxLength={40}
                  autoComplete="off"
                  value={label}
                  onChange={(event) => setLabels(labels.with(at, event.target.value))}
                />
                {labels.length > 1 && (
                  <button
                    type="button"
                    className="button low"
                    aria-label={t('approval.box.takeOffOne', { box: label === '' ? t('approval.box', { n: at + 1 }) : label })}
                    onClick={() => setLabels(labels.toSpliced(at, 1))}
                  >
                    {t('approval.box.takeOff')}
                  </button>
                )}
              </span>
            )}
          </Field>
        ))}
        {labels.length < boxesAtMost && (
          <p>
            <button type="button" className="button low" onClick={() => setLabels([...labels, ''])}>
              {t('approval.box.add')}
            </button>
          </p>
        )}
      </fieldset>
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
