import { routes, type VendorsView } from '@mimamori/contract'
import { type Facility, printedSheetNumber, readSheetNumber } from '@mimamori/domain'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field, SavedLine } from '../../ui/field.tsx'

/** What helps with many sheets at once: lists to print, the number on a FAX that came back, the days of the schedule. */
export function AskingTools({ view }: { view: VendorsView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack">
      <FindSheet view={view} />
      <p className="row">
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'asking-lists' }, query: { format: 'pdf' } }}
          name="lists.pdf"
          look="button"
        >
          {t('asking.lists')}
        </DownloadButton>
        <Link className="button low" to="/f/$facility/mail" params={{ facility }}>
          {t('asking.mailPage')}
        </Link>
      </p>
      {view.facility && <PlanDays view={view} facility={view.facility} />}
    </section>
  )
}

/** A number typed in from paper leads to where the reply is typed in. */
function FindSheet({ view }: { view: VendorsView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  function go(): void {
    const read = readSheetNumber(typed)
    const line = view.sheets.find(
      (one) => read.kind === 'number' && one.number === printedSheetNumber(one.sheet) && one.number.replace('-', '') === read.number,
    )
    setIsWrong(line === undefined)
    if (line) void navigate({ to: '/f/$facility/vendors/$sheet/reply', params: { facility, sheet: line.sheet } })
  }
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <Field label={t('asking.find')} help={t('asking.find.help')} wrong={isWrong ? t('asking.find.wrong') : undefined}>
        {(props) => <input {...props} autoComplete="off" maxLength={40} value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <button type="submit" className="button">
        {t('asking.find.go')}
      </button>
    </form>
  )
}

const dayFields = {
  'chase-up': 'chaseUpDays',
  phone: 'phoneDays',
  'second-contact': 'secondContactDays',
  'head-letter': 'headLetterDays',
  notice: 'noticeDays',
} as const satisfies Readonly<Record<string, keyof Facility>>

function PlanDays({ view, facility }: { view: VendorsView; facility: Versioned<Facility> }) {
  const { t, say } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  if (!mayWrite) return null
  return (
    <details className="small">
      <summary>{t('asking.days')}</summary>
      <div className="stack">
        <p>{t('asking.days.says')}</p>
        {Object.entries(dayFields).map(([id, field]) => {
          const step = view.plan.find((one) => one.id === id)
          return (
            step && (
              <SavedLine
                key={id}
                label={t('asking.days.of', { step: say(step.title) })}
                help={say(step.reason)}
                inputMode="numeric"
                maxLength={3}
                value={String(step.days)}
                save={(typed) => {
                  const days = Number((typed ?? '').normalize('NFKC'))
                  const isDays = Number.isInteger(days) && days >= 1 && days <= 365
                  if (isDays || typed === undefined)
                    void saver.save([setFields('facility', facility, { [field]: isDays ? days : undefined })])
                }}
              />
            )
          )
        })}
      </div>
    </details>
  )
}
