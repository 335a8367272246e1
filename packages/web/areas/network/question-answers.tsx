import { routes } from '@mimamori/contract'
import { type AssetId, date, entityId, type LinkId, type Trust, type ZoneId } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId, setFields, type Wanted } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { controlWords } from '../../ui/control-words.ts'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Found } from '../assets/index.ts'
import { useTrustName } from './network-table.tsx'
import { canControl, changesOf } from './steps.ts'
import { useSeen } from './use-seen.ts'
import { NewZone } from './zone-form.tsx'

const usual: readonly Trust[] = ['server', 'clinical', 'medical-device', 'office', 'guest', 'eligibility', 'maintenance']

/** The zones that there are, to begin with; names and addresses come afterwards. */
export function ZonesAnswer() {
  const { t } = useWords()
  const act = useUndoable()
  const trustName = useTrustName()
  const [chosen, setChosen] = useState<ReadonlySet<Trust>>(new Set())
  function toggle(trust: Trust): void {
    const next = new Set(chosen)
    if (!next.delete(trust)) next.add(trust)
    setChosen(next)
  }
  function make(): void {
    const zones = usual.filter((trust) => chosen.has(trust))
    const wanted = zones.map((trust) => addRecord('zones', { id: entityId<ZoneId>(newId('zone')), name: trustName(trust), trust }))
    if (wanted.length > 0) act(wanted, t('network.zonesMade', { count: wanted.length }))
  }
  return (
    <div className="stack tight">
      <fieldset className="stack tight">
        <legend className="hidden-words">{t('network.q.zones')}</legend>
        {usual.map((trust) => (
          <label className="tick" key={trust}>
            <input type="checkbox" checked={chosen.has(trust)} onChange={() => toggle(trust)} />
            {trustName(trust)}
          </label>
        ))}
      </fieldset>
      <p>
        <button type="button" className="button" onClick={make}>
          {t('network.q.zones.make')}
        </button>
      </p>
    </div>
  )
}

/** Which zone a block of addresses belongs to: one of those that there are, or a new one. */
export function BlockAnswer({ block }: { block: string }) {
  const { t } = useWords()
  const act = useUndoable()
  return (
    <ZoneChoice
      prefixes={[block]}
      choose={(zone) =>
        act(
          [setFields('zones', zone, { prefixes: [...(zone.record.prefixes ?? []), block] })],
          t('network.blockPut', { block, name: zone.record.name }),
        )
      }
    />
  )
}

type ZoneOf = ReturnType<typeof useSeen>['view']['zones'][number]

function ZoneChoice({ choose, prefixes, trust }: { choose: (zone: ZoneOf) => void; prefixes?: readonly string[]; trust?: Trust }) {
  const { t } = useWords()
  const { view } = useSeen()
  const [isNew, setIsNew] = useState(view.zones.length === 0)
  return (
    <div className="stack tight">
      <p className="row tight">
        {view.zones.map((zone) => (
          <button key={zone.record.id} type="button" className="button low" onClick={() => choose(zone)}>
            {zone.record.name}
          </button>
        ))}
        <button type="button" className="button low" aria-expanded={isNew} onClick={() => setIsNew(!isNew)}>
          {t('network.newZone')}
        </button>
      </p>
      {isNew && <NewZone {...(prefixes && { prefixes })} {...(trust && { trust })} made={() => setIsNew(false)} />}
    </div>
  )
}

/** Which zone is that of visitors, or that of the eligibility check. */
export function TrustAnswer({ trust }: { trust: Trust }) {
  const { t } = useWords()
  const act = useUndoable()
  const trustName = useTrustName()
  return (
    <ZoneChoice
      trust={trust}
      choose={(zone) =>
        act([setFields('zones', zone, { trust })], t('network.trustPut', { name: zone.record.name, trust: trustName(trust) }))
      }
    />
  )
}

const mostAtOnce = 200

/** Devices of which neither an address nor a port tells where they stand: some are ticked, and a zone is said for them. */
export function LostAnswer() {
  const { t, say } = useWords()
  const act = useUndoable()
  const facility = useFacilityId()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const lost = useView(routes.networkZone, facility, { params: { zone: '-' }, query: { limit: mostAtOnce } })
  function toggle(id: string): void {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Loaded query={lost}>
      {({ devices }) => {
        const wantedFor = (zone: ZoneOf): readonly Wanted[] =>
          devices
            .filter(({ row }) => chosen.has(row.id))
            .map(({ row }) =>
              setFields('assets', { version: row.version, record: { id: entityId<AssetId>(row.id) } }, { zones: [zone.record.id] }),
            )
        return (
          <div className="stack tight">
            <ul className="lost-devices small">
              {devices.map(({ row }) => (
                <li key={row.id}>
                  <label className="tick">
                    <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
                    <span>
                      {row.name}{' '}
                      <span className="source">
                        {[row.kindName && say(row.kindName), row.room].filter((part) => part !== undefined).join(t('list.dot'))}
                      </span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {chosen.size === 0 ? (
              <p className="small">{t('network.q.devices.tick')}</p>
            ) : (
              <ZoneChoice
                choose={(zone) => {
                  act(wantedFor(zone), t('network.devicesPut', { count: chosen.size, name: zone.record.name }))
                  setChosen(new Set())
                }}
              />
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

/** The device on which a line or a VPN ends. */
export function DeviceAnswer({ part, id }: { part: 'lines' | 'vpns'; id: string }) {
  const { t } = useWords()
  const act = useUndoable()
  const facility = useFacilityId()
  const [text, setText] = useState('')
  const view = useView(routes.register, facility, { params: { part } })
  const stored = view.data?.[part]?.find(({ record }) => record.id === id)
  if (!stored) return null
  function put(device: AssetId | 'none', name: string): void {
    if (stored) act([setFields(part, stored, { device })], t('network.devicePut', { name }))
  }
  return (
    <div className="stack tight device-field">
      <Field label={t('register.endDevice')} help={t('register.endDevice.help')}>
        {(props) => <input {...props} autoComplete="off" maxLength={80} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div role="status">
        {text.trim() !== '' && <Found text={text} without={[]} choose={(one) => put(entityId<AssetId>(one.id), one.name)} />}
      </div>
      <p>
        <button type="button" className="button low" onClick={() => put('none', t('register.noDevice'))}>
          {t('register.noDevice')}
        </button>
      </p>
    </div>
  )
}

const controls = ['filter', 'router-rules', 'none'] as const

/** What stands on a link of which nobody has said it. */
export function ControlAnswer({ edge: id }: { edge: string }) {
  const { t } = useWords()
  const act = useUndoable()
  const { view, edgeOf } = useSeen()
  const today = date(useToday())
  const edge = edgeOf(id)
  if (!edge) return null
  if (!canControl(edge, view)) return <p className="small">{t('network.notOurs')}</p>
  return (
    <p className="row tight">
      {controls.map((control) => (
        <button
          key={control}
          type="button"
          className="button low"
          onClick={() => {
            const link = entityId<LinkId>(newId('link'))
            const wanted = changesOf([{ kind: 'control', edge, control, link }], { ...view, today })
            if (wanted.length > 0) act(wanted, t('network.said', { what: t(controlWords[control]) }))
          }}
        >
          {t(controlWords[control])}
        </button>
      ))}
    </p>
  )
}
