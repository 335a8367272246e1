import { routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { upload } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

/** The file of a disclosure sheet is kept as 根拠資料, and named by its receipt. */
export function DisclosureFile({ kept, keep }: { kept: boolean; keep: (evidence: string) => void }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addEvidence, { params: { facility }, query: {} }, file),
    onSuccess: ({ evidence }) => keep(evidence),
  })
  return (
    <div>
      <Field label={t('disclosure.file')} help={t('disclosure.file.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) attach.mutate(file)
            }}
          />
        )}
      </Field>
      <p className="small" role="status">
        {attach.isPending ? t('working') : kept ? t('disclosure.file.kept') : ''}
      </p>
      {attach.isError && <Problem error={attach.error} />}
    </div>
  )
}
