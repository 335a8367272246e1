import { routes } from '@mimamori/contract'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'

const queryKey = ['vendorWork'] as const

export const workKey = { queryKey }

/** Maintenance visits and changes of contact at all clients. */
export function useWork() {
  return useQuery({ queryKey, queryFn: () => ask(routes.vendorWork, {}) })
}
