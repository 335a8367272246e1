import { routes } from '@mimamori/contract'
import { type EvidenceId, entityId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { upload } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

/** One file, kept as 根拠資料 and named by the record that rests on it. */
export function EvidenceField({ kept, keep }: { kept: boolean; keep: (evidence: EvidenceId) => void }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addEvidence, { params: { facility }, query: {} }, file),
    onSuccess: ({ evidence }) => keep(entityId<EvidenceId>(evidence)),
  })
  return (
    <div>
      <Field label={t('control.state.evidence')} help={t('control.state.evidence.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) attach.mutate(file)
            }}
          />
        )}
      </Field>
      <p className="small" role="status">
        {attach.isPending ? t('working') : kept ? t('control.state.evidence.kept') : ''}
      </p>
      {attach.isError && <Problem error={attach.error} />}
    </div>
  )
}
