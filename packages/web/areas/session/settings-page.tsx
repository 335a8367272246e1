import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ProofProvider } from './proof.tsx'
import './my-sign-in.css'

/** A page on how one gets in, or others do: outside any facility, each act proved again, with the way back at its end. */
export function SettingsPage<T>({ title, query, children }: { title: string; query: UseQueryResult<T>; children: (view: T) => ReactNode }) {
  const { t } = useWords()
  return (
    <PlainFrame>
      <Page title={title}>
        <ProofProvider>
          <Loaded query={query}>
            {(view) => (
              <div className="stack loose">
                {children(view)}
                <p className="no-print">
                  <Link className="button" to="/">
                    {t('me.back')}
                  </Link>
                </p>
              </div>
            )}
          </Loaded>
        </ProofProvider>
      </Page>
    </PlainFrame>
  )
}
