import { type DraftAnswer, routes, type StandardsView } from '@mimamori/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { type Standard, StandardForm } from './standard-form.tsx'
import { standardsQuery } from './standard-part.tsx'
import './answering.css'

/** 「製品ごとの標準回答」: written once per product, laid over each client's sheet as proposals. */
export function Standards() {
  const { t } = useWords()
  const view = useQuery(standardsQuery)
  return (
    <Page title={t('standards.title')}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: StandardsView }) {
  const { t, say } = useWords()
  const mayWrite = useMay('sheet:answer')
  const [open, setOpen] = useState<string>()
  const perClient = view.items.filter((item) => item.perClient)
  const shared = view.items.filter((item) => !item.perClient)
  return (
    <div className="stack loose">
      <p>{t('standards.says')}</p>
      <div className="box-note stack">
        <p>{t('standards.perClient', { count: perClient.length })}</p>
        <ul>
          {perClient.map((item) => (
            <li key={item.item}>
              <ItemNumber number={item.number} /> {say(item.title)}
            </li>
          ))}
        </ul>
      </div>
      {view.standards.length === 0 && <p className="card">{t('standards.none')}</p>}
      {view.standards.map((standard) => (
        <article key={standard.id} className="card stack">
          <h2>{standard.product}</h2>
          <p className="small second">
            {say(standard.editionName)} {t('standards.progress', { of: shared.length, done: answered(standard.answers) })}
          </p>
          {open === standard.id ? (
            <StandardForm view={view} standard={standard} close={() => setOpen(undefined)} />
          ) : (
            mayWrite && (
              <p className="row">
                <button type="button" className="button low" onClick={() => setOpen(standard.id)}>
                  {t('answer.open')}
                </button>
                <Remove standard={standard} />
              </p>
            )
          )}
        </article>
      ))}
      {mayWrite &&
        (open === 'new' ? (
          <div className="card stack">
            <h2>{t('standards.new')}</h2>
            <StandardForm view={view} close={() => setOpen(undefined)} />
          </div>
        ) : (
          <p>
            <button type="button" className="button filled" onClick={() => setOpen('new')}>
              {t('standards.new')}
            </button>
          </p>
        ))}
    </div>
  )
}

function answered(answers: Readonly<Record<string, DraftAnswer>>): number {
  return Object.values(answers).filter((answer) => answer.answer !== undefined).length
}

function Remove({ standard }: { standard: Standard }) {
  const { t } = useWords()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => ask(routes.removeStandard, { params: { standard: standard.id } }),
    onSuccess: async () => {
      announce(t('standards.removed', { product: standard.product }))
      await client.invalidateQueries({ queryKey: standardsQuery.queryKey })
    },
  })
  return (
    <>
      <button type="button" className="text-button" onClick={() => !remove.isPending && remove.mutate()}>
        {t('standards.remove')}
      </button>
      {remove.isError && <Problem error={remove.error} />}
    </>
  )
}
