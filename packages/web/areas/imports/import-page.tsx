import { routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, upload } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { DraftCard } from './draft-card.tsx'
import { asksOf, countDrafts, type Draft, isToRegister } from './drafts.ts'
import { FormatsRead } from './formats-read.tsx'
import { LastImports } from './last-imports.tsx'
import { queryOf, type ReadHow } from './read-how.ts'
import './imports.css'

const here = getRouteApi('/f/$facility/import')

/** Files come in, are read and shown; nothing is stored before 「この内容で登録する」. */
export function ImportPage() {
  const { t } = useWords()
  const mayImport = useMay('import:write')
  return (
    <Page className="column" title={t('nav.import')}>
      {mayImport ? <ImportBody /> : <p className="card">{t('rights.none')}</p>}
    </Page>
  )
}

function ImportBody() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { as, sheet } = here.useSearch()
  const formats = useView(routes.imports, facility).data?.formats ?? []
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const change = (name: string, part: Partial<Draft>) =>
    setDrafts((now) => now.map((draft) => (draft.key === name ? { ...draft, ...part } : draft)))

  async function read(files: readonly File[]): Promise<void> {
    const added = files.map((file, at): Draft => ({ key: `${Date.now()}-${at}-${file.name}`, name: file.name, file, state: 'reading' }))
    setDrafts((now) => [...now.filter((draft) => draft.state !== 'registered'), ...added])
    for (const [at, file] of files.entries()) {
      const key = added[at]?.key ?? ''
      await look(key, file, {})
    }
    announce(t('import.looked'))
  }

  async function look(key: string, file: File, how: ReadHow): Promise<void> {
    const query = { ...(as !== undefined && { as }), ...(sheet !== undefined && { sheet }), ...queryOf(how) }
    await upload(routes.preview, { params: { facility }, query }, file).then(
      (preview) => change(key, { state: 'read', preview }),
      (error: unknown) => change(key, { state: 'refused', error }),
    )
  }

  /** NOTE: the earlier reading is dropped after the new one is there, so that the kept file is named all the time. */
  async function again({ key, file, preview, how }: Draft, other: ReadHow): Promise<void> {
    if (!file) return
    const both = { ...how, ...other }
    setDrafts((now) => now.map((one) => (one.key === key ? { key, name: one.name, file, how: both, state: 'reading' } : one)))
    await look(key, file, both)
    if (preview) await ask(routes.dropImport, { params: { facility, draft: preview.id } }).catch(() => undefined)
    announce(t('import.looked'))
  }

  return (
    <div className="stack loose">
      <p>{t(as === 'vendor-reply' ? 'import.says.reply' : as === 'devices' ? 'import.says.devices' : 'import.says')}</p>
      <DropArea
        name={t('import.area')}
        label={t('import.choose')}
        kinds={t(as === 'devices' ? 'import.kinds.devices' : 'import.kinds')}
        read={(files) => void read(files)}
      />
      {as !== 'vendor-reply' && formats.length > 0 && <FormatsRead groups={formats} />}
      {drafts.length > 0 && (
        <Drafts
          drafts={drafts}
          change={change}
          drop={(key) => setDrafts((now) => now.filter((draft) => draft.key !== key))}
          again={(draft, how) => void again(draft, how)}
        />
      )}
      <LastImports />
    </div>
  )
}

interface DraftsProps {
  readonly drafts: readonly Draft[]
  readonly change: (key: string, part: Partial<Draft>) => void
  readonly drop: (key: string) => void
  readonly again: (draft: Draft, how: ReadHow) => void
}

function Drafts({ drafts, change, drop, again }: DraftsProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const counts = countDrafts(drafts)
  const register = useMutation({
    mutationFn: async () => {
      for (const draft of drafts.filter(isToRegister)) {
        const result = await ask(routes.applyImport, {
          params: { facility, draft: draft.preview?.id ?? '' },
          body: { agreed: [...asksOf(draft)] },
        })
        change(draft.key, result.conflicts.length > 0 ? { state: 'conflict' } : { state: 'registered', revision: result.revision })
      }
    },
    onSuccess: () => announce(t('import.registered')),
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <section className="stack" aria-label={t('import.result')}>
      {counts.reading === 0 && counts.registered < drafts.length && (
        <p>{t('import.counts', { files: drafts.length, read: counts.read, look: counts.look, unread: counts.unread })}</p>
      )}
      {drafts.map((draft) => (
        <DraftCard key={draft.key} draft={draft} change={change} drop={drop} again={again} />
      ))}
      {register.isError && <Problem error={register.error} />}
      {drafts.some(isToRegister) && (
        <p className="row fills">
          <button type="button" className="button filled" onClick={() => !register.isPending && register.mutate()}>
            {t(register.isPending ? 'working' : 'import.register')}
          </button>
        </p>
      )}
      {counts.registered > 0 && counts.registered === drafts.length && (
        <p>
          <Link className="button" to="/f/$facility/today" params={{ facility }}>
            {t('questions.toToday')}
          </Link>
        </p>
      )}
    </section>
  )
}
