import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ask } from '../data/api.ts'
import { forgetViews } from '../data/queries.ts'
import { useWords } from '../text/words.tsx'

export function SignOut() {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  async function signOut(): Promise<void> {
    await ask(routes.signOut, { body: {} }).catch(() => undefined)
    client.removeQueries({ queryKey: ['session'] })
    await navigate({ to: '/sign-in' })
    await forgetViews(client)
  }
  return (
    <button type="button" className="button" onClick={() => void signOut()}>
      {t('settings.signOut')}
    </button>
  )
}
