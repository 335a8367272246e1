import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { mySignInQuery } from './proof.tsx'
import { TextInput } from './text-input.tsx'

/** Another password; every other session of the person ends. */
export function MyPassword() {
  const { t } = useWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState({ old: '', next: '' })
  const [wrong, setWrong] = useState<{ old?: string; next?: string }>({})
  const send = useMutation({
    mutationFn: () => ask(routes.changePassword, { body: typed }),
    onSuccess: async () => {
      setTyped({ old: '', next: '' })
      await client.invalidateQueries({ queryKey: mySignInQuery.queryKey })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const mistakes = {
      ...(typed.old === '' && { old: t('signIn.password.missing') }),
      ...(typed.next.length < 8 && { next: t('setup.password.short') }),
    }
    setWrong(mistakes)
    if (Object.keys(mistakes).length === 0 && !send.isPending) send.mutate()
  }
  return (
    <form className="card stack no-print" noValidate onSubmit={submit}>
      <h2>{t('me.password')}</h2>
      {send.isError && <Problem error={send.error} />}
      {send.isSuccess && (
        <p className="box-note" role="status">
          {t('me.password.done')}
        </p>
      )}
      <TextInput
        name="old-password"
        type="password"
        label={t('me.password.old')}
        wrong={wrong.old}
        autoComplete="current-password"
        maxLength={200}
        value={typed.old}
        change={(old) => setTyped({ ...typed, old })}
      />
      <TextInput
        name="next-password"
        type="password"
        label={t('recover.password')}
        help={t('setup.password.help')}
        wrong={wrong.next}
        autoComplete="new-password"
        maxLength={200}
        value={typed.next}
        change={(next) => setTyped({ ...typed, next })}
      />
      <p>
        <button type="submit" className="button">
          {t(send.isPending ? 'working' : 'me.password.change')}
        </button>
      </p>
    </form>
  )
}
