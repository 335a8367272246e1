import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { upload } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'

/** Loads the items of this year's edition from the ministry's own Excel. */
export function EditionLoad() {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const mayLoad = useMay('edition:load')
  const home = useView(routes.home, facility)
  return (
    <Page className="column" title={t('edition.title')}>
      <Loaded query={home}>
        {(view) => (
          <div className="stack loose">
            {view.editionMissing ? (
              <>
                <p>{t('edition.missing', { edition: say(view.editionMissing.short), now: say(view.edition.short) })}</p>
                {mayLoad ? <Load edition={view.editionMissing.id} /> : <p className="card">{t('rights.none')}</p>}
              </>
            ) : (
              <p className="card">{t('edition.here', { edition: say(view.edition.short) })}</p>
            )}
            <p>
              <Link className="button" to="/f/$facility/checklist" params={{ facility }}>
                {t('edition.goOn', { edition: say(view.edition.short) })}
              </Link>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Load({ edition }: { edition: string }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <LoadForm edition={edition} audience="facility" label={t('edition.facility')} />
      <LoadForm edition={edition} audience="vendor" label={t('edition.vendor')} />
    </div>
  )
}

function LoadForm({ edition, audience, label }: { edition: string; audience: 'facility' | 'vendor'; label: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [name, setName] = useState<string>()
  const load = useMutation({
    mutationFn: (file: File) => upload(routes.loadEdition, { params: { facility }, query: { edition, audience } }, file),
    onSuccess: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <section className="card stack">
      <Field label={label} help={t('edition.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept=".xlsx"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (!file) return
              setName(file.name)
              load.mutate(file)
              event.target.value = ''
            }}
          />
        )}
      </Field>
      {load.isPending && <p role="status">{t('edition.reading', { name: name ?? '' })}</p>}
      {load.isError && <Problem error={load.error} />}
      {load.isSuccess && (
        <div role="status" className="stack">
          <p>{t('edition.loaded', { count: load.data.items })}</p>
          {load.data.notCarried.length > 0 && (
            <>
              <p>{t('checklist.notCarried', { count: load.data.notCarried.length })}</p>
              <ul className="small">
                {load.data.notCarried.map((item) => (
                  <li key={item.number}>
                    <span className="item-number">{item.number}</span> {say(item.title)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  )
}
