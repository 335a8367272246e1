import { routes } from '@mimamori/contract'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { useView } from '../data/queries.ts'
import { type PlainKey, useWords } from '../text/words.tsx'
import { isConverting, useKeys } from '../ui/keys.ts'
import { type Found, search } from './search.ts'

const kindWords: Readonly<Record<Found['kind'], PlainKey>> = {
  item: 'search.item',
  vendor: 'search.vendor',
  finding: 'search.finding',
  device: 'search.device',
}

/** Finds items by number or name, vendors, findings and devices; 2-5, 2-(5), ２－５ and 2-⑤ are the same. */
export function SearchBox({ facility }: { facility: string }) {
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useFound(facility, text, open)
  const go = useGoTo(facility, () => {
    setText('')
    setOpen(false)
  })
  useKeys({ '/': () => input.current?.focus() })
  const shown = open && text.trim() !== ''
  const chosen = found[Math.min(at, found.length - 1)]

  function press(event: KeyboardEvent): void {
    if (isConverting(event)) return
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && chosen) go(chosen)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setOpen(true)
      setAt((now) => Math.min(found.length - 1, Math.max(0, now + step)))
    }
  }

  return (
    <search className="search">
      <IconSearch size={16} stroke={1.6} aria-hidden />
      <input
        ref={input}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen ? `${id}-${at}` : undefined}
        placeholder={t('search.hint')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(0)
        }}
      />
      <div className="search-list" id={`${id}-list`} role="listbox" aria-label={t('search.results')} hidden={!shown}>
        {shown && found.length === 0 && <p className="small second">{t('search.nothing')}</p>}
        {shown &&
          found.map((each, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox above
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, which names the option
            <div
              key={`${each.kind} ${each.id}`}
              role="option"
              id={`${id}-${place}`}
              aria-selected={each === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(each)}
            >
              <span className="source">{t(kindWords[each.kind])}</span> {each.name}
            </div>
          ))}
      </div>
    </search>
  )
}

const mostDevices = 5

function useFound(facility: string, text: string, enabled: boolean): readonly Found[] {
  const { say } = useWords()
  const items = useView(routes.checklist, facility, { query: {} }, { enabled }).data?.items ?? []
  const vendors = useView(routes.vendors, facility, {}, { enabled }).data?.vendors ?? []
  const findings = useView(routes.findings, facility, { query: {} }, { enabled }).data?.findings ?? []
  const wanted = useDeferredValue(text.trim())
  const isWanted = enabled && wanted.length > 1
  const devices = useView(routes.assets, facility, { query: { text: wanted, limit: mostDevices } }, { enabled: isWanted }).data?.rows
  return search(text, {
    items: items.map((item) => ({ id: item.item, number: item.number, name: say(item.title), question: say(item.question) })),
    vendors: vendors.map(({ record }) => ({ id: record.id, name: record.name, kana: record.kana })),
    findings: findings.map((finding) => ({ id: finding.id, name: say(finding.title) })),
    devices: isWanted ? (devices ?? []).map(({ id, name }) => ({ id, name })) : [],
  })
}

function useGoTo(facility: string, after: () => void): (found: Found) => void {
  const navigate = useNavigate()
  return ({ kind, id }) => {
    after()
    const params = { facility }
    if (kind === 'item') void navigate({ to: '/f/$facility/checklist', params, search: { mode: 'one', item: id } })
    else if (kind === 'device') void navigate({ to: '/f/$facility/assets/$asset', params: { facility, asset: id } })
    else if (kind === 'vendor') void navigate({ to: '/f/$facility/vendors', params, search: { vendor: id } })
    else void navigate({ to: '/f/$facility/finding', params, search: { id } })
  }
}
