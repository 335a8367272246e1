import { routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { upload } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

interface EvidenceFieldProps {
  readonly words: { readonly label: PlainKey; readonly help: PlainKey; readonly kept: PlainKey }
  readonly kept: boolean
  readonly keep: (evidence: string) => void
  readonly accept?: string
}

export const disclosureFile = { label: 'disclosure.file', help: 'disclosure.file.help', kept: 'disclosure.file.kept' } as const
export const approvalScan = { label: 'approval.scan', help: 'approval.scan.help', kept: 'approval.scan.kept' } as const

/** One file, kept as 根拠資料 and named by the record that it belongs to. */
export function EvidenceField({ words, kept, keep, accept }: EvidenceFieldProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addEvidence, { params: { facility }, query: {} }, file),
    onSuccess: ({ evidence }) => keep(evidence),
  })
  return (
    <div>
      <Field label={t(words.label)} help={t(words.help)}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept={accept}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) attach.mutate(file)
            }}
          />
        )}
      </Field>
      <p className="small" role="status">
        {attach.isPending ? t('working') : kept ? t(words.kept) : ''}
      </p>
      {attach.isError && <Problem error={attach.error} />}
    </div>
  )
}

export const scanTypes = 'image/*,.pdf'
