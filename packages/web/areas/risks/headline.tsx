import type { MatrixRow } from '@mimamori/domain'
import { useWords, type Words } from '../../text/words.tsx'
import { urgentOf } from './lists.ts'

/** The answer before all lists: what is open and may stop care, what to look at first, how the rest stands. */
export function Headline({ rows }: { rows: readonly MatrixRow[] }) {
  const words = useWords()
  const { t, say } = words
  const urgent = urgentOf(rows)
  const [first] = urgent
  const count = (is: (row: MatrixRow) => boolean) => rows.filter(is).length
  return (
    <section className={urgent.length > 0 ? 'card risk-headline urgent' : 'card risk-headline'} aria-label={t('risks.headline.label')}>
      <p className="main">{mainWords(words, rows)}</p>
      {first && <p>{t('risks.headline.first', { risk: say(first.name) })}</p>}
      <p className="small second">
        {t('risks.headline.rest', {
          standIn: count(({ state }) => state === 'stand-in'),
          borne: count(({ standing }) => standing.borne !== undefined),
          unknown: count(({ state }) => state === 'unknown'),
        })}
      </p>
    </section>
  )
}

function mainWords({ t }: Words, rows: readonly MatrixRow[]): string {
  const care = urgentOf(rows).length
  if (care > 0) return t('risks.headline.care', { count: care })
  const open = rows.filter(({ state, standing }) => state === 'open' && standing.borne === undefined).length
  if (open > 0) return t('risks.headline.open', { count: open })
  const unknown = rows.filter(({ state }) => state === 'unknown').length
  return unknown > 0 ? t('risks.headline.unknown', { count: unknown }) : t('risks.headline.calm')
}
