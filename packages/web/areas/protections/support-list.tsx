import type { ProtectionTableView } from '@mimamori/contract'
import { publishedInWords } from '@mimamori/money'
import { useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { shortDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'

type Line = ProtectionTableView['support'][number]

const kindWords: Readonly<Record<Line['kind'], PlainKey>> = {
  subsidy: 'support.subsidy',
  fee: 'support.fee',
  grant: 'support.grant',
  service: 'support.service',
}

const windowWords: Readonly<Record<Line['window'], PlainKey>> = {
  open: 'support.window.open',
  'not-yet': 'support.window.notYet',
  ended: 'support.window.ended',
  unknown: 'support.window.unknown',
}

/** Schemes of support, those that may fit today; the rest is a step away. */
export function SupportList({ support }: Pick<ProtectionTableView, 'support'>) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const now = support.filter(({ fits, window }) => fits !== 'no' && (window === 'open' || window === 'unknown'))
  const shown = all ? support : now
  return (
    <section className="stack" aria-labelledby="protection-support">
      <h2 id="protection-support">{t('support.title')}</h2>
      <p className="small second">{t('support.says')}</p>
      {shown.length === 0 ? <p className="card">{t('support.none')}</p> : null}
      <ul className="plain-list stack">
        {shown.map((line) => (
          <SupportCard key={line.id} line={line} />
        ))}
      </ul>
      {now.length < support.length && (
        <p>
          <button type="button" className="button low" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('support.less') : t('support.more', { count: support.length - now.length })}
          </button>
        </p>
      )}
    </section>
  )
}

function SupportCard({ line }: { line: Line }) {
  const { t, say, lang } = useWords()
  const { from, until } = line
  const days = from !== undefined || until !== undefined
  return (
    <li className="card stack">
      <h3>
        {say(line.name)} <Doubt confidence={line.confidence} />
      </h3>
      <p className="small">
        {t('support.from', { kind: t(kindWords[line.kind]), payer: say(line.payer) })} {t(windowWords[line.window])}
        {days &&
          t('support.days', {
            from: from === undefined ? '' : shortDate(from, lang),
            until: until === undefined ? '' : shortDate(until, lang),
          })}
      </p>
      <ul>
        {line.pays.map((pay) => (
          <li key={pay.ja}>{say(pay)}</li>
        ))}
      </ul>
      <dl className="conditions">
        {line.conditions.map(({ says, holds }) => (
          <div key={says.ja} className="row">
            <dt>{say(says)}</dt>
            <dd>
              <StateChip state={holds} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {line.papers.length === 0 ? t('support.papers.ask') : t('support.papers', { papers: line.papers.map(say).join(t('list.comma')) })}
      </p>
      <p className="small second">
        {say(line.note)} {t('support.dated', { dated: publishedInWords(line.dated, lang) })}
      </p>
    </li>
  )
}
