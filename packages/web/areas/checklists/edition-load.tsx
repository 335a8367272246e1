import { type HomeView, routes } from '@mimamori/contract'
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
import { ItemNumber } from '../../ui/marks.tsx'
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
            <State home={view} />
            {mayLoad ? <Load home={view} /> : <p className="card">{t('rights.none')}</p>}
            <p>
              <Link className="button" to="/f/$facility/checklist" params={{ facility }}>
                {t(view.editionMissing && view.counts.answered === 0 ? 'edition.begin' : 'edition.goOn', {
                  edition: say(view.edition.short),
                })}
              </Link>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Which edition is there, and which is not. */
function State({ home }: { home: HomeView }) {
  const { t, say } = useWords()
  const { editionMissing, vendorFormMissing, edition } = home
  if (editionMissing) return <p>{t('edition.missing', { edition: say(editionMissing.short), now: say(edition.short) })}</p>
  if (vendorFormMissing) return <p>{t('edition.vendorMissing', { edition: say(vendorFormMissing.short) })}</p>
  return <p className="card">{t('edition.here', { edition: say(edition.short) })}</p>
}

/** One form for each workbook; a form that has done its work stays, because it says what could not be carried over. */
function Load({ home }: { home: HomeView }) {
  const { t } = useWords()
  const { editionMissing, vendorFormMissing } = home
  const [first] = useState({ edition: (editionMissing ?? vendorFormMissing)?.id, asksOwn: editionMissing !== undefined })
  if (first.edition === undefined) return null
  return (
    <div className="stack">
      {first.asksOwn && <LoadForm edition={first.edition} audience="facility" label={t('edition.facility')} />}
      <LoadForm edition={first.edition} audience="vendor" label={t('edition.vendor')} />
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
                    <ItemNumber number={item.number} /> {say(item.title)}
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
