import { type RiskView, routes } from '@mimamori/contract'
import { date, lacksOf, standingOfDecision } from '@mimamori/domain'
import { useState } from 'react'
import { removeRecord } from '../../data/changes.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords, type Words } from '../../text/words.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { AgreementForm } from './agreement-form.tsx'
import { agreementStates, kindWords, lackWords } from './words.ts'

type Versioned = RiskView['decisions'][number]

interface CardParts {
  readonly decision: Versioned
  readonly vendors: RiskView['vendors']
  readonly today: string
}

/** One agreement: what was asked, the answer, what is left, who signed, until when, and what it still lacks. */
export function AgreementCard({ decision, vendors, today }: CardParts) {
  const words = useWords()
  const { t } = words
  const mayWrite = useMay('facility:write')
  const [isOpen, setIsOpen] = useState(false)
  const { record } = decision
  const vendor = vendors.find(({ id }) => id === record.vendor)?.name
  return (
    <article className="card stack agreement">
      <p className="row">
        <strong>{t(kindWords[record.kind])}</strong>
        <StateChip state={agreementStates[standingOfDecision(record, date(today))]} />
      </p>
      <h3>{vendor === undefined ? t('agreement.own') : t('agreement.with', { vendor })}</h3>
      <Facts record={record} />
      <p className={lacksOf(record).length > 0 ? 'small box-note' : 'small'}>{standingWords(words, record, today)}</p>
      <Papers id={record.id} hasVendor={record.vendor !== undefined} />
      {mayWrite && (
        <p className="row tight no-print">
          <button type="button" className="button low" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('agreement.edit')}
          </button>
          <Remove decision={decision} />
        </p>
      )}
      {mayWrite && isOpen && <AgreementForm decision={decision} done={() => setIsOpen(false)} />}
    </article>
  )
}

function Remove({ decision }: { decision: Versioned }) {
  const { t } = useWords()
  const undoable = useUndoable()
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => undoable([removeRecord('riskDecisions', decision)], t('agreement.removed'))}
    >
      {t('agreement.remove')}
    </button>
  )
}

function Facts({ record }: { record: Versioned['record'] }) {
  const { t, lang } = useWords()
  const on = (day: string | undefined) => (day === undefined ? '' : plainDate(day, lang))
  const lines = [
    ['agreement.asked', record.asked, on(record.askedOn)],
    ['agreement.answer', record.answer, on(record.answeredOn)],
    ['agreement.residual', record.residual, on(record.decidedOn)],
    ['agreement.facilityBy', record.facilityBy, ''],
    ['agreement.vendorBy', record.vendorBy, ''],
  ] as const
  return (
    <dl className="facts">
      {lines.map(([word, value, day]) =>
        value === undefined ? null : (
          <div key={word} className="fact">
            <dt>{t(word)}</dt>
            <dd>
              {value}
              {day !== '' && <span className="small second under">{day}</span>}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** Whether it counts and until when, or what is missing for it. */
function standingWords({ t, lang }: Words, record: Versioned['record'], today: string): string {
  const standing = standingOfDecision(record, date(today))
  const until = record.until === undefined ? '' : longDate(record.until, lang)
  if (standing === 'ended') return t('agreement.ended', { date: until })
  if (standing === 'borne') return t(record.vendor === undefined ? 'agreement.countsOwn' : 'agreement.counts', { date: until })
  return t('agreement.lacks', {
    fields: lacksOf(record)
      .map((field) => t(lackWords[field]))
      .join(t('list.comma')),
  })
}

function Papers({ id, hasVendor }: { id: string; hasVendor: boolean }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayMake = useMay('paper:make')
  if (!mayMake) return null
  const file = (kind: 'risk-letter' | 'risk-agreement') => ({ params: { facility, kind }, query: { format: 'pdf', lang, id } as const })
  return (
    <p className="row tight no-print">
      {hasVendor && (
        <DownloadButton route={routes.makePaper} input={file('risk-letter')} name="risk-letter.pdf" look="button low">
          {t('agreement.letter')}
        </DownloadButton>
      )}
      <DownloadButton route={routes.makePaper} input={file('risk-agreement')} name="risk-agreement.pdf" look="button low">
        {t('agreement.sheet')}
      </DownloadButton>
    </p>
  )
}
