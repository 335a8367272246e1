import { type AssetView, routes } from '@mimamori/contract'
import type { AssetId } from '@mimamori/domain'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { StillRight } from '../../frame/still-right.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { assetFields } from './asset-fields.ts'
import { AssetSide } from './asset-side.tsx'
import { AssetSoftware } from './asset-software.tsx'
import { Claims } from './claims.tsx'
import { factNames, factWords, useFactWords } from './fact-words.ts'
import { LastSeen } from './last-seen.tsx'
import { MergeWith } from './merge-with.tsx'
import { MergedHere } from './merged-here.tsx'
import { namesOf } from './names.ts'
import { RecordForm } from './record-form.tsx'
import { Retire } from './retire-form.tsx'
import { chipsOf } from './states.ts'
import { Back } from './unlisted.tsx'
import './assets.css'

const here = getRouteApi('/f/$facility/assets/$asset')

/** One device: what is known of it, who says so and when, and what hangs on it. */
export function AssetPage() {
  const { t } = useWords()
  const { asset } = here.useParams()
  const view = useView(routes.asset, useFacilityId(), { params: { asset } })
  return (
    <Page step={asset} title={view.data?.asset.record.name ?? t('nav.assets')} above={<Back />} tools={<SavedNote />} className="asset">
      <Loaded query={view}>{(loaded) => <Content key={asset} view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: AssetView }) {
  const mayWrite = useMay('facility:write')
  return (
    <div className="two">
      <div className="stack loose">
        <Standing view={view} />
        <Facts view={view} />
        <Claims view={view} />
        <AssetSoftware view={view} />
        <MergedHere view={view} />
        {mayWrite && <Same view={view} />}
      </div>
      <AssetSide view={view} />
    </div>
  )
}

/** Its state in a word, and what to do first where nobody has listed it. */
function Standing({ view }: { view: AssetView }) {
  const { t } = useWords()
  const act = useUndoable()
  const mayWrite = useMay('facility:write')
  const { record } = view.asset
  const chips = chipsOf(view.row.states)
  return (
    <div className="stack">
      <p className="row">
        {chips.map((state) => (
          <StateChip key={state} state={state} />
        ))}
        <span className="small second">
          {t('assets.lastSeen')} <LastSeen seen={view.row.lastSeen} />
        </span>
      </p>
      {record.unlisted === 'yes' && mayWrite && (
        <div className="box-note stack">
          <p>{t('asset.unlisted')}</p>
          <p className="row">
            <button
              type="button"
              className="button filled"
              onClick={() => act([setFields('assets', view.asset, { unlisted: undefined })], t('unlisted.listed', { name: record.name }))}
            >
              {t('unlisted.list')}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}

/** The facts as they count, and the form behind them. */
function Facts({ view }: { view: AssetView }) {
  const { t, say } = useWords()
  const mayWrite = useMay('facility:write')
  const asset = useRecord('assets', view.asset)
  const factOf = useFactWords()
  const named = useView(routes.register, useFacilityId(), { params: { part: 'lines' }, query: { limit: 1 } })
  const known = factNames.flatMap((field) => {
    const value = factOf(view, field)
    return value === undefined ? [] : [{ field, value }]
  })
  return (
    <section className="card stack">
      <h2>{t('asset.facts')}</h2>
      {known.length === 0 && <p className="second">{t('unlisted.nothingKnown')}</p>}
      <dl className="facts">
        {known.map(({ field, value }) => (
          <div className="fact" key={field}>
            <dt>{t(factWords[field])}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <StillRight slice="assets" of={asset} />
      {mayWrite && (
        <details className="small">
          <summary>{t('asset.edit')}</summary>
          {named.data && <RecordForm slice="assets" of={asset} fields={assetFields} names={namesOf(named.data.names, say)} />}
        </details>
      )}
    </section>
  )
}

/** This device stands in the register twice, or is gone. */
function Same({ view }: { view: AssetView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const { id, name } = view.asset.record
  function merged(keep: AssetId): void {
    setOpen(false)
    if (keep !== id) void navigate({ to: '/f/$facility/assets/$asset', params: { facility, asset: keep } })
  }
  if (open) return <MergeWith gone={{ id, name }} back={() => setOpen(false)} merged={merged} />
  return (
    <div className="row no-print">
      <button type="button" className="button low" onClick={() => setOpen(true)}>
        {t('assetMerge.open')}
      </button>
      <Retire
        devices={[{ id, name, version: view.asset.version }]}
        done={() => void navigate({ to: '/f/$facility/assets', params: { facility } })}
      />
    </div>
  )
}
