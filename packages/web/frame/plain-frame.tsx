import type { ReactNode } from 'react'
import { useWords } from '../text/words.tsx'
import { Announcer } from '../ui/say.tsx'
import { IncidentButton } from './incident-button.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import { Notices } from './notices.tsx'

/** The frame of the pages before one is at a facility: set-up, sign-in, the choice at the start. */
export function PlainFrame({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="plain-frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="head">
        <span className="head-mark">
          <Mark />
          <span>{t('product')}</span>
        </span>
        <span className="head-facility" />
        <div className="not-phone">
          <LanguageSwitch />
        </div>
        <IncidentButton />
      </header>
      <main className="content" id="content" tabIndex={-1}>
        <Notices />
        {children}
        <div className="only-phone languages">
          <LanguageSwitch />
        </div>
      </main>
      <Announcer />
    </div>
  )
}
