import type { AssetsView } from '@mimamori/contract'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { groupings, type ListSearch, narrowingOf } from './list-search.ts'
import { assetStates, assetStateWords } from './states.ts'

const pauseMs = 250

const groupWords: Readonly<Record<(typeof groupings)[number], PlainKey>> = {
  kind: 'register.kind',
  room: 'register.room',
  owner: 'register.owner',
  vendor: 'register.vendor',
  system: 'column.system',
}

type Facet = AssetsView['kinds']

/** Words to search for, what the list is narrowed to, and by what it is grouped. */
export function AssetFilters({ view, search }: { view: AssetsView; search: ListSearch }) {
  const { t, say } = useWords()
  const go = useGo(search)
  const [cleared, setCleared] = useState(0)
  const rest = [search.owner, search.vendor, search.system].filter((each) => each !== undefined).length
  const select = (word: PlainKey, name: 'kind' | 'room' | 'owner' | 'vendor' | 'system', facet: Facet) => (
    <Field label={t(word)}>
      {(props) => (
        <select {...props} value={search[name] ?? ''} onChange={(event) => go({ [name]: event.target.value })}>
          <option value="">{t('assets.all')}</option>
          {facet.map((each) => (
            <option key={each.value} value={each.value}>
              {t('assets.choice', { name: say(each.name), count: each.count })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <search className="asset-filters no-print">
      <SearchWords key={cleared} search={search} />
      <Field label={t('column.state')}>
        {(props) => (
          <select {...props} value={search.state ?? ''} onChange={(event) => go({ state: event.target.value })}>
            <option value="">{t('assets.all')}</option>
            {assetStates.map((state) => (
              <option key={state} value={state}>
                {t('assets.choice', {
                  name: t(assetStateWords[state]),
                  count: view.states.find((each) => each.state === state)?.count ?? 0,
                })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {select('register.kind', 'kind', view.kinds)}
      {select('register.room', 'room', view.rooms)}
      <Field label={t('findings.group')}>
        {(props) => (
          <select {...props} value={search.group ?? ''} onChange={(event) => go({ group: event.target.value })}>
            <option value="">{t('assets.noGroup')}</option>
            {groupings.map((group) => (
              <option key={group} value={group}>
                {t(groupWords[group])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <details className="rest" open={rest > 0}>
        <summary>{t('assets.moreFilters')}</summary>
        <div>
          {select('register.owner', 'owner', view.owners)}
          {select('register.vendor', 'vendor', view.vendors)}
          {select('column.system', 'system', view.systems)}
        </div>
      </details>
      <p className="row matching small">
        <span className="second" role="status">
          {t('assets.matching', { count: view.matching, total: view.total })}
        </span>
        {Object.keys(narrowingOf(search)).length > 0 && (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              setCleared(cleared + 1)
              go({}, true)
            }}
          >
            {t('findings.showAll')}
          </button>
        )}
      </p>
    </search>
  )
}

/** Searches while one types, a moment after the last key; a conversion that is under way is not a word yet. */
function SearchWords({ search }: { search: ListSearch }) {
  const { t } = useWords()
  const go = useGo(search)
  const [text, setText] = useState(search.text ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  function later(next: string): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ text: next.trim() }), pauseMs)
  }
  return (
    <Field label={t('assets.search')}>
      {(props) => (
        <input
          {...props}
          type="search"
          maxLength={200}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) later(event.target.value)
          }}
          onCompositionEnd={(event) => later(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Puts what was chosen into the address; an empty choice leaves it out. */
function useGo(search: ListSearch): (part: Readonly<Record<string, string>>, fresh?: boolean) => void {
  const navigate = useNavigate()
  const facility = useFacilityId()
  return (part, fresh = false) => {
    const kept = fresh ? {} : { ...search, ...part }
    const filled = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== ''))
    void navigate({ to: '/f/$facility/assets', params: { facility }, search: filled, replace: true, resetScroll: false })
  }
}
