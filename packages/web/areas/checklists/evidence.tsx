import { type ChecklistItemView, routes, urlOf } from '@mimamori/contract'
import { type EvidenceId, entityId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../data/api.ts'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'

/** What an answer rests on: a file, or the place where the paper can be seen. */
export function EvidencePart({ item, readOnly }: { item: ChecklistItemView; readOnly: boolean }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack small">
      {item.evidence.length === 0 && <p className="second">{t('evidence.none')}</p>}
      <ul className="stack">
        {item.evidence.map((each) => (
          <li key={each.id}>
            {each.sha256 === undefined ? (
              each.name
            ) : (
              <a href={urlOf(routes.evidenceFile, { params: { facility, sha256: each.sha256 } })} download={each.name}>
                {each.name}
              </a>
            )}
            {each.place !== undefined && <span className="second"> {t('evidence.at', { place: each.place })}</span>}
            {each.validUntil !== undefined && (
              <span className="second"> {t('evidence.until', { date: longDate(each.validUntil, lang) })}</span>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <AddEvidence item={item} />}
    </div>
  )
}

function AddEvidence({ item }: { item: ChecklistItemView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const saver = useSaver()
  const [place, setPlace] = useState('')
  const answers = item.answers.map(({ record }) => record.id)
  const attach = useMutation({
    mutationFn: (file: File) =>
      upload(
        routes.addEvidence,
        { params: { facility }, query: { answers: answers.join(','), ...(place.trim() !== '' && { place: place.trim() }) } },
        file,
      ),
    onSuccess: async () => {
      setPlace('')
      announce(t('evidence.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  function writePlace(): void {
    if (place.trim() === '') return
    const record = { id: entityId<EvidenceId>(newId('evidence')), name: place.trim(), answers, place: place.trim() }
    setPlace('')
    void saver.save([addRecord('evidence', record)])
  }
  return (
    <div className="stack">
      <Field label={t('evidence.place')} help={t('evidence.place.help')}>
        {(props) => (
          <span className="with-button">
            <input {...props} maxLength={200} autoComplete="off" value={place} onChange={(event) => setPlace(event.target.value)} />
            <button type="button" className="button" onClick={writePlace}>
              {t('evidence.place.keep')}
            </button>
          </span>
        )}
      </Field>
      <Field label={t('evidence.file')} help={t('evidence.file.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) attach.mutate(file)
              event.target.value = ''
            }}
          />
        )}
      </Field>
      {attach.isPending && <p role="status">{t('working')}</p>}
      {attach.isError && <Problem error={attach.error} />}
    </div>
  )
}
