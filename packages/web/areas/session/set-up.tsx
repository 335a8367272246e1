import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { AccountFields } from './account-fields.tsx'
import { ErrorList, type FieldError } from './error-list.tsx'
import { mistakesIn, type Typed, tokenIn } from './set-up-form.ts'

/** The first owner, by the one-time link that the start has printed. */
export function SetUp() {
  const { t } = useWords()
  const [token, setToken] = useState(() => tokenIn(window.location.hash))
  useEffect(() => {
    // NOTE: whoever has this page open and pastes the link changes the hash alone, and nothing is loaded anew.
    const read = () => setToken(tokenIn(window.location.hash))
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return (
    <PlainFrame>
      <Page title={t('setup.title')}>{token === undefined ? <p>{t('setup.noToken')}</p> : <OwnerForm token={token} />}</Page>
    </PlainFrame>
  )
}

function OwnerForm({ token }: { token: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>({ name: '', login: '', password: '' })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const send = useMutation({
    mutationFn: () => ask(routes.setUp, { body: { token, ...typed, name: typed.name.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['session'], refetchType: 'none' })
      await navigate({ to: '/', replace: true })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const mistakes = mistakesIn(typed)
    setErrors(mistakes.map(({ field, says }) => ({ field, says: t(says) })))
    if (mistakes.length === 0 && !send.isPending) send.mutate()
  }
  const wrong = (field: keyof Typed) => errors.find((error) => error.field === field)?.says
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <p>{t('setup.says')}</p>
      <ErrorList errors={errors} />
      <AccountFields nameLabel={t('setup.name')} typed={typed} change={change} wrong={wrong} />
      {send.isError && <Problem error={send.error} />}
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'setup.begin')}
        </button>
      </p>
    </form>
  )
}
