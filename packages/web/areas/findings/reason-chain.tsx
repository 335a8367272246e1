import type { FindingView } from '@mimamori/contract'
import { daysBetween, readDate } from '@mimamori/domain'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { Sign } from '../../ui/sign.tsx'

/** One fact per step, in order, with its source and age; what the finding would stand without comes last, unnumbered. */
export function ReasonChain({ reasons }: { reasons: FindingView['reasons'] }) {
  const { t, say } = useWords()
  const chain = reasons.filter((reason) => !reason.aside)
  const asides = reasons.filter((reason) => reason.aside)
  return (
    <>
      <ol className="steps">
        {chain.map((reason, at) => (
          <li key={reason.text.ja}>
            <span className="disc" aria-hidden="true">
              {at + 1}
            </span>
            <div>
              <p>{say(reason.text)}</p>
              {reason.source && <SourceLine source={reason.source} />}
            </div>
          </li>
        ))}
      </ol>
      {asides.length > 0 && (
        <div className="therefore">
          <strong>{t('finding.also')}</strong>
          <ul>
            {asides.map((reason) => (
              <li key={reason.text.ja}>{say(reason.text)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const monthDays = 30

function SourceLine({ source }: { source: NonNullable<FindingView['reasons'][number]['source']> }) {
  const { t, lang } = useWords()
  const today = readDate(useToday())
  const seen = readDate(source.seenOn)
  const months = today && seen ? Math.floor(daysBetween(seen, today) / monthDays) : 0
  return (
    <p className="source">
      {t('finding.source', { name: source.name, date: plainDate(source.seenOn, lang) })}{' '}
      {months >= 12 && (
        <span className="chip age">
          <Sign name="clock" /> {t('age', { years: Math.floor(months / 12), months: months % 12 })}
        </span>
      )}
    </p>
  )
}
