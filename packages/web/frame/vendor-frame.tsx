import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ask } from '../data/api.ts'
import { forgetViews } from '../data/queries.ts'
import { useWords } from '../text/words.tsx'
import { Announcer } from '../ui/say.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import { useSession } from './rights.ts'

/** The frame of a vendor with an account: no facility's navigation, no red button. */
export function VendorFrame() {
  const session = useSession()
  return (
    <VendorShell
      name={session?.organisation?.name}
      under={<Navigation />}
      person={session?.person && <Person name={session.person.name} />}
    >
      <Outlet />
      <IdleWatch />
    </VendorShell>
  )
}

/** The same for somebody who came by a link, who has one sheet and nowhere else to go. */
export function VendorPlainFrame({ children }: { children: ReactNode }) {
  return <VendorShell>{children}</VendorShell>
}

function VendorShell({
  name,
  under,
  person,
  children,
}: {
  name?: string | undefined
  under?: ReactNode
  person?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <div className="vendor-frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="vendor-head">
        <span className="head-mark">
          <Mark />
          <span>{t('product')}</span>
        </span>
        <p className="head-facility">
          {name !== undefined && <strong>{name}</strong>}
          <span>{t('vendorNav.yours')}</span>
        </p>
        {under}
        {person}
        <LanguageSwitch />
      </header>
      <main className="content" id="content" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </div>
  )
}

function Navigation() {
  const { t } = useWords()
  return (
    <nav className="vendor-nav" aria-label={t('vendorNav.label')}>
      <Link to="/v" activeOptions={{ exact: true }}>
        {t('vendorNav.clients')}
      </Link>
      <Link to="/v/tasks">{t('vendorTasks.nav')}</Link>
      <Link to="/v/standards">{t('vendorNav.standards')}</Link>
      <Link to="/v/requests">{t('vendorNav.requests')}</Link>
      <Link to="/v/visits">{t('vendorNav.visits')}</Link>
      <Link to="/v/weaknesses">{t('vendorWeak.title')}</Link>
      <Link to="/v/agreements">{t('vendorAgreements.title')}</Link>
      <Link to="/v/new-contact">{t('vendorNav.newContact')}</Link>
    </nav>
  )
}

function Person({ name }: { name: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  async function signOut(): Promise<void> {
    await ask(routes.signOut, { body: {} }).catch(() => undefined)
    await navigate({ to: '/sign-in', search: {} })
    await forgetViews(client)
  }
  return (
    <p className="head-person">
      {t('head.person', { name })}
      <button type="button" className="text-button" onClick={() => void signOut()}>
        {t('settings.signOut')}
      </button>
    </p>
  )
}
