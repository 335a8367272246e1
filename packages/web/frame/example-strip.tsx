import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ask } from '../data/api.ts'
import { forgetViews } from '../data/queries.ts'
import { useWords } from '../text/words.tsx'
import { Problem } from '../ui/problem.tsx'
import { useFacilityLine, useMay } from './rights.ts'

/** 「例を見ています」, with the way out. */
export function ExampleStrip({ facility }: { facility: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const line = useFacilityLine()
  const mayRemove = useMay('facility:remove')
  const remove = useMutation({
    mutationFn: () => ask(routes.removeFacility, { params: { facility }, query: {} }),
    onSuccess: async () => {
      await navigate({ to: '/welcome' })
      await forgetViews(client)
    },
  })
  if (line?.example !== true) return null
  return (
    <>
      <div className="strip example">
        <p>{t('example.looking')}</p>
        {mayRemove && (
          <button type="button" className="button low" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('example.remove')}
          </button>
        )}
      </div>
      {remove.isError && <Problem error={remove.error} />}
    </>
  )
}
