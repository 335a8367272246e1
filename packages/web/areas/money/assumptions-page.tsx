import { type DamageView, routes } from '@mimamori/contract'
import { publishedInWords, spreadInWords } from '@mimamori/money'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { type AssumptionLine, assumptionLines, byWords } from './assumption-words.ts'
import { BackToMoney } from './back.tsx'
import { BackTests } from './back-tests.tsx'
import { ReplaceForm } from './replace-form.tsx'
import './money.css'

/** 前提: every figure that the damage is reckoned from, where it comes from, and a place for the facility's own. */
export function AssumptionsPage() {
  const { t } = useWords()
  const view = useView(routes.damage, useFacilityId())
  return (
    <Page className="wide" title={t('money.assumptions.title')} above={<BackToMoney />} tools={<SavedNote />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: DamageView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const lines = assumptionLines(view)
  const own = lines.filter(({ here }) => here.by === 'stated' || here.by === 'picture').length
  return (
    <div className="stack">
      <p>{t('money.assumptions.says', { count: lines.length, own })}</p>
      <p className="small">
        <Link to="/f/$facility/money/figures" params={{ facility }}>
          {t('money.assumptions.figures')}
        </Link>
      </p>
      <div className="table-frame">
        <table className="table as-cards money-assumptions">
          <thead>
            <tr>
              <th scope="col">{t('money.assumptions.input')}</th>
              <th scope="col">{t('money.assumptions.value')}</th>
              <th scope="col">{t('money.assumptions.from')}</th>
              <th scope="col">{t('money.assumptions.why')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <AssumptionRow key={line.parameter.id} line={line} names={view.names} />
            ))}
          </tbody>
        </table>
      </div>
      <BackTests tests={view.backTests} />
    </div>
  )
}

function AssumptionRow({ line, names }: { line: AssumptionLine; names: DamageView['names'] }) {
  const { t, lang, say } = useWords()
  const mayWrite = useMay('facility:write')
  const [isOpen, setIsOpen] = useState(false)
  const { parameter, here, stated } = line
  const isUsual = here.by === 'class' || here.by === 'default'
  return (
    <>
      <tr id={parameter.id}>
        <th scope="row">{say(parameter.name)}</th>
        <td data-name={t('money.assumptions.value')}>
          {spreadInWords(here.value, here.unit, lang)}
          {mayWrite && (
            <button type="button" className="text-button no-print" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t('money.replace')}
            </button>
          )}
        </td>
        <td data-name={t('money.assumptions.from')}>
          {t(byWords[here.by])}
          {isUsual && (
            <span className="source under">{t('money.assumptions.dated', { date: publishedInWords(parameter.dated, lang) })}</span>
          )}
        </td>
        <td data-name={t('money.assumptions.why')}>
          {here.by === 'stated' ? (stated?.record.because ?? '') : isUsual ? say(parameter.why) : t('money.assumptions.own')}
          {isUsual && (
            <span className="source under">
              {parameter.sources.map((id) => names[id]?.[lang] ?? id).join(t('list.comma'))} <Doubt confidence={parameter.confidence} />
            </span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className="no-print">
          <td colSpan={4}>
            <ReplaceForm line={line} done={() => setIsOpen(false)} />
          </td>
        </tr>
      )}
    </>
  )
}
