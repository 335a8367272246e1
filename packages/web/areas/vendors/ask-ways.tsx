import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import { type CalendarDate, date, entityId, type RequestId, type SheetId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { addRecord, newId, setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { QuestionsFor } from './open-questions.tsx'
import { requestWords, type Way } from './ways.ts'

const choices: readonly { way: Way; word: PlainKey }[] = [
  { way: 'post', word: 'ask.print' },
  { way: 'fax', word: 'ask.fax' },
  { way: 'mail', word: 'ask.mail' },
  { way: 'phone', word: 'ask.phone' },
]

interface AskProps {
  readonly view: VendorsView
  readonly line: VendorSheetLine
}

interface ChosenWay {
  readonly way: Way | undefined
  readonly setWay: (way: Way | undefined) => void
}

/** The letters of the schedule that a person may write; a notice to a body outside has its own place. */
const letters = ['request', 'chase-up', 'second-contact', 'head-letter'] as const
type Letter = (typeof letters)[number]

/** The letter of the next step; a call to the usual person is a reminder, whatever letter comes next. */
function usualLetter(line: VendorSheetLine, way: Way): Letter {
  const kind = line.asking?.kind
  if (line.sentOn === undefined) return 'request'
  return way === 'phone' ? 'chase-up' : (letters.find((each) => each === kind) ?? 'chase-up')
}

/** 「どうやって頼みますか」. */
export function AskWays({ way, setWay, ...props }: AskProps & ChosenWay) {
  const { t } = useWords()
  const [chosen, setLetter] = useState<Letter>()
  const letter = chosen ?? usualLetter(props.line, way ?? 'post')
  return (
    <section className="card stack">
      <h2>{t(props.line.sentOn === undefined ? 'ask.title' : 'ask.again')}</h2>
      <div className="row fills">
        {choices.map((each) => (
          <button
            key={each.way}
            type="button"
            className="button"
            aria-expanded={way === each.way}
            onClick={() => setWay(way === each.way ? undefined : each.way)}
          >
            {t(each.word)}
          </button>
        ))}
      </div>
      {way !== undefined && (
        <div className="stack opens">
          <QuestionsFor vendor={props.line.vendor} />
          <Field label={t('asking.which')}>
            {(field) => (
              <select
                {...field}
                value={letter}
                onChange={(event) => setLetter(letters.find((each) => each === event.target.value) ?? letter)}
              >
                {letters.map((each) => (
                  <option key={each} value={each}>
                    {t(requestWords[each])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {way === 'phone' && <PhoneWords view={props.view} />}
          <Files line={props.line} way={way} letter={letter} />
          {way === 'mail' && props.view.mailIsSetUp && <SendMail line={props.line} letter={letter} />}
          <RecordForm key={way} {...props} way={way} letter={letter} />
        </div>
      )}
    </section>
  )
}

/** What to say, word for word. */
function PhoneWords({ view }: { view: VendorsView }) {
  const { t, say } = useWords()
  return (
    <div className="phone-card">
      <p className="source">{t('ask.words')}</p>
      <p>{say(view.phoneWords.opening)}</p>
    </div>
  )
}

const filesToSend = [
  { format: 'xlsx', word: 'ask.excel' },
  { format: 'csv', word: 'ask.csv' },
] as const
const filesToPrint = [{ format: 'pdf', word: 'ask.pdf' }] as const

/** Sends letter and sheet through the mail server; the step is recorded when it has left. */
function SendMail({ line, letter }: { line: VendorSheetLine; letter: Letter }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => ask(routes.sendVendorMail, { params: { facility, sheet: line.sheet }, body: { kind: letter } }),
    onSuccess: async () => {
      announce(t('asking.sent'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  return (
    <p>
      <button type="button" className="button filled" onClick={() => !send.isPending && send.mutate()}>
        {send.isPending ? t('working') : t('asking.send')}
      </button>
      {send.isSuccess && <span className="source">{t('asking.sent')}</span>}
      {send.isError && <Problem error={send.error} />}
    </p>
  )
}

function Files({ line, way, letter }: { line: VendorSheetLine; way: Way; letter: Letter }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const params = { facility, sheet: line.sheet }
  const sent = way === 'fax' || way === 'mail' || way === 'phone' ? way : 'post'
  return (
    <>
      {way !== 'phone' && (
        <p className="small">{t(way === 'mail' ? 'ask.mail.says' : way === 'fax' ? 'ask.fax.says' : 'ask.print.says')}</p>
      )}
      <p className="row">
        {(way === 'mail' ? filesToSend : filesToPrint).map(({ format, word }) => (
          <DownloadButton
            key={format}
            route={routes.vendorSheetFile}
            input={{ params, query: { format, way: sent, step: letter } }}
            name={`sheet.${format}`}
            look="button"
          >
            {t(word)}
          </DownloadButton>
        ))}
      </p>
    </>
  )
}

/** The record of a step: when, to whom, what was promised. It counts as asking, and prints as the facility's work. */
function RecordForm({ line, way: chosen, letter }: AskProps & { way: Way; letter: Letter }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [way, setWay] = useState<Way>(chosen)
  const [on, setOn] = useState<CalendarDate | undefined>(today)
  const [person, setPerson] = useState('')
  const [promisedOn, setPromisedOn] = useState<CalendarDate>()
  const [note, setNote] = useState('')
  const [isBack, setIsBack] = useState(false)
  async function keep(): Promise<void> {
    if (on === undefined) return
    const said = {
      ...(person.trim() !== '' && { person: person.trim() }),
      ...(promisedOn !== undefined && { promisedOn }),
      ...(note.trim() !== '' && { note: note.trim() }),
    }
    const sheet = entityId<SheetId>(line.sheet)
    const request = addRecord('requests', {
      id: entityId<RequestId>(newId('request')),
      sheet,
      kind: isBack ? 'came-back' : letter,
      way,
      on,
      ...said,
    })
    const sent =
      line.sentOn === undefined && !isBack ? [setFields('sheets', { version: line.version, record: { id: sheet } }, { sentOn: on })] : []
    const outcome = await saver.save([request, ...sent])
    if (outcome.kind !== 'saved') return
    announce(t('ask.kept'))
    setPerson('')
    setNote('')
    setPromisedOn(undefined)
    setIsBack(false)
  }
  return (
    <div className="stack record-form">
      <h3>{t(chosen === 'phone' ? 'ask.phoneRecord' : 'ask.record')}</h3>
      {chosen === 'post' && (
        <label className="tick">
          <input type="checkbox" checked={way === 'hand'} onChange={(event) => setWay(event.target.checked ? 'hand' : 'post')} />
          {t('ask.byHand')}
        </label>
      )}
      {chosen !== 'phone' && line.sentOn !== undefined && (
        <label className="tick">
          <input type="checkbox" checked={isBack} onChange={(event) => setIsBack(event.target.checked)} />
          {t('asking.cameBack')}
        </label>
      )}
      <DateField label={t(chosen === 'phone' ? 'ask.calledOn' : 'ask.sentOn')} value={on} today={today} save={setOn} />
      <Field label={t(chosen === 'phone' ? 'ask.whoAnswered' : 'ask.toWhom')}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={person} onChange={(event) => setPerson(event.target.value)} />
        )}
      </Field>
      <DateField label={t('ask.promisedOn')} value={promisedOn} today={today} withToday={false} save={setPromisedOn} />
      <Field label={t('field.note')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <p>
        <button type="button" className="button filled" onClick={() => void keep()}>
          {t(chosen === 'phone' ? 'ask.keepPhone' : 'ask.keep')}
        </button>
      </p>
    </div>
  )
}
