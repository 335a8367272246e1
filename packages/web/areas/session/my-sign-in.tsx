import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { useSession } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { MyAuthenticator } from './my-authenticator.tsx'
import { MyCodes } from './my-codes.tsx'
import { MyOutside } from './my-outside.tsx'
import { MyPasskeys } from './my-passkeys.tsx'
import { MyPassword } from './my-password.tsx'
import { MySessions } from './my-sessions.tsx'
import { mySignInQuery, ProofProvider } from './proof.tsx'
import './my-sign-in.css'

/** 「わたしの設定」: how one gets in oneself. */
export function MySignIn() {
  const { t } = useWords()
  const session = useSession()
  const mine = useQuery(mySignInQuery)
  return (
    <PlainFrame>
      <Page title={t('me.title')}>
        <ProofProvider>
          <Loaded query={mine}>
            {(view) => (
              <div className="stack loose">
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
