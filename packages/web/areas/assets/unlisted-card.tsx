import { type AssetRow, routes } from '@mimamori/contract'
import type { AssetKind } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { LastSeen } from './last-seen.tsx'
import { recordIn } from './many.ts'
import { MergeWith } from './merge-with.tsx'
import { Chosen } from './record-field.tsx'
import { Retire } from './retire-form.tsx'

interface CardProps {
  readonly row: AssetRow
  readonly isChosen: boolean
  readonly toggle: () => void
}

/** One device that nobody listed: what is known of it, and the three ways on. */
export function UnlistedCard({ row, isChosen, toggle }: CardProps) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const facts = [row.kindName && say(row.kindName), row.maker, row.model, row.os, row.ip, row.room].filter((fact) => fact !== undefined)
  return (
    <article className={isChosen ? 'card stack unlisted chosen' : 'card stack unlisted'}>
      <div className="row">
        {mayWrite && <input type="checkbox" checked={isChosen} onChange={toggle} aria-label={t('assets.chooseOne', { name: row.name })} />}
        <h2>
          <Link to="/f/$facility/assets/$asset" params={{ facility, asset: row.id }}>
            {row.name}
          </Link>
        </h2>
      </div>
      <p className="small">{facts.length > 0 ? facts.join(t('list.dot')) : t('unlisted.nothingKnown')}</p>
      <p className="source">
        <LastSeen seen={row.lastSeen} />
      </p>
      {mayWrite && <Ways row={row} />}
    </article>
  )
}

function Ways({ row }: { row: AssetRow }) {
  const { t } = useWords()
  const [way, setWay] = useState<'list' | 'same'>()
  if (way === 'list') return <ListForm row={row} back={() => setWay(undefined)} />
  if (way === 'same') return <MergeWith gone={{ id: row.id, name: row.name }} back={() => setWay(undefined)} />
  return (
    <div className="row">
      <button type="button" className="button low" aria-label={t('unlisted.listOf', { name: row.name })} onClick={() => setWay('list')}>
        {t('unlisted.list')}
      </button>
      <button type="button" className="button low" aria-label={t('unlisted.sameOf', { name: row.name })} onClick={() => setWay('same')}>
        {t('unlisted.same')}
      </button>
      <Retire devices={[row]} />
    </div>
  )
}

/** What it is called here, what it is, where it stands: enough to list it. */
function ListForm({ row, back }: { row: AssetRow; back: () => void }) {
  const { t, say } = useWords()
  const act = useUndoable()
  const view = useView(routes.register, useFacilityId(), { params: { part: 'lines' }, query: { limit: 1 } })
  const [name, setName] = useState(row.name)
  const [kind, setKind] = useState<string | undefined>(row.kind)
  const [room, setRoom] = useState(row.room ?? '')
  const isMissing = name.trim() === ''
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (isMissing) return
    const values = { unlisted: undefined, name: name.trim(), kind: kind as AssetKind | undefined, room: room.trim() || undefined } // one of the kinds that were offered
    act([setFields('assets', recordIn(row), values)], t('unlisted.listed', { name: name.trim() }))
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="record-fields">
        <Field label={t('assets.name')} help={t('unlisted.name.help')} wrong={isMissing ? t('register.missing') : undefined}>
          {(props) => (
            <input {...props} maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Chosen
          label={t('register.kind')}
          value={kind}
          choices={(view.data?.names.kinds ?? []).map((one) => ({ id: one.id, name: say(one.name) }))}
          save={setKind}
        />
        <Field label={t('register.room')}>
          {(props) => (
            <input {...props} maxLength={200} autoComplete="off" value={room} onChange={(event) => setRoom(event.target.value)} />
          )}
        </Field>
      </div>
      <p className="row">
        <button type="submit" className="button">
          {t('unlisted.list')}
        </button>
        <button type="button" className="text-button" onClick={back}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </form>
  )
}
