import type { EvidenceId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { StepChoice } from './step-choice.tsx'

/** A file that a step can name. */
export interface StepFile {
  readonly evidence: EvidenceId
  readonly name: string
}

interface FileParts {
  readonly value: EvidenceId | undefined
  readonly choose: (evidence: EvidenceId) => void
  readonly files?: readonly StepFile[] | undefined
  /** Absent where this side keeps no files. */
  readonly attach?: ((file: File) => Promise<EvidenceId>) | undefined
}

/** What shows that it is so: a file that is there already, or a new one. */
export function EvidenceFile({ value, choose, files = [], attach }: FileParts) {
  const { t } = useWords()
  const keep = useMutation({
    mutationFn: async (file: File) => attach?.(file),
    onSuccess: (evidence) => evidence !== undefined && choose(evidence),
  })
  if (!attach) return null
  return (
    <>
      <Field label={t('step.evidence')} help={t('step.evidence.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) keep.mutate(file)
            }}
          />
        )}
      </Field>
      {files.length > 0 && (
        <StepChoice
          label={t('step.evidence.kept')}
          none={t('step.evidence.none')}
          choices={files.map(({ evidence, name }) => ({ value: evidence, name }))}
          value={value}
          choose={choose}
        />
      )}
      <p className="small" role="status">
        {keep.isPending ? t('working') : value === undefined ? '' : t('step.evidence.added')}
      </p>
      {keep.isError && <Problem error={keep.error} />}
    </>
  )
}
