import { type AssetConflict, type AssetConflictsView, type AssetDecision, routes } from '@mimamori/contract'
import { type AssetId, type ClaimId, entityId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { offerUndo } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { ClaimFacts, ClaimSource } from './claims.tsx'
import { ConflictFacts } from './conflict-facts.tsx'
import { NothingLeft } from './nothing-left.tsx'
import { Back } from './unlisted.tsx'
import './assets.css'

/** As many as are fetched at once: the next one is there when one is settled. */
const most = 50
/** Devices that have a key of their own. */
const mostKeys = 8

/** 「どちらの機器か確かめる」: what no rule may decide, one at a time, by mouse or by keys. */
export function AssetConflicts() {
  const { t } = useWords()
  const view = useView(routes.assetConflicts, useFacilityId(), { query: { limit: most } })
  const beside = view.data && view.data.total > 0 ? t('conflicts.left', { count: view.data.total }) : undefined
  return (
    <Page title={t('conflicts.title')} beside={beside} above={<Back />} className="conflicts">
      <Loaded query={view}>{(loaded) => <Queue view={loaded} />}</Loaded>
    </Page>
  )
}

function Queue({ view }: { view: AssetConflictsView }) {
  const { t } = useWords()
  const [at, setAt] = useState(0)
  const [first] = useState(view.conflicts[0]?.claim.record.id)
  const place = Math.min(at, Math.max(0, view.conflicts.length - 1))
  const conflict = view.conflicts[place]
  if (!conflict) return <NothingLeft says={t('conflicts.none')} />
  return (
    <OneConflict
      key={conflict.claim.record.id}
      isFirst={conflict.claim.record.id === first}
      conflict={conflict}
      place={place}
      of={view.conflicts.length}
      go={(to) => setAt((to + view.conflicts.length) % view.conflicts.length)}
    />
  )
}

interface OneProps {
  /** The one with which the page was opened: its heading takes no focus. */
  readonly isFirst: boolean
  readonly conflict: AssetConflict
  readonly place: number
  readonly of: number
  readonly go: (to: number) => void
}

function OneConflict({ isFirst, conflict, place, of, go }: OneProps) {
  const { t, say } = useWords()
  const mayWrite = useMay('facility:write')
  const { decide, isPending, error } = useDecide(conflict)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
  }, [isFirst])
  const { candidates } = conflict
  const keyed = candidates.slice(0, mostKeys)
  useKeys({
    ...(mayWrite &&
      Object.fromEntries(keyed.map(({ asset }, index) => [String(index + 1), () => decide({ as: 'same', asset: asset.record.id })]))),
    n: mayWrite ? () => decide({ as: 'new' }) : undefined,
    ArrowRight: () => go(place + 1),
    ArrowLeft: () => go(place - 1),
  })
  return (
    <div className="stack loose">
      <section className="stack">
        <h2 ref={heading} tabIndex={-1}>
          {t('conflicts.told', { source: say(conflict.byName) })}
        </h2>
        <p className="lead">{say(conflict.why)}</p>
        {candidates.length === 0 && <ClaimFacts claim={conflict.claim.record} />}
        <ClaimSource of={conflict} />
        {conflict.earlier.length > 0 && <Earlier conflict={conflict} />}
      </section>
      {error !== null && <Problem error={error} />}
      {mayWrite && (
        <fieldset disabled={isPending}>
          <legend className="field-name">{t('conflicts.which')}</legend>
          <div className="row decide">
            {candidates.map(({ asset }, index) => (
              <button key={asset.record.id} type="button" className="button" onClick={() => decide({ as: 'same', asset: asset.record.id })}>
                {t('conflicts.same', { name: asset.record.name })}
                {index < mostKeys && (
                  <span className="key" aria-hidden="true">
                    {index + 1}
                  </span>
                )}
              </button>
            ))}
            <button type="button" className="button" onClick={() => decide({ as: 'new' })}>
              {t('conflicts.new')}
              <span className="key" aria-hidden="true">
                N
              </span>
            </button>
          </div>
        </fieldset>
      )}
      {candidates.length > 0 && <ConflictFacts conflict={conflict} />}
      <p className="row">
        <button type="button" className="button low" onClick={() => go(place - 1)}>
          {t('conflicts.before')}
        </button>
        <button type="button" className="button low" onClick={() => go(place + 1)}>
          {t('conflicts.later')}
        </button>
        <span className="small second">{t('conflicts.place', { at: place + 1, of })}</span>
      </p>
      <p className="source key-hint">{t('conflicts.keys')}</p>
    </div>
  )
}

/** The same was read before: one decision is for all of it. */
function Earlier({ conflict: { earlier } }: { conflict: AssetConflict }) {
  const { t, say } = useWords()
  return (
    <details className="small">
      <summary>{t('conflicts.earlier', { count: earlier.length })}</summary>
      <ul className="stack tight">
        {earlier.map((one) => (
          <li key={one.claim.record.id}>
            {say(one.byName)} <ClaimSource of={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** As many as one act decides. */
const mostDecided = 500

type Said = { readonly as: 'same'; readonly asset: string } | { readonly as: 'new' }

/** Stores what a person decided, and offers the way back. */
function useDecide(conflict: AssetConflict) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const told = [conflict, ...conflict.earlier].slice(0, mostDecided)
  const decide = useMutation({
    mutationFn: (said: Said) => {
      const decisions = told.map(({ claim: { record, version } }): AssetDecision => {
        const about = { claim: entityId<ClaimId>(record.id), version }
        return said.as === 'new' ? { ...about, as: 'new' } : { ...about, as: 'same', asset: entityId<AssetId>(said.asset) }
      })
      return ask(routes.decideConflicts, { params: { facility }, body: { decisions } })
    },
    onSuccess: async (result, said) => {
      const name =
        said.as === 'same' ? (conflict.candidates.find(({ asset }) => asset.record.id === said.asset)?.asset.record.name ?? '') : ''
      const words = said.as === 'new' ? t('conflicts.decided.new') : t('conflicts.decided.same', { name })
      if (result.conflicts.length === 0) offerUndo({ says: words, revision: result.revision })
      announce(result.conflicts.length === 0 ? words : t('conflicts.moved'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  return { decide: (said: Said) => !decide.isPending && decide.mutate(said), isPending: decide.isPending, error: decide.error }
}
