import { type NetworkDrawioView, routes } from '@mimamori/contract'
import type { Trust } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { ErrorBox, Problem } from '../../ui/problem.tsx'
import { changesOfDrawing } from './drawio-changes.ts'
import { useTrustName } from './network-table.tsx'
import { useSeen } from './use-seen.ts'
import { trustOrder } from './words.ts'

/** A drawing of draw.io: what it would place and what it proposes is shown, and taken over only when a person says so. */
export function DrawioUpload() {
  const { t } = useWords()
  const facility = useFacilityId()
  const read = useMutation({ mutationFn: (file: File) => upload(routes.networkDrawio, { params: { facility } }, file) })
  return (
    <section className="card stack no-print">
      <h2>{t('network.drawio')}</h2>
      <Field label={t('network.drawio.file')} help={t('network.drawio.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept=".drawio,.xml"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) read.mutate(file)
              event.target.value = ''
            }}
          />
        )}
      </Field>
      {read.isPending && <p role="status">{t('loading')}</p>}
      {read.isError && <Problem error={read.error} />}
      {read.data && <Preview key={read.submittedAt} drawing={read.data} close={() => read.reset()} />}
    </section>
  )
}

function Preview({ drawing, close }: { drawing: NetworkDrawioView; close: () => void }) {
  const { t } = useWords()
  const { view } = useSeen()
  const act = useUndoable()
  const [places, setPlaces] = useState(true)
  const [devices, setDevices] = useState(false)
  const [links, setLinks] = useState(false)
  const [trusts, setTrusts] = useState<ReadonlyMap<string, Trust>>(new Map())
  const wanted = changesOfDrawing(drawing, view, { places, devices, links, trusts })
  return (
    <div className="stack tight" role="status">
      {drawing.problems.map((problem) => (
        <ErrorBox key={`${problem.code} ${problem.message.ja}`} error={problem} />
      ))}
      <Tick word={t('network.drawio.places', { count: drawing.places.length })} names={drawing.places} on={places} set={setPlaces} />
      {drawing.zones.map(({ cell, name }) => (
        <ZoneKind
          key={cell}
          name={name}
          value={trusts.get(cell) ?? ''}
          choose={(trust) => {
            const next = new Map(trusts)
            if (trust === undefined) next.delete(cell)
            else next.set(cell, trust)
            setTrusts(next)
          }}
        />
      ))}
      <Tick word={t('network.drawio.devices', { count: drawing.devices.length })} names={drawing.devices} on={devices} set={setDevices} />
      <Tick
        word={t('network.drawio.links', { count: drawing.links.length })}
        names={drawing.links.map(({ from, to }) => ({ name: t('network.between', { from: from.name, to: to.name }) }))}
        on={links}
        set={setLinks}
      />
      {drawing.more > 0 && <p className="source">{t('network.more', { count: drawing.more })}</p>}
      <p className="row">
        {wanted.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              act(wanted, t('network.drawio.taken', { count: wanted.length }))
              close()
            }}
          >
            {t('network.drawio.take')}
          </button>
        )}
        <button type="button" className="text-button" onClick={close}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </div>
  )
}

const named = 20

function Tick({
  word,
  names,
  on,
  set,
}: {
  word: string
  names: readonly { readonly name: string }[]
  on: boolean
  set: (on: boolean) => void
}) {
  const { t } = useWords()
  if (names.length === 0) return null
  return (
    <div>
      <label className="tick">
        <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
        {word}
      </label>
      <p className="source">
        {names
          .slice(0, named)
          .map(({ name }) => name)
          .join(t('list.comma'))}
        {names.length > named && ` ${t('network.more', { count: names.length - named })}`}
      </p>
    </div>
  )
}

/** A frame of the drawing that is no zone yet: left, or taken as a zone of this kind. */
function ZoneKind({ name, value, choose }: { name: string; value: Trust | ''; choose: (trust: Trust | undefined) => void }) {
  const { t } = useWords()
  const trustName = useTrustName()
  return (
    <Field label={t('network.drawio.zone', { name })}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => choose(trustOrder.find((one) => one === event.target.value))}>
          <option value="">{t('network.drawio.leave')}</option>
          {trustOrder.map((trust) => (
            <option key={trust} value={trust}>
              {trustName(trust)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
