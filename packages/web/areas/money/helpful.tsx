import type { DamageView } from '@mimamori/contract'
import { byId, yenRangeInWords } from '@mimamori/domain'
import type { Damage } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

interface HelpfulParts {
  readonly damage: Damage
  readonly names: DamageView['names']
  readonly parameters: DamageView['parameters']
  /** In place of the three numbers, where nothing of the facility's own is known. */
  readonly isFirst?: boolean
}

/** What would tell most about the expected damage, and where to say it. */
export function Helpful({ damage: { mostHelpful }, names, parameters, isFirst = false }: HelpfulParts) {
  const { t, lang, say } = useWords()
  const facility = useFacilityId()
  if (mostHelpful.length === 0) return null
  const nameOf = (id: string) => names[id]?.[lang] ?? say(byId(parameters, id)?.name ?? { ja: id, en: id })
  return (
    <section className="card stack" aria-label={t('money.helps')}>
      {isFirst && <p>{t('money.noNumbers')}</p>}
      <h2>{t('money.helps')}</h2>
      <ol>
        {mostHelpful.map(({ id, lowYen, highYen }) => (
          <li key={id}>{t('money.helps.swing', { name: nameOf(id), range: yenRangeInWords({ low: lowYen, high: highYen }, lang) })}</li>
        ))}
      </ol>
      <p className="row no-print">
        <Link to="/f/$facility/money/figures" params={{ facility }}>
          {t('money.helps.state')}
        </Link>
        <Link to="/f/$facility/checklist" params={{ facility }}>
          {t('money.helps.checklist')}
        </Link>
      </p>
    </section>
  )
}
