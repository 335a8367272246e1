import type { LinkControl, NetworkEdge } from '@mimamori/domain'
import { date, entityId, type LinkId } from '@mimamori/domain'
import { useState } from 'react'
import { newId } from '../../data/changes.ts'
import { useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { controlWords } from '../../ui/control-words.ts'
import { Field } from '../../ui/field.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { EndField } from './end-field.tsx'
import { EndsToo } from './ends-too.tsx'
import { canControl, canCut, changesOf, endsBetween, type Step, stepsToCut } from './steps.ts'
import { useSeen } from './use-seen.ts'
import { evidenceWords } from './words.ts'

interface LineProps {
  readonly ids: readonly string[]
  readonly close: () => void
  /** While somebody tries: each act is a step. Else what is chosen is stored, with a way back. */
  readonly tries?: ((step: Step) => void) | undefined
  readonly mayWrite: boolean
}

/** A line of the map: each link that it stands for, what stands on it, and what can be done with it. */
export function LineCard({ ids, close, tries, mayWrite }: LineProps) {
  const { t } = useWords()
  const { edgeOf } = useSeen()
  const edges = ids.flatMap((id) => edgeOf(id) ?? [])
  return (
    <section className="card stack line-card" aria-labelledby="line-name">
      <div className="card-head">
        <h2 id="line-name" tabIndex={-1}>
          {t('network.line')}
        </h2>
        <button type="button" className="text-button small" onClick={close}>
          {t('close')}
        </button>
      </div>
      {edges.map((edge) => (
        <LinkPart key={edge.id} edge={edge} tries={tries} mayWrite={mayWrite} />
      ))}
    </section>
  )
}

function LinkPart({ edge, tries, mayWrite }: { edge: NetworkEdge; tries: LineProps['tries']; mayWrite: boolean }) {
  const { t, lang } = useWords()
  const { nameOf } = useSeen()
  return (
    <div className="stack tight">
      <p>
        <strong>{t('network.between', { from: nameOf(edge.from), to: nameOf(edge.to) })}</strong>
      </p>
      <p className="small">
        {t(controlWords[edge.control])}
        {edge.assumed && ` ${t('network.assumed')}`}
      </p>
      <p className="source">
        {[...edge.by.map((by) => t(evidenceWords[by])), ...(edge.on === undefined ? [] : [plainDate(edge.on, lang)])].join(t('list.dot'))}
      </p>
      {mayWrite && !edge.trunk && <LinkActs edge={edge} tries={tries} />}
    </div>
  )
}

const settable = ['filter', 'router-rules', 'none'] as const satisfies readonly LinkControl[]

/** Cut it, say what stands on it, or put its other end elsewhere: tried out, or stored. */
function LinkActs({ edge, tries }: { edge: NetworkEdge; tries: LineProps['tries'] }) {
  const { t } = useWords()
  const { view } = useSeen()
  const act = useUndoable()
  const [isMoving, setIsMoving] = useState(false)
  const known = { ...view, today: date(useToday()) }
  function make(step: Step, says: string): void {
    if (tries) tries(step)
    else act(changesOf([step], known), says)
  }
  const link = () => entityId<LinkId>(newId('link'))
  const [first] = stepsToCut([edge], known, link)
  if (first?.kind === 'end') return <EndAct id={first.id} isTrying={tries !== undefined} make={(says) => make(first, says)} />
  if (!canCut(edge, known)) return <p className="small second">{t('network.notOurs')}</p>
  return (
    <div className="stack tight no-print">
      {canControl(edge, known) && (
        <Field label={t(tries ? 'network.trySetControl' : 'network.setControl')}>
          {(props) => (
            <select
              {...props}
              value={edge.assumed || edge.control === 'unknown' || edge.control === 'one-way' ? '' : edge.control}
              onChange={({ target: { value } }) => {
                const control = settable.find((one) => one === value)
                if (control) make({ kind: 'control', edge, control, link: link() }, t('network.said', { what: t(controlWords[control]) }))
              }}
            >
              <option value="">{t('questions.choose')}</option>
              {settable.map((control) => (
                <option key={control} value={control}>
                  {t(controlWords[control])}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p className="row">
        <button type="button" className="button low" onClick={() => make({ kind: 'cut', edge, link: link() }, t('network.cutKept'))}>
          {t(tries ? 'network.tryToCut' : 'network.wasCut')}
        </button>
        {tries && (
          <button type="button" className="button low" aria-expanded={isMoving} onClick={() => setIsMoving(!isMoving)}>
            {t('network.tryToMove')}
          </button>
        )}
      </p>
      {tries && isMoving && <MoveTo edge={edge} tries={tries} />}
    </div>
  )
}

/** What follows from a VPN or a way of maintenance goes with it alone. */
function EndAct({ id, isTrying, make }: { id: string; isTrying: boolean; make: (says: string) => void }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  const name = { name: nameOf(id) }
  return (
    <div className="stack tight no-print">
      <p>
        <button type="button" className="button low" onClick={() => make(t('network.endKept', name))}>
          {isTrying ? t('network.tryToEnd', name) : t('network.wasEnded', name)}
        </button>
      </p>
      <EndsToo id={id} />
    </div>
  )
}

/** The end that stays is kept; the other one is found anew. */
function MoveTo({ edge, tries }: { edge: NetworkEdge; tries: (step: Step) => void }) {
  const { t } = useWords()
  const { view, nameOf } = useSeen()
  const [stays, setStays] = useState(edge.from)
  const [wrong, setWrong] = useState(false)
  return (
    <div className="stack tight box-note">
      <Field label={t('network.stays')}>
        {(props) => (
          <select {...props} value={stays} onChange={(event) => setStays(event.target.value)}>
            {[edge.from, edge.to].map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <EndField
        label={t('network.goesTo')}
        without={[edge.from, edge.to]}
        choose={({ id }) => {
          const isPossible = endsBetween(stays, id, view.nodes) !== undefined
          setWrong(!isPossible)
          const [link, cut] = [entityId<LinkId>(newId('link')), entityId<LinkId>(newId('link'))]
          if (isPossible) tries({ kind: 'move', edge, stays, to: id, link, cut })
        }}
      />
      {wrong && <p role="alert">{t('network.cannotJoin')}</p>}
    </div>
  )
}
