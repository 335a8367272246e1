import type { DamageView } from '@mimamori/contract'
import { yenInWords } from '@mimamori/domain'
import type { Damage } from '@mimamori/money'
import { useWords } from '../../text/words.tsx'

/** The mean of a year by head of loss, and what of it is lost in the end where the margin alone counts. */
export function HeadsCard({
  damage: { before, after },
  heads,
  isPlanned,
}: {
  damage: Damage
  heads: DamageView['lossHeads']
  isPlanned: boolean
}) {
  const { t, lang, say } = useWords()
  const shown = heads.filter(({ id }) => (before.heads[id] ?? 0) > 0)
  const row = (name: string, now: number, then: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="right">{yenInWords(now, lang)}</td>
      {isPlanned && <td className="right">{yenInWords(then, lang)}</td>}
    </tr>
  )
  return (
    <section className="card stack" aria-label={t('money.heads.title')}>
      <h2>{t('money.heads.title')}</h2>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('money.heads.head')}</th>
              <th scope="col" className="right">
                {t('money.curve.now')}
              </th>
              {isPlanned && (
                <th scope="col" className="right">
                  {t('money.curve.planned')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name }) => row(say(name), before.heads[id] ?? 0, after.heads[id] ?? 0))}
            {row(t('money.heads.sum'), before.meanYen, after.meanYen)}
            {row(t('money.heads.net'), before.netMeanYen, after.netMeanYen)}
          </tbody>
        </table>
      </div>
    </section>
  )
}
