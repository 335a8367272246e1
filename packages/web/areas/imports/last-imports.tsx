import { type ImportsView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { keptWords } from '../../ui/kept-words.ts'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

type Import = ImportsView['imports'][number]

/** What was registered from files, each with its way back for as long as nobody has changed the same place since. */
export function LastImports() {
  const { t } = useWords()
  const facility = useFacilityId()
  const imports = useView(routes.imports, facility).data?.imports ?? []
  if (imports.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('import.last')}</h2>
      <ul className="last-imports">
        {imports.map((one) => (
          <LastImport key={one.revision} one={one} />
        ))}
      </ul>
    </section>
  )
}

const kindWords: Readonly<Record<string, PlainKey>> = {
  'facility-checklist': 'import.kind.own',
  'vendor-reply': 'import.kind.reply',
  'vendor-list': 'import.kind.list',
  folder: 'import.kind.folder',
  devices: 'import.kind.devices',
}

function LastImport({ one }: { one: Import }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayWrite = useMay('facility:write')
  const undo = useMutation({
    mutationFn: () => ask(routes.undo, { params: { facility }, body: { revision: one.revision } }),
    onSuccess: async (result) => {
      if (result.conflicts.length === 0) announce(t('import.undone'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  return (
    <li className="row">
      <span>
        {one.file ?? t(kindWords[one.kind] ?? 'import.kind.folder')}{' '}
        <span className="source">
          {t('import.lastWhen', { at: dateAndTime(one.at, lang), by: one.by ?? t('conflict.somebody'), count: one.changes })}
        </span>
      </span>
      {one.undone ? (
        <span className="source">{t('import.undone')}</span>
      ) : one.kept !== undefined ? (
        <span className="source">{t(keptWords[one.kept])}</span>
      ) : (
        mayWrite && (
          <button type="button" className="button low" onClick={() => !undo.isPending && undo.mutate()}>
            {undo.isPending ? t('working') : t('undo')}
          </button>
        )
      )}
      {undo.isError && <Problem error={undo.error} />}
      {undo.data !== undefined && undo.data.conflicts.length > 0 && <p className="box-differs">{t('import.movedOn')}</p>}
    </li>
  )
}
