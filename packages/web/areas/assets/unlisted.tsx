import { type AssetRow, type AssetsView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { takeIn } from './many.ts'
import { NothingLeft } from './nothing-left.tsx'
import { UnlistedCard } from './unlisted-card.tsx'
import './assets.css'

/** As many as are shown at once; the others come up as these are settled. */
const most = 50

/** 「台帳にない機器」: what a scan has seen and nobody has listed, taken into the register one by one or many at once. */
export function Unlisted() {
  const { t } = useWords()
  const view = useView(routes.assets, useFacilityId(), { query: { state: 'unlisted', limit: most } })
  const title = view.data ? t('unlisted.count', { count: view.data.matching }) : t('unlisted.title')
  return (
    <Page className="column" title={t('unlisted.title')} heading={title} above={<Back />} tools={<SavedNote />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

/** The way back to the list. */
export function Back() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="small trail no-print">
      <Link to="/f/$facility/assets" params={{ facility }}>
        {t('nav.assets')}
      </Link>
    </p>
  )
}

function Content({ view }: { view: AssetsView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const act = useUndoable()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const rows = view.rows.filter(({ id }) => chosen.includes(id))
  function take(of: readonly AssetRow[]): void {
    act(takeIn(of), t('assets.takenIn', { count: of.length }))
    setChosen([])
  }
  if (view.rows.length === 0) return <NothingLeft says={t('unlisted.none')} />
  return (
    <div className="stack">
      <p>{t('unlisted.says')}</p>
      {mayWrite && (
        <p className="row">
          <button type="button" className="button low" onClick={() => setChosen(view.rows.map(({ id }) => id))}>
            {t('unlisted.chooseAll', { count: view.rows.length })}
          </button>
          {rows.length > 0 && (
            <>
              <button type="button" className="button low filled" onClick={() => take(rows)}>
                {t('assets.takeIn', { count: rows.length })}
              </button>
              <button type="button" className="text-button small" onClick={() => setChosen([])}>
                {t('assets.chooseNone')}
              </button>
            </>
          )}
        </p>
      )}
      {view.rows.map((row) => (
        <UnlistedCard
          key={row.id}
          row={row}
          isChosen={chosen.includes(row.id)}
          toggle={() => setChosen(chosen.includes(row.id) ? chosen.filter((id) => id !== row.id) : [...chosen, row.id])}
        />
      ))}
      {view.matching > view.rows.length && <p className="source">{t('unlisted.more', { count: view.matching - view.rows.length })}</p>}
    </div>
  )
}
