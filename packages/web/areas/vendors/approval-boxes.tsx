import { type Approval, type ApprovalBox, type ApprovalBoxId, entityId } from '@mimamori/domain'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { SavedLine } from '../../ui/field.tsx'

export const boxesAtMost = 6

/** The names of the boxes, which can be changed for as long as nobody has marked them. */
export function BoxNames({ approval, boxes: stored }: { approval: Approval; boxes: readonly Versioned<ApprovalBox>[] }) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const mayWrite = useMay('facility:write')
  const boxes = useRecords('approvalBoxes', stored).filter(({ record }) => record.approval === approval.id)
  const open = boxes.filter(({ record }) => record.mark === undefined)
  if (!mayWrite || open.length === 0) return null
  const free = [1, 2, 3, 4, 5, 6].find((place) => !boxes.some(({ record }) => record.place === place))
  function add(): void {
    if (free === undefined) return
    const label = t('approval.box', { n: free })
    void saver.save([addRecord('approvalBoxes', { id: entityId<ApprovalBoxId>(newId('box')), approval: approval.id, place: free, label })])
  }
  return (
    <details>
      <summary>{t('approval.boxes.change')}</summary>
      <div className="stack">
        {open.map((box) => (
          <div key={box.record.id} className="with-button">
            <SavedLine
              label={t('approval.box', { n: box.record.place })}
              maxLength={40}
              value={box.record.label}
              save={(label) => label !== undefined && void saver.save([setFields('approvalBoxes', box, { label })])}
            />
            {open.length > 1 && (
              <button
                type="button"
                className="button low"
                aria-label={t('approval.box.takeOffOne', { box: box.record.label })}
                onClick={() => takeOff([removeRecord('approvalBoxes', box)], t('approval.box.takenOff', { box: box.record.label }))}
              >
                {t('approval.box.takeOff')}
              </button>
            )}
          </div>
        ))}
        {boxes.length < boxesAtMost && free !== undefined && (
          <p>
            <button type="button" className="button low" onClick={add}>
              {t('approval.box.add')}
            </button>
          </p>
        )}
      </div>
    </details>
  )
}
