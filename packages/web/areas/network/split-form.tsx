import { routes } from '@mimamori/contract'
import { type AssetId, entityId, type Trust, type ZoneId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId, setFields, type Wanted } from '../../data/changes.ts'
import { viewQuery } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field, ShortChoice } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import type { Step } from './steps.ts'
import { useSeen } from './use-seen.ts'
import { TrustField } from './zone-form.tsx'

/** NOTE: one change makes the zone, and as many as the server tries at once are left for its devices. */
const mostMoved = 199

/** A part of a zone becomes one of its own: devices of some kinds, or a block of its addresses. */
export function SplitForm({ tries, close }: { tries: (step: Step) => void; close: () => void }) {
  const { t, say } = useWords()
  const { view, nameOf } = useSeen()
  const client = useQueryClient()
  const facility = useFacilityId()
  const [zone, setZone] = useState('')
  const [name, setName] = useState('')
  const [trust, setTrust] = useState<Trust | ''>('')
  const [by, setBy] = useState<'kind' | 'block'>('kind')
  const [kinds, setKinds] = useState<ReadonlySet<string>>(new Set())
  const [block, setBlock] = useState('')
  const [wrong, setWrong] = useState<string>()
  const stack = view.stacks.find((one) => one.zone === zone)
  const chosen = stack?.kinds.filter(({ kind }) => kinds.has(kind)) ?? []
  const count = chosen.reduce((sum, one) => sum + one.count, 0)

  const make = useMutation({
    mutationFn: async (): Promise<readonly Wanted[]> => {
      if (trust === '') return []
      const id = entityId<ZoneId>(newId('zone'))
      const record = { id, name: name.trim(), trust }
      if (by === 'block') return [addRecord('zones', { ...record, prefixes: [block.trim()] })]
      const { devices } = await client.query(viewQuery(routes.networkZone, facility, { params: { zone }, query: { limit: 500 } }))
      const moved = devices.filter(({ row }) => kinds.has(row.kind ?? '-'))
      const toNew = moved.map(({ row }) =>
        setFields('assets', { version: row.version, record: { id: entityId<AssetId>(row.id) } }, { zones: [id] }),
      )
      return [addRecord('zones', record), ...toNew]
    },
    onSuccess: (wanted) => {
      tries({ kind: 'split', zone, name: name.trim(), wanted })
      close()
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const lacks = zone === '' || name.trim() === '' || trust === '' || (by === 'kind' ? count === 0 : block.trim() === '')
    const isMany = by === 'kind' && count > mostMoved
    const isTaken = view.zones.some(({ record }) => record.name === name.trim())
    setWrong(
      lacks
        ? t('network.split.missing')
        : isTaken
          ? t('network.nameTaken', { name: name.trim() })
          : isMany
            ? t('network.split.tooMany', { count: mostMoved })
            : undefined,
    )
    if (!lacks && !isMany && !isTaken && !make.isPending) make.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit} aria-label={t('network.split')}>
      <h2>{t('network.split')}</h2>
      <Field label={t('network.split.zone')}>
        {(props) => (
          <select {...props} value={zone} onChange={(event) => setZone(event.target.value)}>
            <option value="">{t('questions.choose')}</option>
            {view.zones.map(({ record }) => (
              <option key={record.id} value={record.id}>
                {record.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ShortChoice
        legend={t('network.split.by')}
        choices={[
          { value: 'kind', label: t('network.split.kind') },
          { value: 'block', label: t('network.split.block') },
        ]}
        value={by}
        choose={(value) => setBy(value === 'block' ? 'block' : 'kind')}
      />
      {by === 'kind' && stack && (
        <fieldset className="stack tight">
          <legend className="field-name">{t('network.split.kinds', { zone: nameOf(zone) })}</legend>
          {stack.kinds.map((one) => (
            <label className="tick" key={one.kind}>
              <input
                type="checkbox"
                checked={kinds.has(one.kind)}
                onChange={() => {
                  const next = new Set(kinds)
                  if (!next.delete(one.kind)) next.add(one.kind)
                  setKinds(next)
                }}
              />
              {t('assets.choice', {
                name: view.names[`kind:${one.kind}`] ? say(view.names[`kind:${one.kind}`] ?? { ja: '', en: '' }) : t('register.unknown'),
                count: one.count,
              })}
            </label>
          ))}
        </fieldset>
      )}
      {by === 'block' && (
        <Field label={t('network.prefixes')} help={t('network.prefixes.help')}>
          {(props) => (
            <input {...props} maxLength={60} autoComplete="off" value={block} onChange={(event) => setBlock(event.target.value)} />
          )}
        </Field>
      )}
      <Field label={t('network.split.name')}>
        {(props) => <input {...props} maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <TrustField value={trust} choose={setTrust} />
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      {make.isError && <Problem error={make.error} />}
      <p className="row">
        <button type="submit" className="button">
          {t('network.split.try')}
        </button>
        <button type="button" className="text-button" onClick={close}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </form>
  )
}
