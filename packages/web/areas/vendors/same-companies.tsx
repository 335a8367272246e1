import type { VendorsView } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { mergeOf, type SamePair as Pair } from './merge.ts'

/** Kept with the second company: the first one that it is not. */
const notSameKey = 'notSameAs'

/** 「同じ会社ですか」: offered, never done unasked, and taken back at any time. */
export function SameCompanies({ view }: { view: VendorsView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const [later, setLater] = useState<readonly string[]>([])
  const open = view.sameCompany.filter((pair) => !isSaidApart(view, pair) && !later.includes(nameOf(pair)))
  if (!mayWrite) return null
  return (
    <>
      {open.map((pair) => (
        <SamePair key={nameOf(pair)} view={view} pair={pair} later={() => setLater([...later, nameOf(pair)])} />
      ))}
      {view.merged.length > 0 && (
        <details>
          <summary>{t('merge.done', { count: view.merged.length })}</summary>
          <ul className="stack">
            {view.merged.map((each) => (
              <Merged key={each.gone} view={view} merged={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function nameOf({ a, b }: Pair): string {
  return `${a} ${b}`
}

function isSaidApart(view: VendorsView, { a, b }: Pair): boolean {
  const said = (id: string, other: string) =>
    view.vendors.some(({ record }) => record.id === id && (record.extra?.[notSameKey] ?? '').split(' ').includes(other))
  return said(a, b) || said(b, a)
}

function SamePair({ view, pair, later }: { view: VendorsView; pair: Pair; later: () => void }) {
  const { t } = useWords()
  const saver = useSaver()
  const merge = useUndoable()
  const [naming, setNaming] = useState(false)
  const second = view.vendors.find(({ record }) => record.id === pair.b)
  function apart(): void {
    if (!second) return
    const said = [second.record.extra?.[notSameKey], pair.a].filter((each) => each !== undefined).join(' ')
    void saver.save([setFields('vendors', second, { extra: { ...second.record.extra, [notSameKey]: said } })])
  }
  if (naming)
    return (
      <div className="box-note stack">
        <p>{t('merge.whichName')}</p>
        <p className="row">
          {[...new Set([pair.nameA, pair.nameB])].map((name) => (
            <button
              key={name}
              type="button"
              className="button low"
              onClick={() => merge(mergeOf(view, pair, name), t('merge.merged', { name }))}
            >
              {t('merge.name', { name })}
            </button>
          ))}
          <button type="button" className="text-button" onClick={() => setNaming(false)}>
            {t('merge.back')}
          </button>
        </p>
      </div>
    )
  return (
    <div className="box-note row">
      <p>{t('merge.question', { a: pair.nameA, b: pair.nameB })}</p>
      <button type="button" className="button low" onClick={() => setNaming(true)}>
        {t('merge.same')}
      </button>
      <button type="button" className="button low" onClick={apart}>
        {t('merge.apart')}
      </button>
      <button type="button" className="text-button" onClick={later}>
        {t('merge.later')}
      </button>
    </div>
  )
}

function Merged({ view, merged }: { view: VendorsView; merged: VendorsView['merged'][number] }) {
  const { t } = useWords()
  const saver = useSaver()
  const keep = view.vendors.find(({ record }) => record.id === merged.keep)?.record.name ?? ''
  const change: Change = { kind: 'unmerge', slice: 'vendors', gone: merged.gone }
  return (
    <li className="row">
      <span>{t('merge.was', { gone: merged.goneName, keep })}</span>
      <button type="button" className="button low" onClick={() => void saver.save([{ change }])}>
        {t('merge.undo')}
      </button>
    </li>
  )
}
