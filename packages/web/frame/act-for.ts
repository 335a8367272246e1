import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ask } from '../data/api.ts'
import { forgetViews, sessionQuery } from '../data/queries.ts'

/** Goes on in the name of another organisation, from its first screen; nothing of the one before stays on the page. */
export function useActFor(): (organisation: string | undefined) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (organisation) => {
    if (organisation !== undefined) await ask(routes.chooseOrganisation, { body: { organisation } })
    await forgetViews(client)
    await client.query({ ...sessionQuery, staleTime: 0 })
    await navigate({ to: '/', replace: true })
  }
}
