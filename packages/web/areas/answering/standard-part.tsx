import { routes, type SheetToAnswerView } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import type { DraftSaver, SheetAt } from './use-sheet.ts'

export const standardsQuery = { queryKey: ['standards'], queryFn: () => ask(routes.standards, {}) }

/** 「標準回答を当てる」: proposals for the items without an answer. */
export function StandardPart({ at, view, saver }: { at: SheetAt; view: SheetToAnswerView; saver: DraftSaver }) {
  const { t } = useWords()
  const client = useQueryClient()
  const standards = useQuery(standardsQuery).data?.standards ?? []
  const [chosen, setChosen] = useState<string>()
  const wanted = chosen ?? standards.find((one) => one.product === view.system)?.id ?? standards[0]?.id ?? ''
  const propose = useMutation({
    mutationFn: async () => {
      await saver.settled()
      const now = client.getQueryData<SheetToAnswerView>(['answering', at.place, at.sheet])
      return ask(routes.proposeStandard, { params: at, body: { version: now?.draft.version ?? 0, standard: wanted } })
    },
    onSuccess: (draft) => {
      announce(t('standard.used', { product: draft.product ?? '' }))
      client.setQueryData<SheetToAnswerView>(['answering', at.place, at.sheet], (before) => before && { ...before, draft })
    },
  })
  return (
    <section className="card stack">
      <h2>{t('vendorNav.standards')}</h2>
      {view.draft.product !== undefined && <p className="small">{t('standard.used', { product: view.draft.product })}</p>}
      {standards.length === 0 ? (
        <p>
          <Link to="/v/standards">{t('standard.make')}</Link>
        </p>
      ) : (
        <>
          <p className="small">{t('standard.use.says')}</p>
          <Field label={t('standard.product')}>
            {(props) => (
              <select {...props} value={wanted} onChange={(event) => setChosen(event.target.value)}>
                {standards.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.product}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {propose.isError && <Problem error={propose.error} />}
          <p>
            <button type="button" className="button" onClick={() => !propose.isPending && propose.mutate()}>
              {t('standard.use')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
