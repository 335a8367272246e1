import { useRef } from 'react'
import { type PlainKey, useWords } from '../text/words.tsx'
import { switchSingleKeys, useKeys, useSingleKeys } from '../ui/keys.ts'

const groups: readonly { name: PlainKey; keys: readonly { keys: readonly string[]; says: PlainKey }[] }[] = [
  {
    name: 'keys.everywhere',
    keys: [
      { keys: ['/'], says: 'keys.search' },
      { keys: ['?'], says: 'keys.help' },
      { keys: ['Alt', 'Shift', 'I'], says: 'keys.incident' },
    ],
  },
  {
    name: 'keys.checklist',
    keys: [
      { keys: ['1'], says: 'state.yes' },
      { keys: ['2'], says: 'state.no' },
      { keys: ['3'], says: 'answer.askVendor' },
      { keys: ['4'], says: 'answer.later' },
      { keys: ['↑', '↓'], says: 'keys.move' },
      { keys: ['←', '→'], says: 'keys.turn' },
      { keys: ['T'], says: 'keys.today' },
      { keys: ['E'], says: 'keys.evidence' },
    ],
  },
  {
    name: 'keys.paper',
    keys: [
      { keys: ['1'], says: 'state.yes' },
      { keys: ['2'], says: 'state.no' },
      { keys: ['3'], says: 'reply.notThere' },
      { keys: ['4'], says: 'reply.otherParty' },
      { keys: ['↑', '↓'], says: 'keys.move' },
    ],
  },
  {
    name: 'conflicts.title',
    keys: [
      { keys: ['1', '8'], says: 'keys.device' },
      { keys: ['N'], says: 'conflicts.new' },
      { keys: ['←', '→'], says: 'keys.record' },
    ],
  },
  {
    name: 'keys.network',
    keys: [
      { keys: ['←', '↑', '→', '↓'], says: 'keys.network.walk' },
      { keys: ['Enter'], says: 'keys.network.open' },
      { keys: ['P'], says: 'keys.network.next' },
      { keys: ['Esc'], says: 'keys.network.close' },
      { keys: ['M'], says: 'keys.network.move' },
      { keys: ['Shift', '↑'], says: 'keys.network.scroll' },
      { keys: ['+', '-'], says: 'keys.network.zoom' },
    ],
  },
]

/** The list of keys, opened by `?`. */
export function KeyHelp() {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const on = useSingleKeys()
  useKeys({ '?': () => dialog.current?.showModal(), '？': () => dialog.current?.showModal() })
  return (
    <dialog ref={dialog} id="key-help" className="key-help" aria-labelledby="key-help-name">
      <div className="stack">
        <h2 id="key-help-name">{t('keys.title')}</h2>
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{t(group.name)}</h3>
            <dl className="key-list">
              {group.keys.map(({ keys, says }) => (
                <div key={`${keys.join('')} ${says}`}>
                  <dt>
                    {keys.map((key) => (
                      <kbd className="key" key={key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(says)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <SingleKeysTick />
        <p className="source">{t(on ? 'keys.onlyOutside' : 'keys.areOff')}</p>
        <p>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('close')}
          </button>
        </p>
      </div>
    </dialog>
  )
}

/** Switches the single keys off and on. */
export function SingleKeysTick() {
  const { t } = useWords()
  const on = useSingleKeys()
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => switchSingleKeys(event.target.checked)} />
      {t('keys.use')}
    </label>
  )
}

/** Opens the list of keys without the key. */
export function KeyHelpButton() {
  const { t } = useWords()
  return (
    <button type="button" className="text-button" onClick={() => document.querySelector<HTMLDialogElement>('#key-help')?.showModal()}>
      {t('keys.open')}
    </button>
  )
}
