import type { DamageView } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import { type BoardFigure, type EffectReason, publishedInWords, spreadInWords } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { assumptionLines, byWords } from './assumption-words.ts'
import type { NotesTold } from './board-sheet.tsx'

const takesWords = {
  frequency: 'money.board.effect.frequency',
  days: 'money.board.effect.days',
  cost: 'money.board.effect.cost',
} as const

function stateOf({ state, isPlanned }: EffectReason): PlainKey {
  if (isPlanned) return 'money.board.effect.planned'
  return state === 'partly' ? 'money.board.effect.partly' : 'money.board.effect.inPlace'
}

/** What a scenario is called, by its id. */
export function useScenarioName({ world }: DamageView): (id: string) => string {
  const { say } = useWords()
  return (id) => say(byId(world.lossScenarios, id)?.name ?? { ja: id, en: id })
}

/** What the controls that stand, and those of the plan, took away of this figure. */
export function BoardEffects({ of, told: { view, reasons } }: { of: BoardFigure; told: NotesTold }) {
  const { t, lang } = useWords()
  const scenario = useScenarioName(view)
  const effects = reasons.effects.filter(({ figures }) => figures.includes(of))
  if (effects.length === 0) return null
  return (
    <details className="small">
      <summary>{t('money.board.effects', { count: effects.length })}</summary>
      <p>{t('money.board.effectsSay')}</p>
      <ul>
        {effects.map((one) => (
          <li key={`${one.control} ${one.on} ${one.share.best}`}>
            {view.names[one.control]?.[lang] ?? one.control} — {t(stateOf(one))}{' '}
            {t(takesWords[one.on], { share: spreadInWords(one.share, 'share', lang) })}{' '}
            <span className="source">{one.scenarios.map(scenario).join(t('list.comma'))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The assumptions that made this figure, and no others: value with its ends, where it is from, of which day, how sure. */
export function BoardAssumptions({ of, told: { view, reasons } }: { of: BoardFigure; told: NotesTold }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const lines = assumptionLines(view).filter(({ here }) => reasons.assumptions.get(here.id)?.includes(of))
  if (lines.length === 0) return null
  return (
    <details className="small">
      <summary>{t('money.board.assumptions', { count: lines.length })}</summary>
      <ul>
        {lines.map(({ parameter, here, stated }) => {
          const isUsual = here.by === 'class' || here.by === 'default'
          return (
            <li key={here.id}>
              <Link to="/f/$facility/money/assumptions" params={{ facility }} hash={here.id}>
                {say(parameter.name)}
              </Link>{' '}
              {spreadInWords(here.value, here.unit, lang)}{' '}
              <span className="source">
                {t(byWords[here.by])}
                {isUsual &&
                  ` ${t('money.assumptions.dated', { date: publishedInWords(parameter.dated, lang) })} ${parameter.sources.map((id) => view.names[id]?.[lang] ?? id).join(t('list.comma'))} `}
                {isUsual && <Doubt confidence={parameter.confidence} />}
                {stated?.record.because}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
