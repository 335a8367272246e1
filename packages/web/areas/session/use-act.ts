import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../../data/queries.ts'
import { mySignInQuery, useProof } from './proof.tsx'

/** An important act of one's own: proved where it must be, and everything that shows it is read anew. */
export function useAct<I, O>(work: (input: I) => Promise<O>): UseMutationResult<O, Error, I> {
  const client = useQueryClient()
  const withProof = useProof()
  return useMutation({
    mutationFn: (input: I) => withProof(() => work(input)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mySignInQuery.queryKey })
      await client.query({ ...sessionQuery, staleTime: 0 })
    },
  })
}
