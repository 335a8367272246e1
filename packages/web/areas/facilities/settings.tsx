import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { DownloadButton } from '../../frame/download-button.tsx'
import { KeyHelpButton, SingleKeysTick } from '../../frame/key-help.tsx'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { OrganisationSwitch } from '../../frame/organisation-switch.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useSession } from '../../frame/rights.ts'
import { SignOut } from '../../frame/sign-out.tsx'
import { useWords } from '../../text/words.tsx'
import { ReadingsTick } from '../../ui/ruby.tsx'
import { FacilityFacts } from './facility-facts.tsx'
import { RemoveFacility } from './remove-facility.tsx'

/** Language, keys, people, the folder to take away, and the way out. */
export function Settings() {
  const { t } = useWords()
  const facility = useFacilityId()
  const session = useSession()
  const mayWrite = useMay('facility:write')
  const mayAudit = useMay('audit:read')
  return (
    <Page className="column" title={t('nav.settings')}>
      <div className="stack">
        <section className="card stack">
          <h2>{t('language')}</h2>
          <div>
            <LanguageSwitch />
          </div>
          <ReadingsTick />
        </section>
        <section className="card stack">
          <h2>{t('keys.title')}</h2>
          <SingleKeysTick />
          <p>
            <KeyHelpButton />
          </p>
        </section>
        <FacilityFacts facility={facility} />
        <section className="card stack">
          <h2>{t('people.title')}</h2>
          <p className="small">{t('settings.people')}</p>
          <p className="row">
            <Link className="button" to="/f/$facility/people" params={{ facility }}>
              {t('settings.toPeople')}
            </Link>
            <Link className="button" to="/f/$facility/start/{-$step}" params={{ facility, step: '1' }}>
              {t('settings.toQuestions')}
            </Link>
          </p>
        </section>
        {mayWrite && (
          <section className="card stack">
            <h2>{t('history.title')}</h2>
            <p className="small">{t('history.settings')}</p>
            <p>
              <Link className="button" to="/f/$facility/history" params={{ facility }}>
                {t('history.caption')}
              </Link>
            </p>
          </section>
        )}
        {mayAudit && (
          <section className="card stack">
            <h2>{t('audit.title')}</h2>
            <p className="small">{t('audit.settings')}</p>
            <p>
              <Link className="button" to="/f/$facility/audit" params={{ facility }}>
                {t('audit.toAudit')}
              </Link>
            </p>
          </section>
        )}
        <section className="card stack">
          <h2>{t('settings.access')}</h2>
          <p className="small">{t('settings.access.says')}</p>
          <p className="row">
            <Link className="button" to="/f/$facility/members" params={{ facility }}>
              {t('members.title')}
            </Link>
            <Link className="button" to="/f/$facility/relations" params={{ facility }}>
              {t('relations.title')}
            </Link>
            <Link className="button" to="/f/$facility/handover" params={{ facility }}>
              {t('handover.title')}
            </Link>
          </p>
        </section>
        <section className="card stack">
          <h2>{t('settings.folder')}</h2>
          <p className="small">{t('settings.folder.says')}</p>
          <DownloadButton route={routes.exportFolder} input={{ params: { facility } }} name="facility.zip" look="button">
            {t('settings.folder.take')}
          </DownloadButton>
        </section>
        <section className="card stack">
          <h2>{session?.person ? t('head.person', { name: session.person.name }) : t('settings.you')}</h2>
          <p className="row">
            <Link className="button" to="/me">
              {t('me.open')}
            </Link>
            <Link className="button" to="/switch">
              {t('switch.title')}
            </Link>
            {session?.maySeeRules && (
              <Link className="button" to="/sign-in-rules">
                {t('rules.title')}
              </Link>
            )}
          </p>
          <p className="row">
            <SignOut />
            <OrganisationSwitch className="button" />
            <Link className="button" to="/welcome">
              {t('settings.others')}
            </Link>
          </p>
        </section>
        <RemoveFacility facility={facility} />
        <p className="source">{t('settings.version', { version: session?.version ?? '' })}</p>
      </div>
    </Page>
  )
}
