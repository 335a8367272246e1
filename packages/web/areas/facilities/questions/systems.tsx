import { entityId, type SystemId, type SystemKind } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, removeRecord, setFields, type Wanted } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { loadSentences, useWords } from '../../../text/words.tsx'
import { systemLabels, valuesOf } from '../enumerations.ts'
import type { QuestionProps } from './question-props.ts'

/** Systems in use. 「どれも使っていない」 closes the rest of the checklist, so it is asked a second time. */
export function AboutSystems({ facts, next }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const [gate, setGate] = useState(false)
  const uses = facts.facility.record.usesSystems
  const stored = (kind: SystemKind) => facts.systems.filter(({ record }) => record.kind === kind)
  async function toggle(kind: SystemKind): Promise<void> {
    const known = stored(kind)
    const yes: readonly Wanted[] = uses === 'yes' ? [] : [setFields('facility', facts.facility, { usesSystems: 'yes' })]
    // NOTE: the name is a fact that goes on papers and to vendors, so it is Japanese whatever the language of the screen.
    const inJapanese = await loadSentences('ja')
    const name = inJapanese(systemLabels[kind])
    if (known.length > 0) void saver.save(known.map((system) => removeRecord('systems', system)))
    else void saver.save([...yes, addRecord('systems', { id: entityId<SystemId>(`system:${kind}`), name, kind })])
    setGate(false)
  }
  function confirmNone(): void {
    void saver.save([setFields('facility', facts.facility, { usesSystems: 'no' })])
    setGate(false)
    next()
  }
  return (
    <div className="stack">
      <fieldset className="field">
        <legend className="field-name">{t('questions.chooseAny')}</legend>
        <div className="choices">
          {valuesOf(systemLabels).map((kind) => (
            <label className="choice" key={kind}>
              <input type="checkbox" checked={stored(kind).length > 0} onChange={() => void toggle(kind)} />
              <span>{t(systemLabels[kind])}</span>
            </label>
          ))}
          <label className="choice">
            <input
              type="checkbox"
              checked={uses === 'no' || gate}
              disabled={facts.systems.length > 0}
              aria-describedby={facts.systems.length > 0 ? 'q5-none' : undefined}
              onChange={() => setGate(!gate)}
            />
            <span>{t('q5.none')}</span>
          </label>
        </div>
      </fieldset>
      {facts.systems.length > 0 && (
        <p className="source" id="q5-none">
          {t('q5.noneWhy')}
        </p>
      )}
      {gate && facts.systems.length === 0 && (
        <div className="box-differs stack" role="alert">
          <p>{t('q5.gate')}</p>
          <p className="row">
            <button type="button" className="button" onClick={() => setGate(false)}>
              {t('q5.lookAgain')}
            </button>
            <button type="button" className="button" onClick={confirmNone}>
              {t('q5.confirm')}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
