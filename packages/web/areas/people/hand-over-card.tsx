import { type HandOverView, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
import { ConfirmStep } from '../../ui/confirm-step.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime, longDate } from '../../ui/show-date.ts'
import { HandOverWords } from './hand-over-words.tsx'

const stateWords: Readonly<Record<HandOverView['state'], PlainKey>> = {
  waiting: 'handover.state.waiting',
  begun: 'handover.state.begun',
  moved: 'handover.state.moved',
  withdrawn: 'handover.state.withdrawn',
}

const looks: Readonly<Record<HandOverView['state'], string>> = { waiting: 'waiting', begun: 'begun', moved: 'yes', withdrawn: 'gone' }

interface CardParts {
  readonly handOver: HandOverView
  readonly facility: string | undefined
  readonly mayWrite: boolean
}

/** One hand-over: who to whom, since when, where keys are kept; its paper, and the way back before the day. */
export function HandOverCard({ handOver, facility, mayWrite }: CardParts) {
  const { t, lang } = useWords()
  const { id, state, predecessor, successor, movesOn, begunAt, begunBy, tasks } = handOver
  const isOpen = state === 'waiting' || state === 'begun'
  return (
    <section className="card stack">
      <h3>
        {t('handover.line', { from: predecessor.name, to: successor.name })}{' '}
        <span className={`chip ${looks[state]}`}>{t(stateWords[state])}</span>
      </h3>
      <p>{t(state === 'moved' ? 'handover.moved' : 'handover.moves', { on: longDate(movesOn, lang) })}</p>
      <p className="source">{t('handover.startedBy', { at: dateAndTime(begunAt, lang), name: begunBy, tasks })}</p>
      {state !== 'withdrawn' && <Words handOver={handOver} mayWrite={mayWrite} />}
      {facility !== undefined && handOver.facility === facility && state !== 'withdrawn' && (
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'handover' }, query: { format: 'pdf', lang, id } }}
          name="handover.pdf"
          look="button"
        >
          {t('handover.print')}
        </DownloadButton>
      )}
      {mayWrite && isOpen && <Stop handOver={id} />}
    </section>
  )
}

const fields = ['places', 'calls'] as const

function Words({ handOver, mayWrite }: { handOver: HandOverView; mayWrite: boolean }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const held = { places: handOver.places, calls: handOver.calls }
  const [typed, setTyped] = useState<{ readonly words: typeof held; readonly seen: typeof held }>()
  const { words, seen } = typed ?? { words: held, seen: held }
  const save = useMutation({
    mutationFn: () => ask(routes.changeHandOver, { params: { handOver: handOver.id }, body: { ...words, seen } }),
    onSuccess: async () => {
      announce(t('handover.saved'))
      await again()
      setTyped(undefined)
    },
    onError: again,
  })
  const isSame = words.places === held.places && words.calls === held.calls
  const changed = fields.filter((field) => words[field] !== seen[field] && held[field] !== seen[field] && held[field] !== words[field])
  const isChanged = changed.length > 0 && !save.isPending
  const current = Object.fromEntries(changed.map((field) => [field, held[field]]))
  return (
    <>
      <HandOverWords value={words} change={(next) => setTyped({ words: next, seen })} readOnly={!mayWrite} />
      {isChanged && (
        <ChangedBox
          now={
            <ul>
              {changed.map((field) => (
                <li key={field}>{t('conflict.now', { value: held[field] || t('conflict.empty') })}</li>
              ))}
            </ul>
          }
          takeNow={() => setTyped({ words: { ...words, ...current }, seen: { ...seen, ...current } })}
          takeMine={() => setTyped({ words, seen: { ...seen, ...current } })}
        />
      )}
      {save.isError && !isChanged && <Problem error={save.error} />}
      {mayWrite && !isSame && !isChanged && (
        <p>
          <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate()}>
            {t('handover.save')}
          </button>
        </p>
      )}
    </>
  )
}

function Stop({ handOver }: { handOver: string }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const stop = useMutation({
    mutationFn: () => ask(routes.withdrawHandOver, { params: { handOver } }),
    onSuccess: async () => {
      announce(t('handover.stopped'))
      await again()
    },
  })
  return (
    <>
      {stop.isError && <Problem error={stop.error} />}
      <ConfirmStep
        ask={t('handover.stop')}
        says={t('handover.stop.says')}
        go={t('handover.stop')}
        busy={stop.isPending}
        act={() => stop.mutate()}
      />
    </>
  )
}
