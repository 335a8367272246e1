import { type AssetRow, type AssetsView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { announce } from '../../ui/say.tsx'
import { usePrinting } from '../../ui/use-printing.ts'
import { AssetFilters } from './asset-filters.tsx'
import { AssetTable } from './asset-table.tsx'
import { EditMany } from './edit-many.tsx'
import { type ListSearch, narrowingOf } from './list-search.ts'
import { NewAsset } from './new-asset.tsx'
import { PartLinks } from './register-page.tsx'
import { useList } from './use-list.ts'
import './assets.css'

const here = getRouteApi('/f/$facility/assets')

/** 資産台帳: the devices, what is still to be looked at among them, and the ways to change many at once. */
export function AssetList() {
  const { t } = useWords()
  const facility = useFacilityId()
  const search = here.useSearch()
  const view = useList(facility, search)
  const beside = view.data && t('assets.beside', { count: countOf(view.data, 'listed') })
  return (
    <Page className="wide" title={t('nav.assets')} beside={beside} tools={<Tools search={search} />}>
      <div className="stack">
        <PartLinks />
        <Loaded query={view}>{(loaded) => <Content view={loaded} search={search} />}</Loaded>
      </div>
    </Page>
  )
}

function countOf(view: AssetsView, state: AssetsView['states'][number]['state']): number {
  return view.states.find((each) => each.state === state)?.count ?? 0
}

function Tools({ search }: { search: ListSearch }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayImport = useMay('import:write')
  const narrowing = narrowingOf(search) as object // what the address holds was read as the route wants it
  const { group } = search
  return (
    <>
      <SavedNote />
      {mayImport && (
        <Link className="button low" to="/f/$facility/import" params={{ facility }} search={{ as: 'devices' }}>
          {t('assets.read')}
        </Link>
      )}
      <Link className="button low" to="/f/$facility/asset-drift" params={{ facility }}>
        {t('drift.title')}
      </Link>
      <DownloadButton
        route={routes.assetsFile}
        input={{ params: { facility }, query: { ...narrowing, lang } }}
        name="assets.xlsx"
        look="button low"
      >
        {t('assets.excel')}
      </DownloadButton>
      <DownloadButton
        route={routes.assetPaper}
        input={{ params: { facility, paper: 'list' }, query: { format: 'pdf', lang, ...narrowing, ...(group && { group }) } }}
        name="assets.pdf"
        look="button low"
      >
        {t('assets.print')}
      </DownloadButton>
    </>
  )
}

function Content({ view, search }: { view: AssetsView; search: ListSearch }) {
  const { t } = useWords()
  const printing = usePrinting()
  const mayWrite = useMay('facility:write')
  const [chosen, setChosen] = useState<ReadonlyMap<string, AssetRow>>(new Map())
  function toggle(row: AssetRow): void {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  function choose(rows: readonly AssetRow[]): void {
    setChosen(new Map(rows.map((row) => [row.id, row])))
    announce(t('assets.chosen', { count: rows.length }))
  }
  if (view.total === 0)
    return (
      <>
        <ToDo view={view} />
        <Nothing />
        {mayWrite && <NewAsset />}
      </>
    )
  return (
    <>
      <ToDo view={view} />
      <AssetFilters view={view} search={search} />
      {mayWrite && chosen.size > 0 && <EditMany view={view} search={search} chosen={chosen} choose={choose} />}
      {printing && <p>{t('assets.printed')}</p>}
      {view.matching === 0 ? (
        <p className="card">{t('assets.noMatch')}</p>
      ) : (
        <AssetTable view={view} search={search} chosen={chosen} toggle={toggle} />
      )}
      {mayWrite && <NewAsset />}
    </>
  )
}

/** Nothing listed yet: one sentence, one way to begin. */
function Nothing() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <div className="card stack">
      <h2>{t('assets.none')}</h2>
      <p>{t('assets.none.says')}</p>
      <p>
        <Link className="button filled" to="/f/$facility/import" params={{ facility }} search={{ as: 'devices' }}>
          {t('assets.read')}
        </Link>
      </p>
    </div>
  )
}

/** What a person has to look at, above the list. */
function ToDo({ view }: { view: AssetsView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const unlisted = countOf(view, 'unlisted')
  if (unlisted === 0 && view.questions === 0) return null
  return (
    <div className="row no-print">
      {unlisted > 0 && (
        <Link className="button low" to="/f/$facility/unlisted" params={{ facility }}>
          {t('assets.toUnlisted', { count: unlisted })}
        </Link>
      )}
      {view.questions > 0 && (
        <Link className="button low" to="/f/$facility/asset-conflicts" params={{ facility }}>
          {t('assets.toConflicts')}
        </Link>
      )}
    </div>
  )
}
