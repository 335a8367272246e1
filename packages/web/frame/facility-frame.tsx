import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { wasActiveWithin } from '../data/activity.ts'
import { lockReason } from '../data/lock.ts'
import { useView } from '../data/queries.ts'
import { SavingProvider } from '../data/saving.tsx'
import { writeSetting } from '../data/settings.ts'
import { useWords } from '../text/words.tsx'
import { Announcer } from '../ui/say.tsx'
import { useOpenInPrint } from '../ui/use-printing.ts'
import { ExampleStrip } from './example-strip.tsx'
import { Head } from './head.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { KeyHelp } from './key-help.tsx'
import { BottomNavigation, SideNavigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { useFacilityId, useSession } from './rights.ts'
import { SavingTrouble } from './saving-trouble.tsx'
import { UndoStrip } from './undo.tsx'

const lookAgainMs = 120_000

/** The frame around every screen of a facility. */
export function FacilityFrame() {
  const facility = useFacilityId()
  useEffect(() => writeSetting('facility', facility), [facility])
  // NOTE: of the one who opened the page: while it is locked nobody is signed in, and nothing below may be built anew.
  const [login] = useState(useSession()?.person?.login ?? '')
  return (
    <SavingProvider key={facility} facility={facility} login={login}>
      <Frame facility={facility} />
    </SavingProvider>
  )
}

function Frame({ facility }: { facility: string }) {
  const { t } = useWords()
  const home = useView(routes.home, facility).data
  useLookingAgain(facility)
  useOpenInPrint()
  return (
    <div className="page-frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Head facility={facility} home={home} />
      <SideNavigation facility={facility} home={home} />
      <main className="content" id="content" tabIndex={-1}>
        <ExampleStrip facility={facility} />
        <Notices />
        <SavingTrouble />
        <UndoStrip facility={facility} />
        <Outlet />
      </main>
      <BottomNavigation facility={facility} />
      <KeyHelp />
      <IdleWatch />
      <Announcer />
    </div>
  )
}

/**
 * Shows what stands beside the revision of the facility that `Others` hears of, while somebody sits at the page; an idle page must
 * not keep the session alive.
 */
function useLookingAgain(facility: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && lockReason() === undefined && wasActiveWithin(lookAgainMs))
        void client.invalidateQueries({ queryKey: [facility] })
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [client, facility])
}
