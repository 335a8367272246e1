import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../text/words.tsx'
import { Problem } from './problem.tsx'

const quietMs = 400

/** Nothing for 0.4 seconds, then grey lines and a word. */
export function Loading() {
  const { t } = useWords()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quietMs)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <div className="waiting-lines" role="status">
      <span className="line-1" />
      <span className="line-2" />
      <span className="line-3" />
      <p className="small second">{t('loading')}</p>
    </div>
  )
}

/** A view once it is there; what was shown stays while it is fetched anew. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (value: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Problem error={query.error} again={() => void query.refetch()} />
  return <Loading />
}
