import { type AssetId, entityId } from '@mimamori/domain'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

/** A device that is listed by hand: its name here, the rest on its own page. */
export function NewAsset() {
  const { t } = useWords()
  const saver = useSaver()
  const facility = useFacilityId()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    setIsMissing(name.trim() === '')
    if (name.trim() === '') return
    const id = entityId<AssetId>(newId('asset'))
    const outcome = await saver.save([addRecord('assets', { id, name: name.trim() })])
    if (outcome.kind === 'saved') await navigate({ to: '/f/$facility/assets/$asset', params: { facility, asset: id } })
  }
  return (
    <form className="new-asset no-print" noValidate onSubmit={(event) => void submit(event)}>
      <Field label={t('assets.add')} wrong={isMissing ? t('register.missing') : undefined}>
        {(props) => (
          <span className="with-button">
            <input {...props} maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
            <button type="submit" className="button">
              {t('people.put')}
            </button>
          </span>
        )}
      </Field>
    </form>
  )
}
