import type { EvidenceId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { StepChoice } from './step-choice.tsx'
import type { FieldParts } from './step-fields.tsx'

/** A file that a step can name. */
export interface StepFile {
  readonly evidence: EvidenceId
  readonly name: string
}

/** What shows that it is so: a file that is there already, or a new one. */
export function EvidenceFile({ said, put, files = [], attach }: FieldParts) {
  const { t } = useWords()
  const keep = useMutation({
    mutationFn: async (file: File) => attach?.(file),
    onSuccess: (evidence) => evidence !== undefined && put({ evidence }),
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
          value={said.evidence}
          choose={(evidence) => put({ evidence })}
        />
      )}
      <p className="small" role="status">
        {keep.isPending ? t('working') : said.evidence === undefined ? '' : t('step.evidence.added')}
      </p>
      {keep.isError && <Problem error={keep.error} />}
    </>
  )
}
