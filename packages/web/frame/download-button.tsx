import type { Route } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { download, type InputOf } from '../data/api.ts'
import { useWords } from '../text/words.tsx'
import { Problem } from '../ui/problem.tsx'
import { announce } from '../ui/say.tsx'

/** Makes a file on the server and hands it to the browser; says how it goes. */
export function DownloadButton<R extends Route>({
  route,
  input,
  name,
  look,
  kept: afterwards,
  children,
}: {
  route: R
  input: InputOf<R>
  name: string
  look: string
  /** What to do once the file is there. */
  kept?: () => Promise<unknown>
  children: ReactNode
}) {
  const { t } = useWords()
  const make = useMutation({
    mutationFn: () => download(route, input, name),
    onSuccess: async (kept) => {
      announce(t('download.kept', { name: kept }))
      await afterwards?.()
    },
  })
  return (
    <span className="download">
      <button type="button" className={look} onClick={() => !make.isPending && make.mutate()}>
        {make.isPending ? t('download.making') : children}
      </button>
      {make.isSuccess && (
        <span className="source" role="status">
          {t('download.kept', { name: make.data })} {t('download.blocked')}
        </span>
      )}
      {make.isError && (
        <>
          <Problem error={make.error} />
          <p className="small">{t('download.print')}</p>
        </>
      )}
    </span>
  )
}
