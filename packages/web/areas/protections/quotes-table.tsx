import type { ProtectionTableView } from '@mimamori/contract'
import { groupedYen } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { Sign } from '../../ui/sign.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { chipOf } from './states.ts'

/** The three published quotes against the eight protections: a lower price may only cover less. */
export function QuotesTable({ table }: { table: ProtectionTableView }) {
  const { t, say } = useWords()
  return (
    <section className="stack" aria-labelledby="protection-quotes">
      <h2 id="protection-quotes">{t('protection.quotes')}</h2>
      <p className="small second">{t('protection.quotes.says')}</p>
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('protection.quotes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('protection.which')}</th>
              <th scope="col">{t('protection.ours')}</th>
              {table.quotes.map(({ id, name }) => (
                <th scope="col" key={id}>
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.protections.map(({ id, name, state }) => (
              <tr key={id}>
                <th scope="row">{say(name)}</th>
                <td data-name={t('protection.ours')}>
                  <StateChip state={chipOf[state]} />
                </td>
                {table.quotes.map((quote) => (
                  <td key={quote.id} data-name={t('protection.quoteOf', { id: quote.id })}>
                    <Brings isHole={quote.holes.includes(id)} />
                  </td>
                ))}
              </tr>
            ))}
            <Prices quotes={table.quotes} />
          </tbody>
        </table>
      </div>
      <ul className="small">
        {table.quotes.map(({ id, name, note, page }) => (
          <li key={id}>{t('protection.quote.note', { name: say(name), note: say(note), page })}</li>
        ))}
      </ul>
    </section>
  )
}

function Brings({ isHole }: { isHole: boolean }) {
  const { t } = useWords()
  return (
    <span className={isHole ? 'brings hole' : 'brings'}>
      <Sign name={isHole ? 'cross' : 'circle'} /> {t(isHole ? 'protection.hole' : 'protection.brings')}
    </span>
  )
}

function Prices({ quotes }: Pick<ProtectionTableView, 'quotes'>) {
  const { t } = useWords()
  return (
    <tr className="sum">
      <th scope="row">{t('protection.price')}</th>
      <td />
      {quotes.map(({ id, minYen, maxYen, openUpper }) => {
        const [min, max] = [groupedYen(minYen), groupedYen(maxYen)]
        const range = minYen === maxYen ? t('protection.yen', { yen: min }) : t('protection.range', { min, max })
        return (
          <td key={id} data-name={t('protection.quoteOf', { id })}>
            {range} {openUpper && <span className="small">{t('protection.open')}</span>}
          </td>
        )
      })}
    </tr>
  )
}
