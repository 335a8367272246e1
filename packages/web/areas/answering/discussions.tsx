import { type DiscussionView, routes, type SheetToAnswerView } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { Messages } from './messages.tsx'
import type { SheetAt } from './use-sheet.ts'

/** What the hospital asks about single items, and the vendor's answers. */
export function Discussions({ at, view }: { at: SheetAt; view: SheetToAnswerView }) {
  const { t, say } = useWords()
  const mayAnswer = useMay('sheet:answer') || view.byLink
  if (view.discussions.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('discuss.title')}</h2>
      {view.discussions.map((discussion) => (
        <article key={discussion.id} className="card stack">
          <h3>{t('discuss.about', { number: discussion.number, title: say(discussion.title) })}</h3>
          <Messages discussion={discussion} />
          {discussion.agreedOn !== undefined && view.draft.state === 'submitted' && <p className="small">{t('discuss.correct')}</p>}
          {discussion.agreedOn === undefined && mayAnswer && <Say at={at} view={view} discussion={discussion} />}
        </article>
      ))}
    </section>
  )
}

function Say({ at, view, discussion }: { at: SheetAt; view: SheetToAnswerView; discussion: DiscussionView }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [evidence, setEvidence] = useState('')
  const [wrong, setWrong] = useState<string>()
  const files = view.items.find(({ item }) => item === discussion.item)?.evidence ?? []
  const send = useMutation({
    mutationFn: () =>
      ask(routes.sayOnSheet, {
        params: at,
        body: { discussion: discussion.id, text: text.trim(), ...(evidence !== '' && { evidence }) },
      }),
    onSuccess: async () => {
      setText('')
      setEvidence('')
      announce(t('discuss.sent'))
      await client.invalidateQueries({ queryKey: ['answering'] })
    },
  })
  function go(): void {
    setWrong(text.trim() === '' ? t('discuss.missing') : undefined)
    if (text.trim() !== '' && !send.isPending) send.mutate()
  }
  return (
    <div className="stack">
      <Field label={t('discuss.say')} help={t('field.noPatients')} wrong={wrong}>
        {(props) => <textarea {...props} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      {files.length > 0 && (
        <Field label={t('discuss.evidence')}>
          {(props) => (
            <select {...props} value={evidence} onChange={(event) => setEvidence(event.target.value)}>
              <option value="">{t('discuss.noEvidence')}</option>
              {files.map((file) => (
                <option key={file.id} value={file.id}>
                  {file.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {send.isError && <Problem error={send.error} />}
      <p>
        <button type="button" className="button" onClick={go}>
          {t('discuss.send')}
        </button>
      </p>
    </div>
  )
}
