import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { MyAuthenticator } from './my-authenticator.tsx'
import { MyCodes } from './my-codes.tsx'
import { MyOutside } from './my-outside.tsx'
import { MyPasskeys } from './my-passkeys.tsx'
import { MyPassword } from './my-password.tsx'
import { MySessions } from './my-sessions.tsx'
import { mySignInQuery } from './proof.tsx'
import { SettingsPage } from './settings-page.tsx'

/** 「わたしの設定」: how one gets in oneself. */
export function MySignIn() {
  const { t } = useWords()
  const session = useSession()
  const mine = useQuery(mySignInQuery)
  return (
    <SettingsPage title={t('me.title')} query={mine}>
      {(view) => (
        <>
          <p className="no-print">{t('me.who', { name: view.name, login: view.login })}</p>
          {session?.mustSetUpFactor && <p className="box-note no-print">{t('me.mustSetUp')}</p>}
          <section className="card stack no-print">
            <h2>{t('me.factors')}</h2>
            <p className="small">{t(view.ways.length === 0 ? 'me.factors.none' : 'me.factors.says')}</p>
          </section>
          <MyAuthenticator view={view} />
          <MyPasskeys view={view} />
          <MyCodes kind="sheet" view={view} />
          {view.ways.length > 0 && <MyCodes kind="recovery" view={view} />}
          <MyOutside view={view} />
          <MyPassword />
          <MySessions view={view} />
        </>
      )}
    </SettingsPage>
  )
}
