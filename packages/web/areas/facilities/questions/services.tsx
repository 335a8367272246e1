import { entityId, type ServiceId, type ServiceKind } from '@mimamori/domain'
import { addRecord, removeRecord, setFields } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { useWords } from '../../../text/words.tsx'
import { serviceLabels, servicesOf } from '../enumerations.ts'
import type { QuestionProps } from './question-props.ts'

/** Services of care, and the one whose stop would hurt most. */
export function AboutServices({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const stored = (kind: ServiceKind) => facts.services.find(({ record }) => record.kind === kind)
  const offered = servicesOf(facts.facility.record.kind)
    .filter((kind) => kind.offered || stored(kind.value))
    .map(({ value }) => value)
  function toggle(kind: ServiceKind): void {
    const known = stored(kind)
    void saver.save([known ? removeRecord('services', known) : addRecord('services', { id: entityId<ServiceId>(`service:${kind}`), kind })])
  }
  function star(kind: ServiceKind): void {
    const before = facts.services.filter(({ record }) => record.hurtsMost === 'yes')
    const now = stored(kind)
    if (!now) return
    const off = before.map((service) => setFields('services', service, { hurtsMost: undefined }))
    void saver.save(now.record.hurtsMost === 'yes' ? off : [...off, setFields('services', now, { hurtsMost: 'yes' })])
  }
  return (
    <fieldset className="field">
      <legend className="field-name">{t('questions.chooseAny')}</legend>
      <div className="stack">
        {offered.map((kind) => {
          const service = stored(kind)
          return (
            <div className="with-star" key={kind}>
              <label className="choice">
                <input type="checkbox" checked={service !== undefined} onChange={() => toggle(kind)} />
                <span>{t(serviceLabels[kind])}</span>
              </label>
              {service && (
                <button
                  type="button"
                  className="star"
                  aria-pressed={service.record.hurtsMost === 'yes'}
                  aria-label={t('q4.starFor', { service: t(serviceLabels[kind]) })}
                  onClick={() => star(kind)}
                >
                  {t('q4.star')}
                </button>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
