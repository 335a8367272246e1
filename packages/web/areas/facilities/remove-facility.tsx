import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { forgetViews } from '../../data/queries.ts'
import { useFacilityLine, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

/** Removing one's own facility: only after its name was typed, because nothing brings it back. */
export function RemoveFacility({ facility }: { facility: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const line = useFacilityLine()
  const mayRemove = useMay('facility:remove')
  const [name, setName] = useState('')
  const remove = useMutation({
    mutationFn: () => ask(routes.removeFacility, { params: { facility }, query: { name } }),
    onSuccess: async () => {
      await navigate({ to: '/welcome' })
      await forgetViews(client)
    },
  })
  if (!mayRemove || line === undefined || line.example) return null
  return (
    <details className="card">
      <summary>{t('remove.open')}</summary>
      <div className="stack">
        <p className="small">{t('remove.says')}</p>
        <Field label={t('remove.name', { name: line.name })}>
          {(props) => (
            <input {...props} autoComplete="off" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {remove.isError && <Problem error={remove.error} />}
        <p>
          <button type="button" className="button" onClick={() => !remove.isPending && remove.mutate()}>
            {remove.isPending ? t('working') : t('remove.do')}
          </button>
        </p>
      </div>
    </details>
  )
}
