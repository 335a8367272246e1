import { type AssetDriftView, routes } from '@mimamori/contract'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { Back } from './unlisted.tsx'
import './assets.css'

const here = getRouteApi('/f/$facility/asset-drift')

/** 「前回との違い」: what came, went, moved and changed between two readings, in plain words. */
export function AssetDrift() {
  const { t } = useWords()
  const { before, after } = here.useSearch()
  const query = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  const view = useView(routes.assetDrift, useFacilityId(), { query })
  return (
    <Page title={t('drift.title')} above={<Back />} className="drift">
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: AssetDriftView }) {
  const { t, lang } = useWords()
  const { before, after } = view
  if (!before || !after)
    return (
      <div className="stack column">
        <p className="card">{t('drift.none')}</p>
        <Imports view={view} />
      </div>
    )
  const spell = ({ from, to }: { from: string; to: string }) =>
    from === to ? longDate(from, lang) : t('drift.days', { from: longDate(from, lang), to: longDate(to, lang) })
  const nothing = [view.added, view.gone, view.moved, view.changed].every((lines) => lines.length === 0)
  return (
    <div className="stack loose">
      <p>{t('drift.says', { before: spell(before), after: spell(after) })}</p>
      {nothing && <p className="card">{t('drift.same')}</p>}
      <Lines word="drift.added" lines={view.added} />
      <Lines word="drift.gone" lines={view.gone} note={t('drift.gone.says')} />
      <Lines word="drift.moved" lines={view.moved} />
      <Lines word="drift.changed" lines={view.changed} />
      <Imports view={view} />
    </div>
  )
}

/** What the heading of the section says already. */
const inHeading: readonly string[] = ['new', 'gone']

type CountedKey = 'drift.added' | 'drift.gone' | 'drift.moved' | 'drift.changed'

function Lines({ word, lines, note }: { word: CountedKey; lines: AssetDriftView['added']; note?: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  if (lines.length === 0) return null
  return (
    <section className="stack">
      <h2>{t(word, { count: lines.length })}</h2>
      {note !== undefined && <p className="small second">{note}</p>}
      <ul className="drift-lines">
        {lines.map((line) => (
          <li key={line.asset}>
            <span className="row">
              <Link to="/f/$facility/assets/$asset" params={{ facility, asset: line.asset }}>
                {line.name}
              </Link>
              {line.kindName && <span className="source">{say(line.kindName)}</span>}
              {line.unlisted && <StateChip state="unlisted" />}
            </span>
            <ul className="small">
              {line.says
                .filter((one) => !inHeading.includes(one.say))
                .map(({ text }) => (
                  <li key={text.ja}>{say(text)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which readings are compared; a person may choose others. */
function Imports({ view }: { view: AssetDriftView }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const navigate = useNavigate()
  if (view.imports.length === 0)
    return (
      <p>
        <Link className="button" to="/f/$facility/import" params={{ facility }} search={{ as: 'devices' }}>
          {t('assets.read')}
        </Link>
      </p>
    )
  function put(source: string, side: 'before' | 'after' | ''): void {
    const sides = new Map(view.imports.map((one) => [one.source, one.side]))
    sides.set(source, side === '' ? undefined : side)
    const of = (wanted: 'before' | 'after') => [...sides].filter(([, value]) => value === wanted).map(([id]) => id)
    const search = { before: of('before').join(','), after: of('after').join(',') }
    void navigate({ to: '/f/$facility/asset-drift', params: { facility }, search, replace: true, resetScroll: false })
  }
  return (
    <details className="no-print">
      <summary>{t('drift.choose')}</summary>
      <ul className="drift-imports">
        {view.imports.map((one) => (
          <li key={one.source} className="row">
            <span>
              {one.name}{' '}
              <span className="source">
                {t('drift.import', {
                  date: longDate(one.on, lang),
                  kinds: one.by.map(({ name }) => say(name)).join(t('list.comma')),
                  count: one.claims,
                })}
              </span>
            </span>
            <select
              className="short"
              aria-label={t('drift.sideOf', { name: one.name })}
              value={one.side ?? ''}
              onChange={(event) => {
                const { value } = event.target
                put(one.source, value === 'before' || value === 'after' ? value : '')
              }}
            >
              <option value="">{t('drift.side.none')}</option>
              <option value="before">{t('drift.side.before')}</option>
              <option value="after">{t('drift.side.after')}</option>
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
