import type { TaskAct, TaskView } from '@mimamori/contract'
import { useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { TextField } from './choices.tsx'
import { useTaskAct, useTaskProof } from './use-task.ts'

/** `kept` is called once it is stored; what was typed stays until then, whatever else changes on the page. */
type Send = (what: TaskAct, kept: () => void) => void

interface ActWords {
  readonly open: PlainKey
  readonly says: PlainKey
}

const wordsOf = {
  finish: { open: 'task.finish', says: 'task.finish.says' },
  confirm: { open: 'task.confirm', says: 'task.finish.says' },
  sendBack: { open: 'task.sendBack', says: 'task.sendBack.says' },
  giveUp: { open: 'task.giveUp', says: 'task.giveUp.says' },
} as const satisfies Readonly<Record<string, ActWords>>

/** Moves the task on: each act is one button, with room for a word where one is wanted. */
export function TaskActs({ view }: { view: TaskView }) {
  const { t } = useWords()
  const act = useTaskAct(view)
  const send: Send = (what, kept) => act.mutate(what, { onSuccess: (isConflict) => !isConflict && kept() })
  const { state, toConfirm } = view.line
  const isOpen = state === 'open' || state === 'doing'
  return (
    <section className="card stack no-print">
      <h2>{t('task.acts')}</h2>
      {isOpen ? (
        <>
          {state === 'open' && !toConfirm && (
            <button type="button" className="button" onClick={() => !act.isPending && act.mutate({ act: 'begin' })}>
              {t('task.begin')}
            </button>
          )}
          <WithWords
            words={toConfirm ? wordsOf.confirm : wordsOf.finish}
            filled
            act={(text, kept) => send(text === '' ? { act: 'finish' } : { act: 'finish', text }, kept)}
          />
          {toConfirm && <WithWords words={wordsOf.sendBack} wanted act={(text, kept) => send({ act: 'reopen', text }, kept)} />}
          <WithWords words={wordsOf.giveUp} wanted act={(text, kept) => send({ act: 'give-up', text }, kept)} />
        </>
      ) : (
        <button type="button" className="button" onClick={() => !act.isPending && act.mutate({ act: 'reopen' })}>
          {t('task.reopen')}
        </button>
      )}
      <Say view={view} send={send} />
      {act.data === true && <p className="box-note">{t('task.conflict')}</p>}
      {act.isError && <Problem error={act.error} />}
    </section>
  )
}

/** A button that opens room for a word, and the same button below it. `wanted`: not without one. */
function WithWords({
  words: { open, says },
  wanted = false,
  filled = false,
  act,
}: {
  words: ActWords
  wanted?: boolean
  filled?: boolean
  act: (text: string, kept: () => void) => void
}) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  if (!isOpen)
    return (
      <button type="button" className={filled ? 'button filled' : 'button low'} onClick={() => setIsOpen(true)}>
        {t(open)}
      </button>
    )
  function go(): void {
    setIsMissing(wanted && text.trim() === '')
    if (!wanted || text.trim() !== '')
      act(text.trim(), () => {
        setIsOpen(false)
        setText('')
      })
  }
  return (
    <div className="box-note stack">
      <p className="small">{t(says)}</p>
      <TextField label={t(wanted ? 'task.reason' : 'task.text')} value={text} write={setText} />
      {isMissing && (
        <div role="alert" className="field">
          <FieldProblem id="words-missing">{t('task.textMissing')}</FieldProblem>
        </div>
      )}
      <p className="row">
        <button type="button" className="button filled" onClick={go}>
          {t(open)}
        </button>
        <button type="button" className="text-button" onClick={() => setIsOpen(false)}>
          {t('task.notNow')}
        </button>
      </p>
    </div>
  )
}

/** A word or a file for the history; the tick matters only where a vendor reads along. */
function Say({ view, send }: { view: TaskView; send: Send }) {
  const { t } = useWords()
  const proof = useTaskProof(view.line.task)
  const [text, setText] = useState('')
  const [inside, setInside] = useState(false)
  return (
    <div className="stack">
      <TextField label={t('task.comment')} value={text} write={setText} />
      {view.line.vendor !== undefined && (
        <label className="tick">
          <input type="checkbox" checked={inside} onChange={(event) => setInside(event.target.checked)} /> {t('task.inside')}
        </label>
      )}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (text.trim() !== '') send({ act: 'say', text: text.trim(), inside }, () => setText((now) => (now === text ? '' : now)))
          }}
        >
          {t('task.comment.keep')}
        </button>
      </p>
      <Field label={t('task.proof')} help={t('task.proof.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) proof.mutate({ file, inside })
              event.target.value = ''
            }}
          />
        )}
      </Field>
      {proof.isPending && <p role="status">{t('working')}</p>}
      {proof.isError && <Problem error={proof.error} />}
    </div>
  )
}
