import type { RiskView } from '@mimamori/contract'
import { date, type RiskAsking } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announce } from '../../ui/say.tsx'
import { changedTerms, termsOf } from './agreement-words.ts'
import { Select } from './select.tsx'
import { LineField, TextField } from './text-fields.tsx'
import { kindSays, kindWords } from './words.ts'

const kinds = Object.keys(kindWords) as RiskAsking[] // the keys of the table

/** All that an agreement holds, in one form; names under words that were changed are cleared with them. */
export function AgreementForm({ decision, done }: { decision: RiskView['decisions'][number]; done: () => void }) {
  const { t } = useWords()
  const undoable = useUndoable()
  const today = date(useToday())
  const { record } = decision
  const [terms, setTerms] = useState(() => termsOf(record))
  const write = (change: Partial<typeof terms>) => setTerms({ ...terms, ...change })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const { values, isUnsigned } = changedTerms(record, { ...terms, asked: terms.asked.trim() === '' ? record.asked : terms.asked })
    const says = t(isUnsigned ? 'agreement.unsigned' : 'agreement.kept')
    undoable([setFields('riskDecisions', decision, values)], says)
    announce(says)
    done()
  }

  return (
    <form className="stack no-print" noValidate onSubmit={submit} aria-label={t('agreement.edit')}>
      <Select
        label={t('agreement.kind')}
        choices={kinds.map((value) => ({ value, name: t(kindWords[value]) }))}
        value={terms.kind}
        choose={(kind) => write({ kind })}
      />
      <p className="small second">{t(kindSays[terms.kind])}</p>
      <TextField label={t('agreement.asked')} value={terms.asked} write={(asked) => write({ asked: asked ?? '' })} />
      <DateField label={t('agreement.asked.on')} value={terms.askedOn} today={today} save={(askedOn) => write({ askedOn })} />
      {record.vendor !== undefined && (
        <>
          <TextField label={t('agreement.answer')} value={terms.answer} write={(answer) => write({ answer })} />
          <DateField label={t('agreement.answer.on')} value={terms.answeredOn} today={today} save={(answeredOn) => write({ answeredOn })} />
        </>
      )}
      <TextField
        label={t('agreement.residual')}
        help={t('agreement.residual.help')}
        value={terms.residual}
        write={(residual) => write({ residual })}
      />
      <DateField label={t('agreement.decidedOn')} value={terms.decidedOn} today={today} save={(decidedOn) => write({ decidedOn })} />
      <DateField label={t('agreement.until')} value={terms.until} today={today} withToday={false} save={(until) => write({ until })} />
      <LineField label={t('agreement.facilityBy')} value={terms.facilityBy} write={(facilityBy) => write({ facilityBy })} />
      {record.vendor !== undefined && (
        <LineField label={t('agreement.vendorBy')} value={terms.vendorBy} write={(vendorBy) => write({ vendorBy })} />
      )}
      <p>
        <button type="submit" className="button">
          {t('agreement.keep')}
        </button>
      </p>
    </form>
  )
}
