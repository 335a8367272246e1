import { type ImportPreview, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask, Refusal } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { OneOf } from '../../ui/field.tsx'
import { placeWords } from '../../ui/place.ts'
import { Problem } from '../../ui/problem.tsx'
import { AfterDevices, DevicesPart } from './devices-part.tsx'
import { asksOf, type Draft, mayHaveOtherEncoding } from './drafts.ts'
import { ColumnChoices, EncodingChoice } from './read-again.tsx'
import type { ReadHow } from './read-how.ts'

const mostChanges = 40

interface CardProps {
  readonly draft: Draft
  readonly change: (key: string, part: Partial<Draft>) => void
  readonly drop: (key: string) => void
  readonly again: (draft: Draft, how: ReadHow) => void
}

/** What was read in one file, what it would change, and what could not be read, with its place. */
export function DraftCard({ draft, change, drop, again }: CardProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const leave = useMutation({
    mutationFn: async () => {
      if (draft.preview && draft.state === 'read') await ask(routes.dropImport, { params: { facility, draft: draft.preview.id } })
    },
    onSettled: () => drop(draft.key),
  })
  return (
    <article className="card stack">
      <div className="row draft-head">
        <h2>{draft.name}</h2>
        {draft.state !== 'reading' && draft.state !== 'registered' && (
          <button type="button" className="text-button small" onClick={() => leave.mutate()}>
            {t('import.leaveOut')}
          </button>
        )}
      </div>
      {draft.state === 'reading' && <p role="status">{t('import.reading')}</p>}
      {draft.state === 'refused' && <Problem error={withoutFileName(draft.error)} />}
      {draft.state === 'conflict' && <p className="box-differs">{t('import.conflict')}</p>}
      {draft.preview?.files.map((file) => (
        <FilePart key={file.name} file={file} many={(draft.preview?.files.length ?? 0) > 1}>
          {draft.state === 'read' && <ColumnChoices file={file} again={(how) => again(draft, how)} />}
        </FilePart>
      ))}
      {mayHaveOtherEncoding(draft) && <EncodingChoice now={draft.preview?.files[0]?.encoding} again={(how) => again(draft, how)} />}
      {draft.state === 'read' && asksOf(draft).length > 0 && (
        <WhichIsNewer agreed={draft.agreed} choose={(agreed) => change(draft.key, { agreed })} />
      )}
      {draft.state === 'registered' && <Registered draft={draft} change={change} />}
      {draft.state === 'undone' && <p>{t('import.undone')}</p>}
    </article>
  )
}

/** The name of the file is the heading of the card. */
function withoutFileName(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error
  const { file: _, ...said } = error.said
  return new Refusal(error.status, said)
}

function FilePart({ file, many, children }: { file: ImportPreview['files'][number]; many: boolean; children: ReactNode }) {
  const { t, say } = useWords()
  return (
    <section className="stack">
      {many && <h3>{file.name}</h3>}
      <p>{say(file.says)}</p>
      {file.problems.length > 0 && (
        <ul className="import-problems">
          {file.problems.map((problem) => (
            <li key={`${problem.code} ${problem.sheet ?? ''} ${problem.row ?? ''} ${problem.column ?? ''}`}>
              <strong>{placeWords(t, problem)}</strong> {say(problem.message)} {say(problem.action)}
            </li>
          ))}
        </ul>
      )}
      {file.devices && <DevicesPart devices={file.devices} />}
      {children}
      {file.changes.length > 0 && (
        <details open={file.changes.length <= 12}>
          <summary>{t('import.changes', { count: file.changes.length })}</summary>
          <ul className="import-changes small">
            {file.changes.slice(0, mostChanges).map((each) => (
              <li key={`${each.text.ja} ${each.before?.ja ?? ''} ${each.after?.ja ?? ''}`}>
                {say(each.text)}
                {(each.before !== undefined || each.after !== undefined) && (
                  <span className="second">
                    {' '}
                    {t('import.fromTo', {
                      before: each.before ? say(each.before) : t('conflict.empty'),
                      after: each.after ? say(each.after) : t('conflict.empty'),
                    })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {file.changes.length > mostChanges && <p className="source">{t('import.more', { count: file.changes.length - mostChanges })}</p>}
        </details>
      )}
    </section>
  )
}

/** The file seems to be older than what is here: a person says which of the two stays. */
function WhichIsNewer({ agreed, choose }: { agreed: boolean | undefined; choose: (agreed: boolean) => void }) {
  const { t } = useWords()
  return (
    <OneOf
      legend={t('import.which')}
      choices={[
        { value: 'here', label: t('import.which.here') },
        { value: 'file', label: t('import.which.file') },
      ]}
      value={agreed === undefined ? undefined : agreed ? 'file' : 'here'}
      choose={(value) => choose(value === 'file')}
    />
  )
}

/** 「登録しました」, and the way back. */
function Registered({ draft, change }: Pick<CardProps, 'draft' | 'change'>) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => ask(routes.undo, { params: { facility }, body: { revision: draft.revision ?? 0 } }),
    onSuccess: async (result) => {
      change(draft.key, { state: result.conflicts.length > 0 ? 'conflict' : 'undone' })
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  const devices = draft.preview?.files.flatMap((file) => file.devices ?? []) ?? []
  return (
    <div className="stack">
      <div className="row" role="status">
        <p>{t('import.registeredOne')}</p>
        <button type="button" className="button low" onClick={() => !undo.isPending && undo.mutate()}>
          {t('undo')}
        </button>
        {undo.isError && <Problem error={undo.error} />}
      </div>
      {devices.slice(0, 1).map((read) => (
        <AfterDevices key={read.format.id} devices={read} />
      ))}
    </div>
  )
}
