import type { ResponseView } from '@mimamori/contract'
import { date, daysBetween } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { UpdateLetter } from '../../frame/update-letter.tsx'
import { useWords, type Words } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { type Contradiction, contradictionOf } from './contradiction.ts'
import { Lower, mayBeLower } from './lower.tsx'
import { Progress } from './progress.tsx'
import { yenWords } from './row-words.ts'
import { notAffectedWords } from './step-words.ts'

/** How a response stands: where on its road, by what it is proven or what speaks against it, whose task it is, until when. */
export function Standing({ view }: { view: ResponseView }) {
  const words = useWords()
  const { t, lang } = words
  const { state, plannedOn, until, hasEnded, proof, proofConfidence, daysToClose, today, response } = view
  const contradiction = contradictionOf(view)
  const openDays = daysBetween(response.record.openedOn, date(today))
  return (
    <section className="card stack" aria-label={t('column.state')}>
      <p>
        <Progress state={state} plannedOn={plannedOn} />
      </p>
      {proof !== undefined && (
        <p>
          {t(proof === 'read-again' ? 'weak.closed.readAgain' : 'weak.closed.statement')}{' '}
          {daysToClose !== undefined && t('response.daysToClose', { days: daysToClose })}{' '}
          {proofConfidence !== undefined && proofConfidence < 1 && t('response.proof.sure', { percent: Math.round(proofConfidence * 100) })}
        </p>
      )}
      {proof === undefined && openDays > 0 && <p className="small second">{t('response.openDays', { days: openDays })}</p>}
      {until !== undefined && <p>{t(hasEnded ? 'response.untilEnded' : 'response.until', { date: longDate(until, lang) })}</p>}
      {contradiction && <p className="box-note">{contradictionWords(words, contradiction)}</p>}
      <Facts view={view} />
      {view.vendorName !== undefined && state !== 'proven' && <UpdateLetter of={response.record.id} />}
    </section>
  )
}

function contradictionWords({ t, lang }: Words, contradiction: Contradiction): string {
  switch (contradiction.kind) {
    case 'not-affected': {
      const { version, mayBothHold } = contradiction
      const reason = t(notAffectedWords[contradiction.reason])
      return t(mayBothHold ? 'response.contra.mayBoth' : 'response.contra.notAffected', { reason, version })
    }
    case 'proven':
      return t('response.contra.proven', { version: contradiction.version })
    case 'done': {
      const { said, version, readOn } = contradiction
      return t('response.contra.done', { said, version, date: longDate(readOn, lang) })
    }
  }
}

function Facts({ view: { costYen, vendorName, response, rows } }: { view: ResponseView }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const { dueOn, fixedVersion } = response.record
  const [row] = rows
  return (
    <dl className="facts">
      <dt>{t('column.who')}</dt>
      <dd>
        {vendorName ?? t('step.side.facility')}
        {row && <span className="small second under">{say(row.dutySays)}</span>}
        {row?.contract !== undefined && (
          <Link className="small" to="/f/$facility/register/$part" params={{ facility, part: 'contracts' }}>
            {t('wayOn.contract')}
          </Link>
        )}
      </dd>
      {fixedVersion !== undefined && (
        <>
          <dt>{t('response.fixedVersion')}</dt>
          <dd>{fixedVersion}</dd>
        </>
      )}
      {fixedVersion === undefined && row?.first.fixedVersion !== undefined && (
        <>
          <dt>{t('response.fixedVersion')}</dt>
          <dd>{t('response.fixedFirst', { version: row.first.fixedVersion })}</dd>
        </>
      )}
      {dueOn !== undefined && (
        <>
          <dt>{t('column.due')}</dt>
          <dd>{longDate(dueOn, lang)}</dd>
        </>
      )}
      {costYen !== undefined && (
        <>
          <dt>{t('step.cost')}</dt>
          <dd>{t('step.fact.cost', { yen: yenWords(costYen) })}</dd>
        </>
      )}
      {row?.isDue && mayBeLower(row) && (
        <>
          <dt>{t('response.lower')}</dt>
          <dd>
            <Lower row={row} />
          </dd>
        </>
      )}
    </dl>
  )
}
