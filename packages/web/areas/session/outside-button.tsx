import { routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'

/** The hospital's own sign-in service, where there is one. */
export function OutsideButton() {
  const { t } = useWords()
  const name = useSession()?.outsideName
  const begin = useMutation({
    mutationFn: () => ask(routes.beginOutside, { body: {} }),
    onSuccess: ({ address }) => window.location.assign(address),
  })
  if (name === undefined) return null
  return (
    <div className="stack">
      {begin.isError && <Problem error={begin.error} />}
      <p>
        <button type="button" className="button" onClick={() => !begin.isPending && begin.mutate()}>
          {t('outside.go', { name })}
        </button>
      </p>
    </div>
  )
}
