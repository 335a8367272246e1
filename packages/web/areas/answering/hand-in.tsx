import { type Answerer, routes, type SheetToAnswerView, type SubmitResult } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field, SavedLine } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { Conflicts } from './conflicts.tsx'
import type { DraftSaver, SheetAt } from './use-sheet.ts'

interface Parts {
  readonly at: SheetAt
  readonly view: SheetToAnswerView
  readonly saver: DraftSaver
}

/** Who answered, who approved, and the way from writing to 提出. */
export function HandIn({ readOnly, ...parts }: Parts & { readOnly: boolean }) {
  const { t } = useWords()
  const { view, saver } = parts
  // Without a name there is nobody to keep the rest for.
  const [unnamed, setUnnamed] = useState<Partial<Answerer>>({})
  const by: Partial<Answerer> = saver.answeredBy ?? unnamed
  function keep(change: { readonly [K in keyof Answerer]?: string | undefined }): void {
    const { name, department, phone } = { ...by, ...change }
    const rest = { ...(department !== undefined && { department }), ...(phone !== undefined && { phone }) }
    if (name === undefined) setUnnamed(rest)
    else saver.save({ answeredBy: { name, ...rest } })
  }
  return (
    <section className="card stack">
      <h2>{t('who.title')}</h2>
      <SavedLine label={t('who.name')} value={by.name} readOnly={readOnly} autoComplete="name" save={(name) => keep({ name })} />
      <SavedLine label={t('who.department')} value={by.department} readOnly={readOnly} save={(department) => keep({ department })} />
      <SavedLine label={t('who.phone')} value={by.phone} readOnly={readOnly} maxLength={40} save={(phone) => keep({ phone })} />
      <SavedLine
        label={t('who.approver')}
        value={saver.approvedBy}
        readOnly={readOnly}
        save={(approvedBy) => approvedBy !== undefined && saver.save({ approvedBy })}
      />
      {!view.isClosed && <Steps {...parts} />}
    </section>
  )
}

function Steps(parts: Parts) {
  const { t } = useWords()
  const { at, view, saver } = parts
  const client = useQueryClient()
  const maySubmit = useMay('sheet:submit') || view.byLink
  const [why, setWhy] = useState('')
  const move = useMutation({
    mutationFn: async (to: 'writing' | 'checking' | 'sent-back') => {
      await saver.settled()
      const now = client.getQueryData<SheetToAnswerView>(['answering', at.place, at.sheet]) ?? view
      const body = { version: now.draft.version, to, ...(to === 'sent-back' && why.trim() !== '' && { why: why.trim() }) }
      return ask(routes.moveSheetDraft, { params: at, body })
    },
    onSuccess: (draft) =>
      client.setQueryData<SheetToAnswerView>(['answering', at.place, at.sheet], (before) => before && { ...before, draft }),
  })
  const { state } = view.draft
  const go = (to: 'writing' | 'checking' | 'sent-back') => () => !move.isPending && move.mutate(to)
  if (state === 'submitted')
    return (
      <p>
        <button type="button" className="button" onClick={go('writing')}>
          {t('draft.correct')}
        </button>
      </p>
    )
  return (
    <div className="stack">
      {state === 'checking' && <p className="small">{t('draft.inCheck')}</p>}
      {maySubmit ? <Submit {...parts} /> : <p className="small">{t('draft.mayNotSubmit')}</p>}
      {state === 'checking' && maySubmit && (
        <Field label={t('draft.sendBack.why')}>
          {(props) => <textarea {...props} rows={2} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />}
        </Field>
      )}
      {!view.byLink && (
        <p className="row">
          {state === 'checking' ? (
            <>
              {maySubmit && (
                <button type="button" className="button" onClick={go('sent-back')}>
                  {t('draft.sendBack')}
                </button>
              )}
              <button type="button" className="button" onClick={go('writing')}>
                {t('draft.takeBack')}
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={go('checking')}>
              {t('draft.toCheck')}
            </button>
          )}
        </p>
      )}
      {move.isError && <Problem error={move.error} />}
    </div>
  )
}

/** 提出, asked once more in a dialog; a conflict shows both values and writes over nothing unseen. */
function Submit({ at, view, saver }: Parts) {
  const { t, lang } = useWords()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [why, setWhy] = useState('')
  const [result, setResult] = useState<SubmitResult>()
  const left = view.items.filter(({ item }) => saver.answerOf(item).answer === undefined).length
  const submit = useMutation({
    mutationFn: async (over: SubmitResult['conflicts']) => {
      await saver.settled()
      const now = client.getQueryData<SheetToAnswerView>(['answering', at.place, at.sheet]) ?? view
      const reason = view.draft.isCorrection && why.trim() !== '' ? { why: why.trim() } : {}
      const rows = over.map(({ id, version }) => ({ id, version }))
      return ask(routes.submitSheet, { params: at, body: { version: now.draft.version, ...reason, over: rows } })
    },
    onSuccess: async (made) => {
      setResult(made)
      if (made.receipt) announce(t('receipt.taken', { number: made.receipt.number, at: dateAndTime(made.receipt.at, lang) }))
      await client.invalidateQueries({ queryKey: ['answering'] })
      await client.invalidateQueries({ queryKey: ['vendorClients'] })
    },
    onSettled: () => dialog.current?.close(),
  })
  return (
    <>
      <p>
        <button type="button" className="button filled" onClick={() => dialog.current?.showModal()}>
          {t('draft.submit')}
        </button>
      </p>
      {submit.isError && <Problem error={submit.error} />}
      {result && result.conflicts.length > 0 && <Conflicts conflicts={result.conflicts} over={() => submit.mutate(result.conflicts)} />}
      <dialog ref={dialog} aria-labelledby="submit-title">
        <div className="stack">
          <h2 id="submit-title">{t('submit.title')}</h2>
          <p>{t('submit.says')}</p>
          {left > 0 && <p>{t('submit.left', { count: left })}</p>}
          {view.draft.isCorrection && (
            <Field label={t('submit.why')}>
              {(props) => <textarea {...props} rows={2} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />}
            </Field>
          )}
          <p className="row">
            <button type="button" className="button filled" onClick={() => !submit.isPending && submit.mutate([])}>
              {t(submit.isPending ? 'working' : 'submit.go')}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('submit.cancel')}
            </button>
          </p>
        </div>
      </dialog>
    </>
  )
}
