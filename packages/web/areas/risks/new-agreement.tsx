import type { RiskView } from '@mimamori/contract'
import { date, entityId, type RiskAsking, type RiskDecision, type RiskDecisionId, type VendorId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { Select } from './select.tsx'
import { TextField } from './text-fields.tsx'
import { kindSays, kindWords } from './words.ts'

const kinds = Object.keys(kindWords) as RiskAsking[] // the keys of the table
const nobody = ''

/** Begins an agreement: of which kind, with whom, what is asked. The rest comes as it comes. */
export function NewAgreement({ risk, vendors }: { risk: string; vendors: RiskView['vendors'] }) {
  const { t } = useWords()
  const undoable = useUndoable()
  const today = date(useToday())
  const [vendor, setVendor] = useState(vendors[0]?.id ?? nobody)
  const [kind, setKind] = useState<RiskAsking>('confirm')
  const [asked, setAsked] = useState<string>()
  const [isMissing, setIsMissing] = useState(false)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(asked === undefined)
    if (asked === undefined) return
    const record: RiskDecision = {
      id: entityId<RiskDecisionId>(newId('decision')),
      risk,
      ...(vendor !== nobody && { vendor: entityId<VendorId>(vendor) }),
      kind,
      asked,
      askedOn: today,
    }
    undoable([addRecord('riskDecisions', record)], t('agreement.begun'))
    announce(t('agreement.begun'))
    setAsked(undefined)
  }

  return (
    <details className="card no-print">
      <summary>{t('agreement.new')}</summary>
      <form className="stack" noValidate onSubmit={submit} aria-label={t('agreement.new')}>
        <Select
          label={t('agreement.vendor')}
          choices={[...vendors.map(({ id, name }) => ({ value: id, name })), { value: nobody, name: t('agreement.vendor.none') }]}
          value={vendor}
          choose={setVendor}
        />
        <Select
          label={t('agreement.kind')}
          choices={kinds.map((value) => ({ value, name: t(kindWords[value]) }))}
          value={kind}
          choose={setKind}
        />
        <p className="small second">{t(kindSays[kind])}</p>
        <TextField label={t('agreement.asked')} value={asked} write={setAsked} />
        {isMissing && (
          <div role="alert">
            <FieldProblem id="agreement-missing">{t('agreement.missing')}</FieldProblem>
          </div>
        )}
        <p>
          <button type="submit" className="button">
            {t('agreement.begin')}
          </button>
        </p>
      </form>
    </details>
  )
}
