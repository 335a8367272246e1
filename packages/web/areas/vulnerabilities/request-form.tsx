import { routes, type VulnerabilityRow } from '@mimamori/contract'
import { textLimits } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId, useFacilityLine } from '../../frame/rights.ts'
import { UpdateLetter } from '../../frame/update-letter.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { letterOf } from './letter.ts'
import { deviceWords, stepWords } from './row-words.ts'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { wayWords } from './step-words.ts'

type Way = keyof typeof wayWords

export interface RequestParts {
  /** Absent: the facility does it itself. */
  readonly vendor?: string | undefined
  readonly vendorName?: string | undefined
  readonly by?: string | undefined
  readonly rows: readonly VulnerabilityRow[]
}

/** Which rows, in which words, by which way; kept, the vendor has been told and the response runs. */
export function RequestForm({ vendor, vendorName = '', by, rows }: RequestParts) {
  const words = useWords()
  const { t } = words
  const facility = useFacilityId()
  const from = useFacilityLine()?.name ?? ''
  const client = useQueryClient()
  const navigate = useNavigate()
  const [left, setLeft] = useState<readonly string[]>([])
  const [own, setOwn] = useState<string>()
  const [way, setWay] = useState<Way>('mail')
  const [isMissing, setIsMissing] = useState(false)
  const chosen = rows.filter(({ id }) => !left.includes(id))
  const isOurs = vendor === undefined
  const letter = own ?? letterOf(words, { vendor: vendorName, by, from, rows: chosen })
  const keep = useMutation({
    mutationFn: () =>
      ask(routes.openResponses, {
        params: { facility },
        body: { rows: chosen.map(({ id }) => id), ...(!isOurs && { told: { way, ...noteOf(letter.trim()) } }) },
      }),
    onSuccess: async ({ responses }) => {
      announce(t(isOurs ? 'request.begun' : 'request.kept'))
      const [response] = responses
      if (responses.length === 1 && response !== undefined)
        await navigate({ to: '/f/$facility/vulnerabilities/responses/$response', params: { facility, response } })
      else await navigate({ to: '/f/$facility/vulnerabilities', params: { facility } })
      // NOTE: after the page has gone: with its rows told it would say that there is nothing to ask for.
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(chosen.length === 0)
    if (chosen.length > 0 && !keep.isPending) keep.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ChooseRows rows={rows} left={left} leave={setLeft} />
      {!isOurs && <Letter text={letter} write={setOwn} />}
      {!isOurs && <UpdateLetter of={vendor} whole />}
      {!isOurs && (
        <div className="no-print">
          <StepChoice label={t('request.way')} choices={wordChoices(t, wayWords)} value={way} choose={setWay} />
        </div>
      )}
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="request-missing">{t('request.missing')}</FieldProblem>
        </div>
      )}
      {keep.isError && <Problem error={keep.error} />}
      <p className="small second no-print">{t(isOurs ? 'request.ours.says' : 'request.keep.says')}</p>
      <p className="no-print">
        <button type="submit" className="button filled">
          {t(isOurs ? 'weak.begin' : 'request.keep')}
        </button>
      </p>
    </form>
  )
}

function ChooseRows({
  rows,
  left,
  leave,
}: {
  rows: readonly VulnerabilityRow[]
  left: readonly string[]
  leave: (ids: readonly string[]) => void
}) {
  const words = useWords()
  const { t } = words
  return (
    <fieldset className="field no-print">
      <legend className="field-name">{t('request.rows')}</legend>
      {rows.map((row) => (
        <label key={row.id} className="tick">
          <input
            type="checkbox"
            checked={!left.includes(row.id)}
            onChange={(event) => leave(event.target.checked ? left.filter((id) => id !== row.id) : [...left, row.id])}
          />
          <span>{t('request.row', { device: deviceWords(words, row), step: stepWords(words, row) })}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** NOTE: a letter that is longer than a note of the history is sent as it is and not kept there: half a letter would say something else. */
function noteOf(letter: string): { readonly note?: string } {
  return letter !== '' && letter.length <= textLimits.responseSteps.note.most ? { note: letter } : {}
}

function Letter({ text, write }: { text: string; write: (text: string) => void }) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  /** NOTE: a page without TLS has no clipboard; the words are then marked, and Ctrl+C takes them. */
  async function copy(): Promise<void> {
    area.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      announce(t('request.copied'))
    } catch {
      area.current?.focus()
    }
  }
  return (
    <>
      {/* NOTE: a field prints only what it shows of its text. */}
      <p className="only-print letter-words">{text}</p>
      <div className="no-print">
        <Field label={t('request.letter')} help={t('request.letter.help')}>
          {(props) => (
            <textarea {...props} ref={area} className="letter" rows={14} value={text} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
      </div>
      <p className="row no-print">
        <button type="button" className="button" onClick={() => void copy()}>
          {t('request.copy')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </>
  )
}
