import { wholeYen, yenInWords } from '@mimamori/domain'
import type { SchemeOfLine, SideOfPlan, SupportedLine, SupportVerdict } from '@mimamori/money'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { shortDate } from '../../ui/show-date.ts'

/** Own money of a line of the plan; it opens to what is paid once and each year, and to the schemes that serve it. */
export function SupportOfLine({ line: { oneOff, perYear, schemes } }: { line: SupportedLine }) {
  const { t, lang } = useWords()
  const own = { once: yenInWords(oneOff.ownYen, lang), yearly: yenInWords(perYear.ownYen, lang) }
  const says = perYear.costYen === 0 ? 'money.support.ownOnce' : oneOff.costYen === 0 ? 'money.support.ownYearly' : 'money.support.own'
  return (
    <details className="small money-support">
      <summary>{t(says, own)}</summary>
      <dl className="facts">
        {oneOff.costYen > 0 && <Side name={t('money.support.once')} side={oneOff} />}
        {perYear.costYen > 0 && <Side name={t('money.support.yearly')} side={perYear} />}
      </dl>
      {schemes.length === 0 ? (
        <p>{t('money.support.none')}</p>
      ) : (
        <ul className="plain-list stack">
          {schemes.map((one) => (
            <Scheme key={one.standing.scheme.id} one={one} />
          ))}
        </ul>
      )}
    </details>
  )
}

function Side({ name, side: { costYen, borneYen, ownYen } }: { name: string; side: SideOfPlan }) {
  const { t, lang } = useWords()
  const said = { cost: wholeYen(costYen, lang), borne: wholeYen(borneYen, lang), own: wholeYen(ownYen, lang) }
  return (
    <>
      <dt>{name}</dt>
      <dd>{t('money.support.side', said)}</dd>
    </>
  )
}

const verdictWords: Readonly<Record<Exclude<SupportVerdict, 'bears'>, PlainKey>> = {
  may: 'money.support.may',
  nothing: 'money.support.nothing',
  closed: 'money.support.closed',
  no: 'money.support.no',
  other: 'money.support.other',
}

const windowWords = {
  open: 'support.window.open',
  'not-yet': 'support.window.notYet',
  ended: 'support.window.ended',
  unknown: 'support.window.unknown',
} as const satisfies Record<SchemeOfLine['standing']['window'], PlainKey>

function Scheme({ one }: { one: SchemeOfLine }) {
  const { t, say, lang } = useWords()
  const { scheme, window } = one.standing
  const { from, until } = scheme
  const hasDays = from !== undefined || until !== undefined
  const days = { from: from === undefined ? '' : shortDate(from, lang), until: until === undefined ? '' : shortDate(until, lang) }
  return (
    <li>
      <strong>{say(scheme.name)}</strong> <Doubt confidence={scheme.confidence} /> <Verdict one={one} />
      <span className="source under">
        {scheme.amounts.map(({ says }) => say(says)).join(t('list.comma'))} {t(windowWords[window])}
        {hasDays && t('support.days', days)}{' '}
        {scheme.papers.length === 0
          ? t('support.papers.ask')
          : t('support.papers', { papers: scheme.papers.map(say).join(t('list.comma')) })}
      </span>
    </li>
  )
}

/** What it is to this line, and the facts that decide. */
function Verdict({ one: { verdict, yen, years, deciding, open } }: { one: SchemeOfLine }) {
  const { t, say, lang } = useWords()
  const told = wholeYen(yen, lang)
  if (verdict === 'bears') {
    return (
      <span>{years === undefined ? t('money.support.bears', { yen: told }) : t('money.support.bearsYears', { yen: told, years })}</span>
    )
  }
  const openWords = { days: t('money.support.openDays'), amount: t('money.support.openAmount') } as const
  const facts = [...deciding.map(({ says }) => say(says)), ...open.map((each) => openWords[each])].join(t('list.comma'))
  return (
    <span>
      {t(verdictWords[verdict])}
      {verdict === 'may' && facts !== '' && t('money.support.ask', { facts })}
      {verdict === 'no' && facts !== '' && t('money.support.because', { facts })}
    </span>
  )
}

/** Of the whole plan: what schemes bear and what is left, once and each year. */
export function SupportTotal({ oneOff, perYear }: { oneOff: SideOfPlan; perYear: SideOfPlan }) {
  const { t, lang } = useWords()
  const own = { once: yenInWords(oneOff.ownYen, lang), yearly: yenInWords(perYear.ownYen, lang) }
  const borneYen = oneOff.borneYen + perYear.borneYen
  const borne = { once: yenInWords(oneOff.borneYen, lang), yearly: yenInWords(perYear.borneYen, lang) }
  return (
    <p className="small">
      {t('money.support.own', own)} {borneYen > 0 ? t('money.support.borne', borne) : t('money.support.noneBorne')}
    </p>
  )
}
